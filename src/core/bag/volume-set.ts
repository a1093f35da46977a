/**
 * Bags to bundles: which volumes belong together (RFC 8493 §2.2.2: Bag-Group-Identifier, Bag-Count), and what is missing of
 * each bundle. In come verified bags in any order, out go bundles in the order of their first bag; every bag is in one.
 *
 * A unit that hands in twice has one group and two packings: they differ in fingerprint, number of volumes or checklist.
 */
import { usedFiles } from '../checklist/checklist'
import { makeAnew, type Reuse } from '../files/reuse'
import { type BagFile, fieldOf, readBagCount } from './bag'
import type { BagChecklist, BagContent } from './content'
import { countErrors, type Finding, type VolumeFinding } from './finding'

/** The fields of a bag that grouping reads. */
export interface VolumeFacts {
  info: readonly (readonly [label: string, value: string])[]
  findings: readonly Finding[]
  contents: readonly BagContent[]
  listed: readonly BagFile[] | undefined
  checklists: readonly BagChecklist[]
  checklistDigest: string
  isOurs: boolean
}

/** One bundle as it was received. */
export interface VolumeSet<Bag> {
  /** Bag-Group-Identifier; empty where the bag stands for itself. */
  group: string
  /** Yinzheng-Fingerprint as the bag declares it; empty without. */
  fingerprint: string
  /** How many volumes there should be. */
  count: number
  /** By number, each once. */
  volumes: Bag[]
  /** The same volumes again, as sound as those that count. */
  doubles: Bag[]
  /** The same volumes again with more errors, which speak against nothing: what counts came better. */
  damaged: { bag: Bag; finding: VolumeFinding }[]
  isOurs: boolean
  findings: VolumeFinding[]
}

interface Numbered<Bag> {
  bag: Bag
  index: number
}

interface Packing<Bag> {
  group: string
  fingerprint: string
  count: number
  numbered: Numbered<Bag>[]
  findings: VolumeFinding[]
}

/** `reuse` keeps the bundles by their first bag. */
export function groupVolumes<Bag extends VolumeFacts>(
  bags: readonly Bag[],
  reuse: Reuse<Bag, VolumeSet<Bag>> = makeAnew,
): VolumeSet<Bag>[] {
  const packings = new Map<string, Packing<Bag>>()
  for (const [i, bag] of bags.entries()) {
    const group = fieldOf(bag.info, 'Bag-Group-Identifier') ?? ''
    const fingerprint = fieldOf(bag.info, 'Yinzheng-Fingerprint') ?? ''
    const place = readBagCount(bag.info)
    const [index, count] = place ?? [1, 1]
    const isAlone = group === '' || !place
    const key = isAlone ? `${i}` : JSON.stringify([group, fingerprint, count, bag.checklistDigest])
    const packing = packings.get(key) ?? { group, fingerprint, count, numbered: [], findings: [] }
    if (!place)
      packing.findings.push({ code: 'bad-bag-count', declared: fieldOf(bag.info, 'Bag-Count') ?? '' })
    packing.numbered.push({ bag, index })
    packings.set(key, packing)
  }
  // By group: which volumes came in whichever packing.
  const volumesOf = new Map<string, Set<number>>()
  for (const { group, numbered } of packings.values()) {
    const known = volumesOf.get(group) ?? new Set()
    for (const { index } of numbered) known.add(index)
    volumesOf.set(group, known)
  }
  return [...packings.values()].map(packing => {
    const elsewhere = volumesOf.get(packing.group) ?? new Set<number>()
    const own = packing.numbered.map(({ bag }) => bag)
    const facts = [...own, [...elsewhere].sort().join()]
    return reuse(own[0] as Bag, facts, () => buildSet(packing, elsewhere))
  })
}

/** `elsewhere`: the numbers of the group's volumes in all its packings. */
function buildSet<Bag extends VolumeFacts>(
  packing: Packing<Bag>,
  elsewhere: ReadonlySet<number>,
): VolumeSet<Bag> {
  const { group, fingerprint, numbered } = packing
  const findings = [...packing.findings]
  const chosen = new Map<number, Bag>()
  const doubles: Bag[] = []
  const damaged: VolumeSet<Bag>['damaged'] = []
  // Of a volume that came twice the sounder one counts.
  const inOrder = [...numbered].sort(
    (a, b) => a.index - b.index || countErrors(a.bag.findings) - countErrors(b.bag.findings),
  )
  for (const { bag, index } of inOrder) {
    const best = chosen.get(index)
    const left = countErrors(best?.findings ?? [])
    if (!best) chosen.set(index, bag)
    else if (countErrors(bag.findings) > left)
      damaged.push({ bag, finding: { code: 'damaged-double', volume: index, left } })
    else {
      doubles.push(bag)
      findings.push({ code: 'doubled-volume', volume: index })
    }
  }
  const count = Math.max(packing.count, ...chosen.keys())
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter(index => !chosen.has(index))
  const volumes = [...chosen.values()]
  if (missing.length === 0) findings.push(...findNotPacked(volumes))
  else {
    findings.push({ code: 'missing-volumes', volumes: missing, count })
    const others = missing.filter(index => elsewhere.has(index))
    if (others.length > 0) findings.push({ code: 'other-packing', volumes: others })
  }
  const isOurs = volumes.some(bag => bag.isOurs)
  return { group, fingerprint, count, volumes, doubles, damaged, isOurs, findings }
}

/**
 * Files a unit's checklist names that are neither in a volume nor in a manifest: where one lists it, it is missing there.
 * An office's bag may hold the files of one department beside whole checklists.
 */
function findNotPacked(volumes: readonly VolumeFacts[]): VolumeFinding[] {
  const packed = new Set(
    volumes.flatMap(({ contents, listed = [] }) => [...contents, ...listed].map(({ sha256 }) => sha256)),
  )
  const findings = new Map<string, VolumeFinding>()
  for (const { path, result } of volumes.flatMap(({ checklists }) => checklists)) {
    const isUnits = path === 'checklist.json' && result.ok
    for (const { item, file } of isUnits ? usedFiles(result.checklist) : []) {
      const { sha256, name } = file
      // Each volume carries the same checklist.
      if (!packed.has(sha256)) findings.set(`${item} ${sha256}`, { code: 'not-packed', item, name })
    }
  }
  return [...findings.values()]
}
