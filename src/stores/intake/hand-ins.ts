/**
 * The hand-ins among what was verified, and their files straight out of the archives.
 *
 * Decision: The matrix is drawn some times a second at most. While bundles come in, nothing of the matrix's size waits on
 * each: a small bundle costs its reading.
 */
import { atom } from 'nanostores'
import type { BagContent } from '../../core/bag/content'
import type { VolumeSet } from '../../core/bag/volume-set'
import type { AttachedFile } from '../../core/checklist/checklist'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import { createReuse, createReuseOfSteps } from '../../core/files/reuse'
import type { Arrival } from '../../core/intake/arrival'
import type { ArrivedBundle, Assembled } from '../../core/intake/assemble'
import { findDamaged } from '../../core/intake/damaged'
import type { HandIn } from '../../core/intake/hand-in'
import { partIdsOf } from '../../core/intake/unite'
import type { VerifiedBag } from '../../io/bag/verify-bag'
import type { VerifiedVolumes } from '../../io/bag/verify-volumes'
import type { HandedInBytes } from '../../io/collect/pack-rollup'
import { downloadBlob } from '../../io/files/download'
import { pause, runInSlices } from '../../io/files/in-slices'
import { openBlob } from '../../io/preview/open-tab'
import { getCatalogue } from '../page'

/** All hand-ins, of every edition, in the order they came. */
export const $handIns = atom<readonly HandIn[]>([])

/** The digest that finds a file, and the name it is saved under. */
type NamedBytes = Pick<AttachedFile, 'name' | 'sha256'>

interface Bag extends VerifiedBag {
  archive: string
  arrived: number
  /** The id of the arrival it came in. */
  arrival: number
}

/** Ids of arrivals that can be removed: a better copy of everything in them arrived. */
export const $removableArrivals = atom<ReadonlySet<number>>(new Set())

/** What was dropped, as it was when the hand-ins were put together last. */
export const $gathered = atom<readonly Arrival<VerifiedBag>[]>([])

let received: Assembled<Bag>[] = []
let turn: Promise<void> = Promise.resolve()

/** Puts together anew what the verified archives hold; one after another, the last call decides. */
export function gatherHandIns(arrivals: readonly Arrival<VerifiedBag>[]): Promise<void> {
  const gathering = turn.then(() => gather(arrivals))
  // A failure is thrown to that caller only; the next call gathers everything again.
  turn = gathering.catch(() => undefined)
  return gathering
}

// What came before is as it was: only what is new is put together, however much there is.
const known = {
  bags: createReuse<VerifiedBag, Bag>(),
  sets: createReuse<Bag, VolumeSet<Bag>>(),
  verified: createReuse<VolumeSet<Bag>, Promise<VerifiedVolumes<Bag>>>(),
  handIns: createReuseOfSteps<ArrivedBundle<Bag>, Assembled<Bag>>(),
}

async function gather(arrivals: readonly Arrival<VerifiedBag>[]): Promise<void> {
  const bags = arrivals.flatMap(({ id, name, drop, bags }) =>
    bags.map(bag => known.bags(bag, [id], () => ({ ...bag, archive: name, arrived: drop, arrival: id }))),
  )
  const { assemble, completeSupplements, verifyVolumes } = await import('../../io/collecting')
  const bundles = await verifyVolumes(bags, known)
  const assembled = await runInSlices(assemble(getCatalogue(), bundles, known.handIns))
  // One checklist with 65,000 files makes what is drawn of it long.
  await pause()
  // Together with what is shown of them: who opens a file in a pause finds its bag.
  received = assembled
  const damaged = new Set(received.flatMap(one => one.damaged))
  const needed = new Set(bags.filter(bag => !damaged.has(bag)).map(({ arrival }) => arrival))
  const ids = [...damaged].map(({ arrival }) => arrival)
  $removableArrivals.set(new Set(ids.filter(id => !needed.has(id))))
  $gathered.set(arrivals)
  $handIns.set(completeSupplements(received.map(({ handIn }) => handIn)))
}

/** A file's bytes: a slice of the ZIP where it is stored. @throws the platform's error when the ZIP can't be read any more */
export async function readHandedIn(handIn: HandIn, sha256: string): Promise<HandedInBytes> {
  for (const bag of bagsOf(handIn)) {
    const content = contentsOf(bag).get(sha256)
    if (content) return { blob: await bag.open(content.path), crc32: content.crc32 ?? null, source: bag }
  }
  throw new DOMException(`Cannot open file: ${sha256} is in no archive`, 'NotFoundError')
}

/** The bytes at the place of an altered file: not those that the unit sealed, so they are only to be looked at. */
async function readAltered(handIn: HandIn, sha256: string): Promise<Blob> {
  for (const bag of bagsOf(handIn)) {
    const content = findDamaged(bag, sha256)
    if (content?.sha256) return bag.open(content.path)
  }
  throw new DOMException(`Cannot open file: nothing lies where ${sha256} was packed`, 'NotFoundError')
}

/**
 * A tag file of the bag that a hand-in came in, such as what an office put beside the units; null where there is none. `source`
 * tells bags apart.
 */
export function findTagFile(
  handIn: HandIn,
  name: string,
): { size: number; source: object; open: () => Promise<Blob> } | null {
  for (const bag of bagsOf(handIn)) {
    const content = bag.contents.find(({ path }) => path === name)
    if (content) return { size: content.size, source: bag.contents, open: () => bag.open(name) }
  }
  return null
}

function bagsOf(handIn: HandIn): readonly Bag[] {
  const parts = new Set(partIdsOf(handIn))
  return received.filter(one => parts.has(one.handIn.id)).flatMap(({ bags }) => bags)
}

/** Contents by SHA-256, made once for each bag: rolling up asks for every file of every bag. */
const indexes = new WeakMap<readonly BagContent[], ReadonlyMap<string, BagContent>>()

function contentsOf({ contents }: Bag): ReadonlyMap<string, BagContent> {
  const known = indexes.get(contents)
  if (known) return known
  const index = new Map(contents.map(content => [content.sha256, content]))
  indexes.set(contents, index)
  return index
}

/** Opens the file in a tab where that is safe, else saves it. @returns why it could not */
export function openHandedIn(handIn: HandIn, file: NamedBytes): Promise<Refusal | null> {
  return withBytes(handIn, file, blob => openBlob(blob, file.name, handIn.checklist.unit.name))
}

/** @returns why it could not */
export function saveHandedIn(handIn: HandIn, file: NamedBytes): Promise<Refusal | null> {
  return withBytes(handIn, file, blob => downloadBlob(blob, file.name))
}

/** The bytes to look at: of an altered file those that lie in its place. @throws the platform's error */
export async function loadHandedIn(handIn: HandIn, { sha256 }: Pick<NamedBytes, 'sha256'>): Promise<Blob> {
  const isAltered = handIn.damaged.get(sha256) === 'altered'
  return isAltered ? readAltered(handIn, sha256) : (await readHandedIn(handIn, sha256)).blob
}

async function withBytes(
  handIn: HandIn,
  file: NamedBytes,
  use: (blob: Blob) => void | Promise<void>,
): Promise<Refusal | null> {
  try {
    const blob = await loadHandedIn(handIn, file)
    // A download of a file that is gone would fail where nobody sees it.
    await blob.slice(0, 1).arrayBuffer()
    await use(blob)
    return null
  } catch (error) {
    return refusalOf(error)
  }
}
