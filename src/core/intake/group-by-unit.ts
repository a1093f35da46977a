/** Which hand-ins are one unit's: in come all of an edition, out go those of each unit, in one list each. */
import { nameKey } from '../text/name-key'
import { absentFiles, type HandIn, missingVolumes } from './hand-in'
import { errorsOf } from './verdict'

/** The hand-ins of each unit, newest and best first; the units by name. One unit: the same checklist, or the same name. */
export function groupByUnit(handIns: readonly HandIn[]): [HandIn, ...HandIn[]][] {
  const groups: HandIn[][] = []
  for (const handIn of handIns) {
    const same = groups.filter(group => group.some(other => isSameUnit(other, handIn)))
    const rest = groups.filter(group => !same.includes(group))
    groups.splice(0, groups.length, ...rest, [...same.flat(), handIn])
  }
  return groups
    .map(group => [...group].sort(newestAndBestFirst) as [HandIn, ...HandIn[]])
    .sort(([a], [b]) => unitName(a).localeCompare(unitName(b), 'zh-CN'))
}

/** Units that two offices rolled up may share a name, 县教育局 of two counties: then only the checklist tells. */
function isSameUnit(a: HandIn, b: HandIn): boolean {
  if (a.scope !== b.scope) return false
  return a.checklist.id === b.checklist.id || (a.office === b.office && unitName(a) === unitName(b))
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
