/**
 * Steps over files that were read anew. With other years before it, or another notice, an edition has the same rows under other
 * ids: each step goes on with the row, item, material or question that it was about.
 */
import type { EditionFolder } from '../../build/edition'
import type { NewEdition } from '../edition'
import type { Question } from '../question'
import { applyChange } from './apply-change'
import type { Change } from './change'
import { keyOf, type Step } from './project'

/** What steps stand over: the edition as it was read, and the ids of the years before it. */
export interface Ground {
  edition: Pick<NewEdition, 'folder' | 'questions'>
  used: ReadonlySet<string>
}

/**
 * The same steps over another reading of one table. Both are carried along step by step, since a step may itself change ids.
 * With `isOtherNotice` what was said of a material that the notice does not ask for any more is left out.
 */
export function followIds(
  steps: readonly Step[],
  before: Ground,
  after: Ground,
  isOtherNotice = false,
): Step[] {
  const keys = followKeys(before.edition, after.edition)
  const added = new Map<string, string>()
  let [was, now] = [before.edition.folder, after.edition.folder]
  return steps.flatMap(step => {
    const ids = pairIds(was, now)
    const answers = step.answers.map(key => keys.get(key) ?? key)
    const changes = step.changes.flatMap(change => {
      const next = followChange(change, was, now, added)
      was = applyChange(was, change, before.used)
      if (isOtherNotice && isGone(change, ids, now)) return []
      const done = applyChange(now, next, after.used)
      const id = idAdded(now, done)
      now = done
      if (!isAdding(next) || id === undefined) return next
      added.set(next.id, id)
      return { ...next, id }
    })
    if (JSON.stringify([answers, changes]) === JSON.stringify([step.answers, step.changes])) return step
    const isEmpty = changes.length + answers.length + step.roles.length === 0 && !step.earlier
    const name = step.name.replace(/\d+(-\d+)+/g, id => ids.get(id) ?? id)
    return isEmpty ? [] : { ...step, name, changes, answers }
  })
}

function followChange(
  change: Change,
  was: EditionFolder,
  now: EditionFolder,
  added: ReadonlyMap<string, string>,
): Change {
  const ids = pairIds(was, now)
  const to = (id: string) => ids.get(id) ?? added.get(id) ?? id
  switch (change.kind) {
    case 'row-added':
      return { ...change, after: to(change.after) }
    case 'material-added':
    case 'section-added':
      return change
    case 'department-id': {
      const departmentsOf = ({ files }: EditionFolder) => files.indicators.departments
      const named = departmentsOf(was).find(({ id }) => id === change.id)?.name
      const same = departmentsOf(now).find(({ name }) => name === named)
      return { ...change, id: same?.id ?? change.id }
    }
    case 'materials':
      return { ...change, items: change.items.map(item => ({ ...item, id: to(item.id) })) }
    case 'report': {
      const { item } = change.report
      return item === undefined ? change : { ...change, report: { ...change.report, item: to(item) } }
    }
    default:
      if ('row' in change) return { ...change, row: to(change.row) }
      return 'id' in change ? { ...change, id: to(change.id) } : change
  }
}

/** Whether it is about a material that is not there any more, or one that is there without it. */
function isGone(change: Change, ids: ReadonlyMap<string, string>, now: EditionFolder): boolean {
  if (change.kind === 'material-added')
    return now.files.materials.items.some(({ text }) => text === change.text)
  const isOfMaterial = ['material', 'material-removed', 'report-item'].includes(change.kind)
  return isOfMaterial && 'id' in change && change.id !== '' && !ids.has(change.id)
}

type Adding = Extract<Change, { kind: 'row-added' | 'material-added' | 'section-added' }>

function isAdding(change: Change): change is Adding {
  return ['row-added', 'material-added', 'section-added'].includes(change.kind)
}

/** The id that the later one of two editions has and the earlier one has not. */
function idAdded(before: EditionFolder, after: EditionFolder): string | undefined {
  const idsOf = ({ files }: EditionFolder) =>
    [files.indicators.indicators, files.materials.items, files.report.sections].flatMap(list =>
      list.map(({ id }) => id),
    )
  const known = new Set(idsOf(before))
  return idsOf(after).find(id => !known.has(id))
}

/** Keys of the questions that were asked, each with the key that the same question has now. */
function followKeys(before: Ground['edition'], after: Ground['edition']): Map<string, string> {
  const ids = pairIds(before.folder, after.folder)
  const to = (id: string) => ids.get(id) ?? id
  const follow = (question: Question): Question => {
    const row = question.row !== undefined && { row: to(question.row) }
    return question.code === 'lists-split' || question.code === 'rows-shared'
      ? { ...question, ...row, rows: question.rows.map(to) }
      : { ...question, ...row }
  }
  return new Map(before.questions.map(question => [keyOf(question), keyOf(follow(question))]))
}

/**
 * Ids of one reading with those of another: rows of a table by their places, so long as there are as many, and items of a row
 * too; materials by their texts.
 */
function pairIds(was: EditionFolder, now: EditionFolder): Map<string, string> {
  const ids = new Map<string, string>()
  const pair = (some: readonly { id: string }[] = [], others: readonly { id: string }[] = []) => {
    if (some.length !== others.length) return
    for (const [i, { id }] of some.entries()) ids.set(id, others[i]?.id ?? id)
  }
  const [rows, others] = [was.files.indicators.indicators, now.files.indicators.indicators]
  pair(rows, others)
  if (rows.length === others.length)
    for (const [i, { items }] of rows.entries()) pair(items, others[i]?.items)
  const free = [...now.files.materials.items]
  for (const { id, text } of was.files.materials.items) {
    const at = free.findIndex(item => item.text === text)
    const [same] = at < 0 ? [] : free.splice(at, 1)
    if (same) ids.set(id, same.id)
  }
  return ids
}
