/** An import as it is shown: reading, asking, storing, done; and the question that only a person can answer. */
import { atom } from 'nanostores'
import type { RestoreOutcome } from '../../core/backup/outcome'
import type { Checklist } from '../../core/checklist/checklist'
import type { SettledText, TextConflict } from '../../core/checklist/merge'
import type { Reply } from '../../core/checklist/returned'
import type { Refusal } from '../../core/files/refusal'
import type { FoundChecklist } from '../../io/backup/found'
import type { RefusedImport } from './refused-import'

/**
 * A question: unite with `target` (which may be another checklist of this computer), and which texts to keep. Without a target
 * the stored record of this very checklist can't be read: put the one that was brought in its place.
 */
export interface Question {
  found: FoundChecklist
  target: Checklist | null
  conflicts: TextConflict[]
}

/** An import that is over, with all that came of it. */
export interface Restored {
  state: 'done'
  outcomes: RestoreOutcome[]
  replies: Reply[]
  refused: RefusedImport[]
  refusal: Refusal | null
}

type Restoring =
  | { state: 'idle' }
  | { state: 'reading' | 'storing'; bytes: number; bytesDone: number }
  | { state: 'asking'; question: Question }
  | Restored

export const $restoring = atom<Restoring>({ state: 'idle' })

/** From the first byte read to the last stored, with the question between. */
export function isImporting({ state }: Restoring): boolean {
  return state !== 'idle' && state !== 'done'
}

/** The person's answer: unite (with the texts settled), keep as a checklist of its own, or leave it. */
export type Decision = { kind: 'merge'; settled: SettledText[] } | { kind: 'separate' } | { kind: 'leave' }

let answer: (decision: Decision) => void = () => {}

/** Asks, and waits for the answer. */
export function ask(question: Question): Promise<Decision> {
  $restoring.set({ state: 'asking', question })
  return new Promise(resolve => {
    answer = resolve
  })
}

/** Answers the question that `$restoring` shows. */
export function decide(decision: Decision): void {
  answer(decision)
}

export function start(state: 'reading' | 'storing', bytes: number): void {
  $restoring.set({ state, bytes, bytesDone: 0 })
}

export function advance(bytes: number): void {
  const now = $restoring.get()
  if (now.state === 'reading' || now.state === 'storing')
    $restoring.set({ ...now, bytesDone: now.bytesDone + bytes })
}

export function dismissRestoring(): void {
  $restoring.set({ state: 'idle' })
}
