/** The platform's errors as codes that `wording/refusal` and `wording/checklist` have sentences for. */

/** Why the browser refused to read or store something. */
export type Refusal =
  | 'no-room'
  | 'vanished'
  | 'changed-since-picked'
  | 'blocked'
  | 'cancelled'
  | 'broken-off'
  | 'silent'
  | 'checklist-gone'
  | 'part-missing'
  | 'unknown'

const refusals: Record<string, Refusal> = {
  QuotaExceededError: 'no-room',
  NotFoundError: 'vanished',
  // Reading a file that changed since it was picked, and storing one (Chrome: InvalidBlob).
  NotReadableError: 'changed-since-picked',
  DataError: 'changed-since-picked',
  UnknownError: 'blocked',
  SecurityError: 'blocked',
  InvalidStateError: 'blocked',
  // Ours, when a person stops something; what the browser itself breaks off has a name of its own (`io/storage/database`).
  AbortError: 'cancelled',
  TransactionBrokenOffError: 'broken-off',
  TimeoutError: 'silent',
  ChecklistGoneError: 'checklist-gone',
  PartError: 'part-missing',
}

export function refusalOf(error: unknown): Refusal {
  return (error instanceof Error && refusals[error.name]) || 'unknown'
}
