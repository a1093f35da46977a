/** Every way a checklist may change: pure, so that it can run inside one storage transaction. */
import {
  type Answer,
  type AttachedFile,
  answerOf,
  type Checklist,
  changedAt,
  type Report,
  type Sent,
  type Unit,
  usedFiles,
} from './checklist'
import {
  type FilePlace,
  filesAt,
  type Move,
  moveFiles,
  placeFiles,
  removeFiles,
  restoreFiles,
  uniteFiles,
} from './places'
import { type Reply, type ReturnedNote, responseTo, takeReply } from './returned'
import { bringBackPhotos, type Replacement, replacePhotos } from './smaller'
import { noAssignment, type Part, type Team, withTeam } from './teams'

/**
 * One thing a person did. `item` of a file may be `unsortedPlace`: 待归类. A typed text may carry `was`, what stood there when
 * it was typed: where something else stands there by now (another tab was faster), that stays, and the text is a collision
 * (`collision.ts`).
 */
export type Change =
  | { kind: 'set-unit'; unit: Unit; was?: Unit | undefined }
  | { kind: 'set-ready'; item: string; ready: boolean }
  | { kind: 'set-all-ready'; items: readonly string[]; ready: boolean }
  | { kind: 'set-not-applicable'; item: string; notApplicable: boolean }
  | { kind: 'set-reason'; item: string; reason: string; was?: string | undefined }
  | { kind: 'set-remark'; item: string; remark: string; was?: string | undefined }
  | { kind: 'confirm-remark'; item: string }
  | { kind: 'set-report-text'; id: string; text: string; was?: string | undefined }
  | { kind: 'set-score'; indicator: string; score: string; was?: string | undefined }
  | { kind: 'set-report-file'; sha256: string | null }
  | { kind: 'add-files'; item: string; files: AttachedFile[] }
  | { kind: 'rename-file'; item: string; sha256: string; name: string }
  | { kind: 'remove-file'; item: string; sha256: string }
  | { kind: 'restore-file'; item: string; sha256: string }
  | { kind: 'move-files'; moves: readonly Move[] }
  | { kind: 'remove-files' | 'restore-files'; uses: readonly FilePlace[] }
  | { kind: 'share-file'; item: string; sha256: string; items: string[] }
  | { kind: 'remove-uses'; sha256: readonly string[] }
  | { kind: 'empty-removed' }
  | { kind: 'replace-photos'; replacements: readonly Replacement[] }
  | { kind: 'bring-back-photos' }
  | { kind: 'set-sent'; sent: Sent | null }
  | { kind: 'take-reply'; reply: Reply }
  | { kind: 'set-repaired'; item: string; repaired: boolean }
  | { kind: 'set-response'; item: string; response: string; was?: string | undefined }
  | { kind: 'set-team'; name: string; team: Team | null }
  | { kind: 'set-part'; part: Part }

/** The checklist after one change; the argument stays as it was. A change that no longer applies changes nothing. */
export function applyChange(checklist: Checklist, change: Change, now: Date): Checklist {
  const changed = { ...checklist, changed: changedAt(checklist.changed, now) }
  const set = (item: string, part: Partial<Answer>): Checklist => ({
    ...changed,
    answers: { ...checklist.answers, [item]: { ...answerOf(checklist, item), ...part } },
  })
  switch (change.kind) {
    case 'set-unit':
      return {
        ...changed,
        unit: change.was ? uniteUnits(checklist.unit, change.unit, change.was) : change.unit,
      }
    case 'set-ready':
      return set(change.item, change.ready ? { ready: true, notApplicable: false } : { ready: false })
    case 'set-all-ready': {
      const { items, ready } = change
      return items.reduce(
        (next, item) => applyChange(next, { kind: 'set-ready', item, ready }, now),
        checklist,
      )
    }
    case 'set-not-applicable':
      return set(
        change.item,
        change.notApplicable ? { notApplicable: true, ready: false } : { notApplicable: false },
      )
    case 'set-reason':
      if (isOvertaken(answerOf(checklist, change.item).reason, change.reason, change.was)) return checklist
      return set(change.item, { reason: change.reason })
    case 'set-remark':
      if (isOvertaken(answerOf(checklist, change.item).remark, change.remark, change.was)) return checklist
      return set(change.item, { remark: change.remark, remarkFrom: undefined })
    case 'confirm-remark':
      return set(change.item, { remarkFrom: undefined })
    case 'set-report-text':
      if (isOvertaken(checklist.report.texts[change.id] ?? '', change.text, change.was)) return checklist
      return setReport(changed, { texts: { ...checklist.report.texts, [change.id]: change.text } })
    case 'set-score':
      if (isOvertaken(checklist.report.scores[change.indicator] ?? '', change.score, change.was))
        return checklist
      return setReport(changed, { scores: { ...checklist.report.scores, [change.indicator]: change.score } })
    case 'set-report-file':
      return setReport(changed, { file: change.sha256 ?? undefined })
    case 'add-files':
      return placeFiles(
        checklist,
        new Map([[change.item, uniteFiles(filesAt(checklist, change.item), change.files)]]),
        now,
      )
    case 'rename-file': {
      const files = filesAt(checklist, change.item)
      const name = change.name.trim()
      if (name === '' || !files.some(file => file.sha256 === change.sha256)) return checklist
      const renamed = files.map(file => (file.sha256 === change.sha256 ? { ...file, name } : file))
      return placeFiles(checklist, new Map([[change.item, renamed]]), now)
    }
    case 'remove-file':
      return removeFiles(checklist, [change], now)
    case 'restore-file':
      return restoreFiles(checklist, [change], now)
    case 'move-files':
      return moveFiles(checklist, change.moves, now)
    case 'remove-files':
      return removeFiles(checklist, change.uses, now)
    case 'restore-files':
      return restoreFiles(checklist, change.uses, now)
    case 'share-file': {
      const file = answerOf(checklist, change.item).files.find(file => file.sha256 === change.sha256)
      if (!file) return checklist
      return change.items.reduce(
        (next, item) => applyChange(next, { kind: 'add-files', item, files: [file] }, now),
        checklist,
      )
    }
    case 'remove-uses': {
      const hashes = new Set(change.sha256)
      const uses = usedFiles(checklist).map(({ item, file }) => ({ item, sha256: file.sha256 }))
      return removeFiles(
        checklist,
        uses.filter(({ sha256 }) => hashes.has(sha256)),
        now,
      )
    }
    case 'empty-removed':
      return { ...changed, removed: [] }
    case 'replace-photos':
      return replacePhotos(checklist, change.replacements, now)
    case 'bring-back-photos':
      return bringBackPhotos(checklist, now)
    case 'set-sent':
      return { ...changed, sent: change.sent ?? undefined }
    case 'take-reply': {
      const returned = takeReply(checklist.returned, change.reply)
      return returned === checklist.returned ? checklist : { ...changed, returned }
    }
    case 'set-repaired':
      return setNote(changed, change.item, { repaired: change.repaired ? changed.changed : '' })
    case 'set-response':
      if (isOvertaken(responseTo(checklist, change.item), change.response, change.was)) return checklist
      return setNote(changed, change.item, { response: change.response })
    case 'set-team':
      return {
        ...changed,
        assignment: withTeam(checklist.assignment ?? noAssignment, change.name, change.team),
      }
    case 'set-part':
      return { ...changed, part: change.part }
  }
}

/** Whether another tab wrote the field since `was`, and something else than what is to be written now. */
function isOvertaken(current: string, text: string, was: string | undefined): boolean {
  return was !== undefined && current !== was && current !== text
}

/** `current` with what a person changed of `was`; a text that somebody else changed meanwhile stays theirs. */
function uniteUnits(current: Unit, unit: Unit, was: Unit): Unit {
  const text = (field: 'name' | 'contact' | 'phone') =>
    unit[field] === was[field] || current[field] !== was[field] ? current[field] : unit[field]
  const added = unit.departments.filter(id => !was.departments.includes(id))
  const dropped = was.departments.filter(id => !unit.departments.includes(id))
  return {
    name: text('name'),
    departments: [...new Set([...current.departments, ...added])].filter(id => !dropped.includes(id)),
    contact: text('contact'),
    phone: text('phone'),
  }
}

function setNote(checklist: Checklist, item: string, part: Partial<ReturnedNote>): Checklist {
  const { returned } = checklist
  const note = returned?.notes[item]
  return note
    ? { ...checklist, returned: { ...returned, notes: { ...returned.notes, [item]: { ...note, ...part } } } }
    : checklist
}

function setReport(checklist: Checklist, part: Partial<Report>): Checklist {
  return { ...checklist, report: { ...checklist.report, ...part } }
}
