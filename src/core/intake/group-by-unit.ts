/** Which hand-ins are one unit's: in come all of an edition, out go those of each unit, in one list each. */
import { nameKey } from '../text/name-key'
import { absentFiles, type HandIn, missingVolumes } from './hand-in'
import { errorsOf } from './soundness'

/** The hand-ins of each unit, newest and best first; the units by name. One unit: the same checklist, or the same name. */
export function groupByUnit(handIns: readonly HandIn[]): [HandIn, ...HandIn[]][] {
  const groups = new Set<HandIn[]>()
  // The group of every mark that one of its hand-ins bears.
  const groupOf = new Map<string, HandIn[]>()
  for (const handIn of handIns) {
    const marks = marksOf(handIn)
    const same = new Set(marks.flatMap(mark => [groupOf.get(mark)].filter(group => group !== undefined)))
    const [first = [], ...others] = same
    groups.add(first)
    for (const other of others) {
      groups.delete(other)
      first.push(...other)
      for (const mark of other.flatMap(marksOf)) groupOf.set(mark, first)
    }
    first.push(handIn)
    for (const mark of marks) groupOf.set(mark, first)
  }
  return Array.from(groups, group => group.sort(newestAndBestFirst) as [HandIn, ...HandIn[]])
    .map(group => [unitName(group[0]), group] as const)
    .sort(([a], [b]) => byName.compare(a, b))
    .map(([, group]) => group)
}

const byName = new Intl.Collator('zh-CN')

/**
 * Two hand-ins with one mark in common are one unit's. Units that two offices rolled up may share a name, 县教育局 of two counties:
 * then only the checklist tells.
 */
function marksOf(handIn: HandIn): string[] {
  const { checklist, office, scope } = handIn
  return [
    [scope, checklist.id],
    ...(checklist.part ? [[scope, checklist.part.of]] : []),
    // Who wrote no name is nobody else for that.
    ...(unitName(handIn) === '' ? [] : [[scope, office, unitName(handIn)]]),
  ].map(mark => JSON.stringify(mark))
}

/** Of one state of a checklist what has more of its files, then what has less against it, then the unit's own bundle. */
function newestAndBestFirst(a: HandIn, b: HandIn): number {
  return (
    b.checklist.changed.localeCompare(a.checklist.changed) ||
    absentFiles(a).length - absentFiles(b).length ||
    missingVolumes(a).length - missingVolumes(b).length ||
    errorsOf(a).length - errorsOf(b).length ||
    Number(a.office !== '') - Number(b.office !== '') ||
    b.packed.localeCompare(a.packed)
  )
}

function unitName({ checklist }: HandIn): string {
  return nameKey(checklist.unit.name)
}
