/**
 * One unit's answers for one edition, and every way they may change. Plain data, stored as it is.
 * Invariants: answers are keyed by item id, never by position; an item holds the same bytes once; nothing a person
 * attached disappears without passing through `removed`.
 *
 * When this changes: a new optional field needs a default in `core/record.ts` and nothing else. Anything an older page
 * would misread raises `checklistFormat`, keeps reading every older format there, and adds a bundle of the old format to
 * `tests/fixtures/`. Old records are never rewritten in place before the person changes something.
 */

export const checklistFormat = 1

export interface Unit {
  /** 单位全称, as on the seal. */
  name: string
  /** Department ids, in the catalogue's order. */
  departments: string[]
  contact: string
  phone: string
}

/** One attachment as used by one item. The bytes are stored once, under their SHA-256. */
export interface AttachedFile {
  /** Lower-case hex. */
  sha256: string
  crc32: number
  /** Bytes. */
  size: number
  /** MIME type the browser gave; may be empty. */
  type: string
  /** What the person calls it; starts as `originalName`. */
  name: string
  originalName: string
  /** ISO 8601, UTC. */
  added: string
}

export interface Answer {
  /** 已备齐 */
  ready: boolean
  /** 不适用 */
  notApplicable: boolean
  reason: string
  remark: string
  files: AttachedFile[]
}

export interface RemovedFile {
  item: string
  file: AttachedFile
  /** ISO 8601, UTC. */
  removed: string
}

export interface Checklist {
  format: typeof checklistFormat
  id: string
  edition: string
  unit: Unit
  answers: Record<string, Answer>
  /** Files taken off an item, newest last; their bytes are kept until the person empties this list. */
  removed: RemovedFile[]
  /** ISO 8601, UTC. */
  created: string
  changed: string
}

export type Change =
  | { kind: 'set-unit'; unit: Unit }
  | { kind: 'set-ready'; item: string; ready: boolean }
  | { kind: 'set-not-applicable'; item: string; notApplicable: boolean }
  | { kind: 'set-reason'; item: string; reason: string }
  | { kind: 'set-remark'; item: string; remark: string }
  | { kind: 'add-files'; item: string; files: AttachedFile[] }
  | { kind: 'rename-file'; item: string; sha256: string; name: string }
  | { kind: 'remove-file'; item: string; sha256: string }
  | { kind: 'restore-file'; item: string; sha256: string }
  | { kind: 'share-file'; item: string; sha256: string; items: string[] }
  | { kind: 'empty-removed' }

const emptyAnswer: Answer = { ready: false, notApplicable: false, reason: '', remark: '', files: [] }

/** A checklist nobody has touched yet. */
export function buildChecklist(id: string, edition: string, unit: Unit, now: Date): Checklist {
  const at = now.toISOString()
  return { format: checklistFormat, id, edition, unit, answers: {}, removed: [], created: at, changed: at }
}

/** What the unit says of an item; the empty answer where it has said nothing. */
export function answerOf(checklist: Checklist, item: string): Answer {
  return checklist.answers[item] ?? emptyAnswer
}

/** The checklist after one change; the argument stays as it was. A change that no longer applies changes nothing. */
export function applyChange(checklist: Checklist, change: Change, now: Date): Checklist {
  const changed = { ...checklist, changed: now.toISOString() }
  const set = (item: string, part: Partial<Answer>): Checklist => ({
    ...changed,
    answers: { ...checklist.answers, [item]: { ...answerOf(checklist, item), ...part } },
  })
  switch (change.kind) {
    case 'set-unit':
      return { ...changed, unit: change.unit }
    case 'set-ready':
      return set(change.item, change.ready ? { ready: true, notApplicable: false } : { ready: false })
    case 'set-not-applicable':
      return set(
        change.item,
        change.notApplicable ? { notApplicable: true, ready: false } : { notApplicable: false },
      )
    case 'set-reason':
      return set(change.item, { reason: change.reason })
    case 'set-remark':
      return set(change.item, { remark: change.remark })
    case 'add-files':
      return set(change.item, { files: unite(answerOf(checklist, change.item).files, change.files) })
    case 'rename-file':
      return set(change.item, {
        files: answerOf(checklist, change.item).files.map(file =>
          file.sha256 === change.sha256 ? { ...file, name: change.name.trim() || file.name } : file,
        ),
      })
    case 'remove-file':
      return removeFile(checklist, change.item, change.sha256, now)
    case 'restore-file':
      return restoreFile(checklist, change.item, change.sha256, now)
    case 'share-file': {
      const file = answerOf(checklist, change.item).files.find(file => file.sha256 === change.sha256)
      if (!file) return checklist
      return change.items.reduce(
        (next, item) => applyChange(next, { kind: 'add-files', item, files: [file] }, now),
        checklist,
      )
    }
    case 'empty-removed':
      return { ...changed, removed: [] }
  }
}

/**
 * The changes still to be saved with one more behind them. Typing replaces the last change to the same field, so that a
 * sentence is a few transactions, not one a keystroke; the first `fixed` changes are on their way and stay.
 */
export function enqueueChange(queue: readonly Change[], change: Change, fixed: number): Change[] {
  const last = queue[queue.length - 1]
  const isTyping = change.kind === 'set-remark' || change.kind === 'set-reason'
  if (isTyping && queue.length > fixed && last?.kind === change.kind && last.item === change.item) {
    return [...queue.slice(0, -1), change]
  }
  return [...queue, change]
}

/** SHA-256 of every file the checklist needs the bytes of, the removed ones included. */
export function hashesOf(checklist: Checklist): Set<string> {
  const attached = Object.values(checklist.answers).flatMap(answer => answer.files)
  return new Set([...attached, ...checklist.removed.map(entry => entry.file)].map(file => file.sha256))
}

/** The ids of the items that use a file, by SHA-256. */
export function usesOf(checklist: Checklist): Map<string, string[]> {
  const uses = new Map<string, string[]>()
  for (const [item, answer] of Object.entries(checklist.answers)) {
    for (const { sha256 } of answer.files) {
      const items = uses.get(sha256)
      if (items) items.push(item)
      else uses.set(sha256, [item])
    }
  }
  return uses
}

function removeFile(checklist: Checklist, item: string, sha256: string, now: Date): Checklist {
  const answer = answerOf(checklist, item)
  const file = answer.files.find(file => file.sha256 === sha256)
  if (!file) return checklist
  const at = now.toISOString()
  return {
    ...checklist,
    answers: {
      ...checklist.answers,
      [item]: { ...answer, files: answer.files.filter(other => other !== file) },
    },
    removed: [...checklist.removed, { item, file, removed: at }],
    changed: at,
  }
}

function restoreFile(checklist: Checklist, item: string, sha256: string, now: Date): Checklist {
  const entry = checklist.removed.find(entry => entry.item === item && entry.file.sha256 === sha256)
  if (!entry) return checklist
  const restored = applyChange(checklist, { kind: 'add-files', item, files: [entry.file] }, now)
  return { ...restored, removed: restored.removed.filter(other => other !== entry) }
}

/** Both lists, the first one's order kept, the same bytes once. */
function unite(files: AttachedFile[], more: AttachedFile[]): AttachedFile[] {
  const seen = new Set(files.map(file => file.sha256))
  const added = more.filter(file => !seen.has(file.sha256) && seen.add(file.sha256))
  return [...files, ...added]
}
