/**
 * The same text written in two tabs: a change that finds another text than the one it was typed over leaves that standing
 * (`change.ts`), and a person chooses between the two.
 */
import type { Change } from './change'
import { answerOf, type Checklist } from './checklist'
import type { TextConflict } from './merge'
import { responseTo } from './returned'

/** A text written here that another tab overtook; `mine` is kept nowhere else. */
export interface Collision {
  checklist: Checklist
  conflict: TextConflict
}

type Place = Pick<TextConflict, 'item' | 'field'>

/** The change with what it is typed over, as the person saw it; a change that types nothing as it is. */
export function withBasis(change: Change, seen: Checklist): Change {
  switch (change.kind) {
    case 'set-unit':
      return { ...change, was: seen.unit }
    case 'set-remark':
    case 'set-reason':
    case 'set-response':
    case 'set-report-text':
    case 'set-score': {
      const [typed] = typedTexts(change)
      return typed ? { ...change, was: textAt(seen, typed) } : change
    }
    default:
      return change
  }
}

/** The change as it is shown before it is stored: with its own text, whatever was stored meanwhile. */
export function withoutBasis(change: Change): Change {
  return 'was' in change ? { ...change, was: undefined } : change
}

/** Texts of a change that another tab overtook: `mine` was typed here, `theirs` is stored. */
export function collisionsOf(change: Change, saved: Checklist): TextConflict[] {
  if (!('was' in change) || change.was === undefined) return []
  return typedTexts(change).flatMap(({ item, field, text }) => {
    const theirs = textAt(saved, { item, field })
    const isMine = change.kind !== 'set-unit' || change.was?.[field as 'name'] !== text
    return theirs !== text && isMine ? [{ item, field, mine: text, theirs }] : []
  })
}

/** The change that writes the text a person chose over the one that stood there. */
export function settleCollision(
  { item, field, theirs }: TextConflict,
  text: string,
  checklist: Checklist,
): Change {
  switch (field) {
    case 'remark':
      return { kind: 'set-remark', item, remark: text, was: theirs }
    case 'reason':
      return { kind: 'set-reason', item, reason: text, was: theirs }
    case 'response':
      return { kind: 'set-response', item, response: text, was: theirs }
    case 'report':
      return { kind: 'set-report-text', id: item, text, was: theirs }
    case 'score':
      return { kind: 'set-score', indicator: item, score: text, was: theirs }
    default: {
      const was = { ...checklist.unit, [field]: theirs }
      return { kind: 'set-unit', unit: { ...was, [field]: text }, was }
    }
  }
}

/** The texts a change writes. */
function typedTexts(change: Change): (Place & { text: string })[] {
  switch (change.kind) {
    case 'set-unit':
      return (['name', 'contact', 'phone'] as const).map(field => {
        return { item: '', field, text: change.unit[field] }
      })
    case 'set-remark':
      return [{ item: change.item, field: 'remark', text: change.remark }]
    case 'set-reason':
      return [{ item: change.item, field: 'reason', text: change.reason }]
    case 'set-response':
      return [{ item: change.item, field: 'response', text: change.response }]
    case 'set-report-text':
      return [{ item: change.id, field: 'report', text: change.text }]
    case 'set-score':
      return [{ item: change.indicator, field: 'score', text: change.score }]
    default:
      return []
  }
}

function textAt(checklist: Checklist, { item, field }: Place): string {
  switch (field) {
    case 'remark':
    case 'reason':
      return answerOf(checklist, item)[field]
    case 'response':
      return responseTo(checklist, item)
    case 'report':
      return checklist.report.texts[item] ?? ''
    case 'score':
      return checklist.report.scores[item] ?? ''
    default:
      return checklist.unit[field]
  }
}
