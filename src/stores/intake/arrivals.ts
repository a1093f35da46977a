/**
 * 收件核验: what was dropped, one after another verified as a stream. Files are referenced, never copied, and nothing is
 * stored: closing the page forgets all, and the files stay where they are.
 *
 * Decision: The office's page keeps references. A reload asks first and then begins anew; only the list of expected units
 * is stored.
 */
import { atom } from 'nanostores'
import { isCutDownload, isLitter } from '../../core/files/litter'
import { joinPieces } from '../../core/files/pieces'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import type { Arrival } from '../../core/intake/arrival'
import { sortIncoming } from '../../core/intake/incoming'
import type { VerifiedBag } from '../../io/bag/verify-bag'
import { prepareDigest } from '../../io/files/digest'
import { hashBlob } from '../../io/files/foreign-digest'
import { pause } from '../../io/files/in-slices'
import { type IncomingFile, readDropped, readPicked } from '../../io/files/pick'
import { gatherHandIns } from './hand-ins'

export const $arrivals = atom<readonly Arrival<VerifiedBag>[]>([])

/** True from the first waiting file until all hand-ins are put together. */
export const $isVerifying = atom(false)

/** Bytes read of the archive that is being verified. */
export const $bytesRead = atom(0)

/** Why the browser did not read a dropped folder. */
export const $dropRefusal = atom<Refusal | null>(null)

/** Least milliseconds between two times that the page shows how far it is: each time the browser paints the whole matrix. */
const showEvery = 250

/** Least milliseconds between two runs of `gatherHandIns`, and the most of the time that these may take. */
const gatherEvery = 800
const gatherShare = 0.1

type Source = File | { path: string; blob: Blob }[]

/** All arrivals as they are, of which `$arrivals` shows the state of a moment ago while many small ones are verified. */
let arrivals: readonly Arrival<VerifiedBag>[] = []
let bytesRead = 0
let shown = 0

const sources = new Map<number, Source>()
let lastId = 0
let lastDrop = 0
let reading = { id: 0, controller: new AbortController() }

/** Fetches the part that verifies while there is a network; where that fails, the first bundle tries again. */
export function prepareVerifying(): void {
  prepareDigest()
  import('../../io/collecting').catch(() => undefined)
}

/** Takes what a person picked, files or a folder. */
export function takePicked(input: HTMLInputElement): void {
  take(readPicked(input))
}

/** Takes what was dropped; folders are walked. */
export async function takeDropped(data: DataTransfer): Promise<void> {
  $dropRefusal.set(null)
  take(await readDropped(data, (_path, error) => $dropRefusal.set(refusalOf(error))))
}

/** Stops the archive being verified and all that wait. */
export function stopVerifying(): void {
  for (const { id, state } of arrivals)
    if (state === 'waiting') update(id, { state: 'stopped', refusal: 'cancelled' })
  show()
  reading.controller.abort()
}

/** Verifies arrivals again that were stopped or could not be read. */
export function resumeVerifying(ids: readonly number[]): void {
  for (const id of ids) update(id, { state: 'waiting', refusal: null })
  show()
  void run()
}

/** Takes an arrival off the list; the file itself is not touched. */
export function forgetArrival(id: number): void {
  if (reading.id === id) reading.controller.abort()
  sources.delete(id)
  arrivals = arrivals.filter(arrival => arrival.id !== id)
  show()
  void gatherHandIns(arrivals)
}

function take(files: IncomingFile[]): void {
  const { singles, unpacked } = sortIncoming(files)
  lastDrop += 1
  const { joined, others } = joinPieces(singles, ({ path }) => path)
  const taken = [
    ...others
      .filter(({ path }) => !isLitter(path) || isCutDownload(path))
      .map(({ file, path }) => arrive(path, file.size, file)),
    ...joined.map(({ name, pieces }) => {
      const whole = new File(
        pieces.map(({ file }) => file),
        name,
      )
      return arrive(name, whole.size, whole)
    }),
    ...unpacked.map(({ name, files }) => {
      const size = files.reduce((sum, { file }) => sum + file.file.size, 0)
      return arrive(
        name,
        size,
        files.map(({ path, file }) => ({ path, blob: file.file })),
      )
    }),
  ]
  arrivals = [...arrivals, ...taken]
  show()
  void run()
}

function arrive(name: string, size: number, source: Source): Arrival<VerifiedBag> {
  lastId += 1
  sources.set(lastId, source)
  return { id: lastId, name, drop: lastDrop, size, state: 'waiting', refusal: null, problems: [], bags: [] }
}

async function run(): Promise<void> {
  if ($isVerifying.get()) return
  $isVerifying.set(true)
  let gatherNext = performance.now() + gatherEvery
  for (let next = firstWaiting(); next; next = firstWaiting()) {
    const { id } = next
    await verify(next)
    // Collating and drawing everything after each of forty small bundles would be most of the work.
    const start = performance.now()
    if (firstWaiting() && start < gatherNext) continue
    show()
    await gatherHandIns(arrivals).catch(error => stop(id, error))
    show()
    // What came of it is drawn before the pause ends.
    await pause()
    const end = performance.now()
    gatherNext = end + Math.max(gatherEvery, (end - start) / gatherShare)
  }
  $isVerifying.set(false)
}

async function verify({ id }: Arrival): Promise<void> {
  const controller = new AbortController()
  reading = { id, controller }
  bytesRead = 0
  update(id, { state: 'verifying' })
  try {
    const { shareProblems, verifyBundle } = await import('../../io/collecting')
    const verified = await verifyBundle(sources.get(id) ?? [], {
      signal: controller.signal,
      onBytes: bytes => {
        bytesRead += bytes
        showSometimes()
      },
      digest: hashBlob,
    })
    update(id, { state: 'verified', ...shareProblems(verified.problems, verified.bags) })
  } catch (error) {
    stop(id, error)
  }
}

function stop(id: number, error: unknown): void {
  update(id, { state: 'stopped', refusal: refusalOf(error) })
}

function firstWaiting(): Arrival | undefined {
  return arrivals.find(({ state }) => state === 'waiting')
}

function update(id: number, part: Partial<Arrival<VerifiedBag>>): void {
  arrivals = arrivals.map(arrival => (arrival.id === id ? { ...arrival, ...part } : arrival))
  showSometimes()
}

function showSometimes(): void {
  if (performance.now() - shown >= showEvery) show()
}

function show(): void {
  shown = performance.now()
  $bytesRead.set(bytesRead)
  $arrivals.set(arrivals)
}
