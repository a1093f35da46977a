/**
 * Puts hand-ins together: in come the bags of all archives that were opened, out go the hand-ins they are volumes of.
 * A bundle says which volume it is (RFC 8493 §2.2.2, Bag-Count); that two volumes belong together is judged by the checklist
 * in both, so a lying label separates nothing. A bag of many units (an office's own) is one hand-in for each of them.
 */
import type { ArchiveProblem } from './archive'
import { fingerprintText } from './bag'
import { planBundle } from './bundle'
import type { Catalogue } from './catalogue'
import { type Checklist, hashesOf } from './checklist'
import type { HandIn, HandInFinding } from './hand-in'
import type { RecordResult } from './record'
import { findUnitField } from './rollup'
import type { BagContent, Finding } from './verify'

/** A bag as it was verified. */
export interface ArrivedBag {
  archive: string
  contents: readonly BagContent[]
  info: readonly (readonly [label: string, value: string])[]
  checklists: readonly { path: string; result: RecordResult }[]
  findings: readonly (Finding | ArchiveProblem)[]
}

/** A hand-in whose fingerprint is still to be digested: that of `fingerprintText`, none where it is null. */
export interface Assembled<Bag> {
  handIn: Omit<HandIn, 'fingerprint'>
  bags: Bag[]
  fingerprintText: string | null
}

const rootChecklist = 'checklist.json'

/** Every hand-in among the bags, in the order they came. */
export function assemble<Bag extends ArrivedBag>(
  catalogue: Catalogue,
  bags: readonly Bag[],
): Assembled<Bag>[] {
  const groups = new Map<string, Group<Bag>>()
  for (const bag of bags) {
    for (const { path, result } of bag.checklists) {
      if (!result.ok) continue
      const { checklist } = result
      const isOwn = path === rootChecklist
      const key = [checklist.id, checklist.changed, isOwn ? volumeOf(bag).count : path].join('\n')
      const group = groups.get(key)
      if (group) group.bags.push(bag)
      else groups.set(key, { checklist, path, bags: [bag], isOwn })
    }
  }
  return [...groups].map(([id, group]) => assembleOne(catalogue, id, group))
}

/** Bags with one checklist, at the same place in each. */
interface Group<Bag> {
  checklist: Checklist
  path: string
  bags: Bag[]
  isOwn: boolean
}

function assembleOne<Bag extends ArrivedBag>(
  catalogue: Catalogue,
  id: string,
  { checklist, path, bags, isOwn }: Group<Bag>,
): Assembled<Bag> {
  const there = new Set(bags.flatMap(bag => bag.contents.map(content => content.sha256)))
  const present = new Set([...hashesOf(checklist)].filter(sha256 => there.has(sha256)))
  // An office's bag is its volumes' own affair: which of them hold a unit's files only the files say.
  const found = isOwn ? [...new Set(bags.map(bag => volumeOf(bag).index))].sort((a, b) => a - b) : [1]
  const count = isOwn ? Math.max(...bags.map(bag => volumeOf(bag).count)) : 1
  const said = isOwn ? saidOfBundle(bags) : findUnitField(bags[0]?.info ?? [], path)
  return {
    handIn: {
      id,
      checklist,
      declaredFingerprint: said.fingerprint,
      archives: [...new Set(bags.map(bag => bag.archive))],
      volumes: { found, count },
      findings: isOwn ? [...repeatedVolumes(bags), ...bags.flatMap(findingsOf)] : [],
      packed: isDay(said.packed) ? said.packed : '',
      present,
    },
    bags,
    fingerprintText: isOwn
      ? found.length === count
        ? payloadText(bags)
        : null
      : planText(catalogue, checklist, present),
  }
}

function saidOfBundle(bags: readonly ArrivedBag[]): { packed: string; fingerprint: string } {
  const said = (label: string) => bags.map(bag => fieldOf(bag, label))
  return {
    packed: said('Bagging-Date').find(isDay) ?? '',
    fingerprint: said('Yinzheng-Fingerprint').find(Boolean) ?? '',
  }
}

/** `2 of 3`; a bag that says nothing sensible is the only one. */
function volumeOf(bag: ArrivedBag): { index: number; count: number } {
  const [, index = '1', count = '1'] = /^(\d{1,5}) of (\d{1,5})$/.exec(fieldOf(bag, 'Bag-Count')) ?? []
  return { index: Number(index), count: Math.max(Number(index), Number(count)) }
}

function fieldOf({ info }: ArrivedBag, label: string): string {
  return info.find(([other]) => other.toLowerCase() === label.toLowerCase())?.[1] ?? ''
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text)
}

function findingsOf({ archive, findings }: ArrivedBag): HandInFinding[] {
  return findings.map(finding => ({ archive, finding }))
}

/** The payload of all volumes; one that came twice counts once. */
function payloadText(bags: readonly ArrivedBag[]): string {
  const payload = new Map(
    bags
      .flatMap(bag => bag.contents)
      .filter(({ path }) => path.startsWith('data/'))
      .map(({ path, sha256 }) => [path.normalize('NFC'), sha256] as const),
  )
  return fingerprintText(Array.from(payload, ([path, sha256]) => ({ path, sha256 })))
}

/** In an office's bag files lie elsewhere; where the unit's own bundle had them follows from its checklist. */
function planText(catalogue: Catalogue, checklist: Checklist, present: ReadonlySet<string>): string | null {
  if (checklist.edition !== catalogue.edition) return null
  const { entries } = planBundle(catalogue, checklist)
  return entries.every(({ sha256 }) => present.has(sha256)) ? fingerprintText(entries) : null
}

/** A volume that came in a second archive: named there, with the one it came in first. */
function repeatedVolumes(bags: readonly ArrivedBag[]): HandInFinding[] {
  const first = new Map<number, string>()
  return bags.flatMap(bag => {
    const { index } = volumeOf(bag)
    const other = first.get(index)
    if (other === undefined) first.set(index, bag.archive)
    return other === undefined
      ? []
      : [{ archive: bag.archive, finding: { code: 'came-twice' as const, index, other } }]
  })
}
