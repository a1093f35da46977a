/**
 * 导入材料包: reads what was brought, asks what only a person can decide, stores it in batches, each one transaction. The
 * same bundle brought twice changes nothing.
 *
 * Decision: A bundle of another year leads to its own page. It is not stored from here: its year has its own rules and
 * table.
 */
import { atom } from 'nanostores'
import { batchesOf, withoutFiles } from '../core/backup/batches'
import { type Checklist, hashesOf } from '../core/checklist/checklist'
import { findConflicts, type SettledText, type TextConflict } from '../core/checklist/merge'
import { type Refusal, refusalOf } from '../core/files/refusal'
import type { FoundChecklist, RestoreProblem } from '../io/backup/read-bundles'
import { digestBlob } from '../io/files/digest'
import { announceChange } from '../io/storage/other-tabs'
import { loadChecklist, loadStoredHashes, saveChange, saveNewChecklist } from '../io/storage/storage'
import { $checklist, queueSettled } from './checklist'
import { getCatalogue } from './page'
import { switchUnit } from './units'

export type { Refusal }

/** Something that can't be restored here, with the file it came in. */
export interface RefusedImport {
  name: string
  problem: RestoreProblem | { code: 'other-edition'; checklist: Checklist }
}

/** What was brought for one unit. */
export interface RestoreOutcome {
  unit: string
  /** Uses of files that are new here, or whose bytes are. */
  files: number
  /** Names of files whose bytes were not among what was brought and are not stored either. */
  missing: string[]
  missingVolumes: number[]
  volumes: number
}

/** A question: unite with `target` (another checklist of this computer), and which texts to keep. */
export interface Question {
  found: FoundChecklist
  target: Checklist
  conflicts: TextConflict[]
}

export type Restoring =
  | { state: 'idle' }
  | { state: 'reading' | 'storing'; bytes: number; bytesDone: number }
  | { state: 'asking'; question: Question }
  | { state: 'done'; outcomes: RestoreOutcome[]; refused: RefusedImport[]; refusal: Refusal | null }

export const $restoring = atom<Restoring>({ state: 'idle' })

/** What a person answered: unite (with the texts settled), keep as a checklist of its own, or leave it. */
export type Decision = { kind: 'merge'; settled: SettledText[] } | { kind: 'separate' } | { kind: 'leave' }

let controller = new AbortController()
let answer: (decision: Decision) => void = () => {}

export async function importFiles(input: HTMLInputElement): Promise<void> {
  const files = Array.from(input.files ?? [])
  if (files.length === 0) return
  controller = new AbortController()
  const outcomes: RestoreOutcome[] = []
  const refused: RefusedImport[] = []
  let refusal: Refusal | null = null
  try {
    await queueSettled()
    start(
      'reading',
      files.reduce((sum, file) => sum + file.size, 0),
    )
    const { readBundles } = await import('../io/bundling')
    const reading = { signal: controller.signal, onBytes: advance, digest: digestBlob }
    const { found, problems } = await readBundles(files, reading)
    refused.push(...problems)
    for (const one of found) {
      if (one.checklist.edition === getCatalogue().edition) outcomes.push(...(await restoreOne(one)))
      else
        refused.push({
          name: one.checklist.unit.name,
          problem: { code: 'other-edition', checklist: one.checklist },
        })
    }
  } catch (error) {
    refusal = refusalOf(error)
  }
  $restoring.set({ state: 'done', outcomes, refused, refusal })
}

/** Answers the question that `$restoring` shows. */
export function decide(decision: Decision): void {
  answer(decision)
}

/** Stops reading or storing; what is stored stays. */
export function cancelRestoring(): void {
  controller.abort()
}

export function dismissRestoring(): void {
  $restoring.set({ state: 'idle' })
}

async function restoreOne(found: FoundChecklist): Promise<RestoreOutcome[]> {
  const theirs = found.checklist
  const stored = await loadChecklist(theirs.id)
  const same = stored && 'checklist' in stored ? stored.checklist : null
  const target = same ?? $checklist.get()
  const conflicts = target ? findConflicts(target, theirs) : []
  const mustAsk = target && (conflicts.length > 0 || !same)
  const decision = mustAsk
    ? await ask({ found, target, conflicts })
    : ({ kind: 'merge', settled: [] } as const)
  if (decision.kind === 'leave') return []
  const into = decision.kind === 'merge' ? target : null
  if (!into) await saveNewChecklist(withoutFiles(theirs))
  const id = into?.id ?? theirs.id
  const before = into ? usesIn(into) : new Map<string, string>()
  const storedBefore = await loadStoredHashes()
  await storeFiles(id, found, decision.kind === 'merge' ? decision.settled : [])
  announceChange(id)
  await switchUnit(id)
  const hashes = await loadStoredHashes()
  const missing = found.missing.filter(({ sha256 }) => !hashes.has(sha256)).map(({ name }) => name)
  const isNew = ([use, sha256]: [string, string]) =>
    !before.has(use) || (!storedBefore.has(sha256) && hashes.has(sha256))
  return [
    {
      unit: theirs.unit.name,
      files: [...usesIn(theirs)].filter(isNew).length,
      missing,
      // Brought one by one, the last volume completes what earlier ones began.
      missingVolumes: missing.length > 0 ? found.missingVolumes : [],
      volumes: found.volumes,
    },
  ]
}

async function storeFiles(
  id: string,
  { checklist, blobs }: FoundChecklist,
  settled: readonly SettledText[],
): Promise<void> {
  start(
    'storing',
    [...blobs.values()].reduce((sum, blob) => sum + blob.size, 0),
  )
  for (const batch of batchesOf(checklist)) {
    if (controller.signal.aborted) throw new DOMException('Import cancelled', 'AbortError')
    const bytes = new Map<string, Blob>()
    for (const sha256 of hashesOf(batch)) {
      const found = blobs.get(sha256)
      if (found) bytes.set(sha256, await found.open())
    }
    await saveChange(id, { kind: 'merge', theirs: batch, settled }, bytes, new Date())
    for (const blob of bytes.values()) advance(blob.size)
  }
}

function ask(question: Question): Promise<Decision> {
  $restoring.set({ state: 'asking', question })
  return new Promise(resolve => {
    answer = resolve
  })
}

/** SHA-256 by use: an item and the file in it. */
function usesIn(checklist: Checklist): Map<string, string> {
  return new Map(
    Object.entries(checklist.answers).flatMap(([item, { files }]) =>
      files.map(({ sha256 }): [string, string] => [`${item} ${sha256}`, sha256]),
    ),
  )
}

function start(state: 'reading' | 'storing', bytes: number): void {
  $restoring.set({ state, bytes, bytesDone: 0 })
}

function advance(bytes: number): void {
  const now = $restoring.get()
  if (now.state === 'reading' || now.state === 'storing')
    $restoring.set({ ...now, bytesDone: now.bytesDone + bytes })
}
