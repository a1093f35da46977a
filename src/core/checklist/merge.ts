/**
 * Unites two states of a checklist: a colleague's bundle, an older backup, another computer. Files are united by SHA-256,
 * ticks by "either"; what one side has put with an item is 待归类 on neither; where texts differ nobody decides but the
 * person. Nothing of either side is lost unseen.
 * Merging the same again changes nothing; which side comes first decides only the order of files.
 */
import {
  type Answer,
  type AttachedFile,
  type Checklist,
  changedAt,
  emptyAnswer,
  type Sent,
} from './checklist'
import { leaveOutAttached, uniteFiles } from './places'
import { idsOf, writeChecklist } from './record'
import { type Returned, responseTo } from './returned'
import { noAssignment, uniteAssignments } from './teams'

/**
 * Two texts for the same field; `item` is empty for the unit's own fields, a section's or an indicator's id for the
 * report's.
 */
export interface TextConflict {
  item: string
  field: 'remark' | 'reason' | 'response' | 'name' | 'contact' | 'phone' | 'report' | 'score'
  mine: string
  theirs: string
}

/** The text a person settled on for one conflict, and what stood here (`mine`) when it was asked. */
export type SettledText = Pick<TextConflict, 'item' | 'field' | 'mine'> & { text: string }

/** Fields that say something different on both sides; where one side is empty there is nothing to decide. */
export function findConflicts(mine: Checklist, theirs: Checklist): TextConflict[] {
  const conflicts: TextConflict[] = []
  const compare = (item: string, field: TextConflict['field'], left: string, right: string) => {
    if (left !== right && left !== '' && right !== '')
      conflicts.push({ item, field, mine: left, theirs: right })
  }
  for (const field of ['name', 'contact', 'phone'] as const)
    compare('', field, mine.unit[field], theirs.unit[field])
  for (const id of idsOf(mine.answers, theirs.answers)) {
    const left = mine.answers[id] ?? emptyAnswer
    const right = theirs.answers[id] ?? emptyAnswer
    for (const field of ['remark', 'reason'] as const) compare(id, field, left[field], right[field])
    if (mine.returned?.notes[id]?.at === theirs.returned?.notes[id]?.at)
      compare(id, 'response', responseTo(mine, id), responseTo(theirs, id))
  }
  for (const id of idsOf(mine.report.texts, theirs.report.texts))
    compare(id, 'report', mine.report.texts[id] ?? '', theirs.report.texts[id] ?? '')
  for (const id of idsOf(mine.report.scores, theirs.report.scores))
    compare(id, 'score', mine.report.scores[id] ?? '', theirs.report.scores[id] ?? '')
  return conflicts
}

/**
 * Both united; a text that differs stays `mine` unless it is settled. What was settled holds only for the text that was
 * shown then: one written since stays.
 */
export function mergeChecklists(
  mine: Checklist,
  theirs: Checklist,
  settled: readonly SettledText[] = [],
): Checklist {
  const text = (item: string, field: TextConflict['field'], left: string, right: string) =>
    settled.find(choice => choice.item === item && choice.field === field && choice.mine === left)?.text ??
    (left || right)
  const answers: Record<string, Answer> = {}
  for (const id of idsOf(mine.answers, theirs.answers)) {
    const left = mine.answers[id] ?? emptyAnswer
    const right = theirs.answers[id] ?? emptyAnswer
    const ready = left.ready || right.ready
    const remark = text(id, 'remark', left.remark, right.remark)
    answers[id] = {
      ready,
      notApplicable: !ready && (left.notApplicable || right.notApplicable),
      reason: text(id, 'reason', left.reason, right.reason),
      remark,
      ...unreadFrom(remark, [left, right]),
      files: uniteFiles(left.files, withoutPhotosOf(left.files, right.files)),
    }
  }
  const sent = laterSent(mine.sent, theirs.sent)
  const returned = uniteReturned(mine.returned, theirs.returned, (item, left, right) =>
    text(item, 'response', left, right),
  )
  const unite = (field: 'report' | 'score', left: Record<string, string>, right: Record<string, string>) =>
    Object.fromEntries(idsOf(left, right).map(id => [id, text(id, field, left[id] ?? '', right[id] ?? '')]))
  return leaveOutAttached({
    ...mine,
    unit: {
      name: text('', 'name', mine.unit.name, theirs.unit.name),
      departments: [...new Set([...mine.unit.departments, ...theirs.unit.departments])],
      contact: text('', 'contact', mine.unit.contact, theirs.unit.contact),
      phone: text('', 'phone', mine.unit.phone, theirs.unit.phone),
    },
    answers,
    unsorted: uniteFiles(mine.unsorted, theirs.unsorted),
    report: {
      texts: unite('report', mine.report.texts, theirs.report.texts),
      scores: unite('score', mine.report.scores, theirs.report.scores),
      file: mine.report.file ?? theirs.report.file,
    },
    ...(sent ? { sent } : {}),
    ...(returned ? { returned } : {}),
    ...(theirs.assignment && {
      assignment: uniteAssignments(mine.assignment ?? noAssignment, theirs.assignment),
    }),
    created: earlier(mine.created, theirs.created),
    changed: earlier(mine.changed, theirs.changed) === mine.changed ? theirs.changed : mine.changed,
  })
}

/**
 * What is stored after `theirs` was brought in at `now`. A merge that brings nothing new leaves the record as it was; one
 * that makes it the same as theirs takes their time where it is later, so that the same state has the same bytes; any other
 * is a change of now.
 */
export function bringIn(
  mine: Checklist,
  theirs: Checklist,
  settled: readonly SettledText[],
  now: Date,
): Checklist {
  const both = mergeChecklists(mine, theirs, settled)
  const isSame = (other: Checklist) =>
    writeChecklist({ ...both, id: '', changed: '' }) === writeChecklist({ ...other, id: '', changed: '' })
  if (isSame(mine)) return mine
  if (isSame(theirs) && Date.parse(theirs.changed) > Date.parse(mine.changed)) return both
  return { ...both, changed: changedAt(both.changed, now) }
}

/** `more` without a photo whose smaller copy is in `files`, and without a copy whose photo is: an item has one of them. */
function withoutPhotosOf(files: readonly AttachedFile[], more: readonly AttachedFile[]): AttachedFile[] {
  const photos = new Set(files.flatMap(({ smallerOf }) => smallerOf ?? []))
  const there = new Set(files.map(({ sha256 }) => sha256))
  return more.filter(({ sha256, smallerOf }) => !photos.has(sha256) && !(smallerOf && there.has(smallerOf)))
}

/** The later of two hand-ins; of one day always the same of the two. */
function laterSent(a: Sent | undefined, b: Sent | undefined): Sent | undefined {
  if (!a || !b) return a ?? b
  const order = (sent: Sent) => `${sent.day} ${sent.fingerprint} ${JSON.stringify(sent.marks)}`
  return order(a) >= order(b) ? a : b
}

/** The later 审核意见, with what either side says of a word that both have. */
function uniteReturned(
  mine: Returned | undefined,
  theirs: Returned | undefined,
  text: (item: string, mine: string, theirs: string) => string,
): Returned | undefined {
  if (!mine || !theirs) return mine ?? theirs
  const later = theirs.at > mine.at ? theirs : mine
  const notes = Object.entries(later.notes).map(([item, note]) => {
    const [left, right] = [mine.notes[item], theirs.notes[item]]
    if (!left || !right || left.at !== right.at) return [item, note] as const
    const repaired = left.repaired > right.repaired ? left.repaired : right.repaired
    return [item, { ...note, repaired, response: text(item, left.response, right.response) }] as const
  })
  return { ...later, notes: Object.fromEntries(notes) }
}

/** A remark carried over stays marked until somebody on either side has looked at it. */
function unreadFrom(remark: string, sides: readonly Answer[]): Pick<Answer, 'remarkFrom'> {
  const from = sides.flatMap(side => (side.remark === remark ? [side.remarkFrom ?? ''] : []))
  const isUnread = from.length > 0 && !from.includes('')
  return isUnread ? { remarkFrom: from.sort().pop() } : {}
}

function earlier(a: string, b: string): string {
  return Date.parse(a) <= Date.parse(b) ? a : b
}
