/** Every way a checklist may change: pure, so that it can run inside one storage transaction. */
import { type Answer, type AttachedFile, answerOf, type Checklist, type Report, type Unit } from './checklist'
import { mergeChecklists, type SettledText, uniteFiles } from './merge'

export type Change =
  | { kind: 'set-unit'; unit: Unit }
  | { kind: 'set-ready'; item: string; ready: boolean }
  | { kind: 'set-not-applicable'; item: string; notApplicable: boolean }
  | { kind: 'set-reason'; item: string; reason: string }
  | { kind: 'set-remark'; item: string; remark: string }
  | { kind: 'confirm-remark'; item: string }
  | { kind: 'set-report-text'; id: string; text: string }
  | { kind: 'set-score'; indicator: string; score: string }
  | { kind: 'add-files'; item: string; files: AttachedFile[] }
  | { kind: 'rename-file'; item: string; sha256: string; name: string }
  | { kind: 'remove-file'; item: string; sha256: string }
  | { kind: 'restore-file'; item: string; sha256: string }
  | { kind: 'share-file'; item: string; sha256: string; items: string[] }
  | { kind: 'empty-removed' }
  | { kind: 'merge'; theirs: Checklist; settled: readonly SettledText[] }

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
      return set(change.item, { remark: change.remark, remarkFrom: undefined })
    case 'confirm-remark':
      return set(change.item, { remarkFrom: undefined })
    case 'set-report-text':
      return setReport(changed, { texts: { ...checklist.report.texts, [change.id]: change.text } })
    case 'set-score':
      return setReport(changed, { scores: { ...checklist.report.scores, [change.indicator]: change.score } })
    case 'add-files':
      return set(change.item, { files: uniteFiles(answerOf(checklist, change.item).files, change.files) })
    case 'rename-file': {
      const { files } = answerOf(checklist, change.item)
      const name = change.name.trim()
      if (name === '' || !files.some(file => file.sha256 === change.sha256)) return checklist
      return set(change.item, {
        files: files.map(file => (file.sha256 === change.sha256 ? { ...file, name } : file)),
      })
    }
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
    case 'merge':
      // Not `changed`: a merge that brings nothing new must leave the record as it was.
      return mergeChecklists(checklist, change.theirs, change.settled)
  }
}

function setReport(checklist: Checklist, part: Partial<Report>): Checklist {
  return { ...checklist, report: { ...checklist.report, ...part } }
}

/**
 * The changes still to be saved with one more behind them. Typing replaces the last change to the same field, so that a
 * sentence is a few transactions, not one a keystroke; the first `fixed` changes are on their way and stay.
 */
export function enqueueChange(queue: readonly Change[], change: Change, fixed: number): Change[] {
  const last = queue[queue.length - 1]
  const field = typedField(change)
  if (field && last && queue.length > fixed && typedField(last) === field) {
    return [...queue.slice(0, -1), change]
  }
  return [...queue, change]
}

/** Which field a change types into; null where it is no typing. */
function typedField(change: Change): string | null {
  switch (change.kind) {
    case 'set-remark':
    case 'set-reason':
      return `${change.kind} ${change.item}`
    case 'set-report-text':
      return `${change.kind} ${change.id}`
    case 'set-score':
      return `${change.kind} ${change.indicator}`
    default:
      return null
  }
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
