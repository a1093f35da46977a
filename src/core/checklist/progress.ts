/**
 * How far a checklist is: what counts as done, and what a person should look at again. Derived each time, never stored.
 *
 * Decision: A row of an unticked department stays while it holds something. See `sectionsOf`.
 */
import { type Catalogue, concerns, type Indicator, type Item, itemsById } from '../edition/catalogue'
import { type Answer, type AttachedFile, answerOf, type Checklist, sumFiles } from './checklist'
import { compareIds } from './record'
import { rowOf } from './teams'

/** Something odd about one answer; never an obstacle. */
export type Hint =
  | 'absent-file'
  | 'remark-carried-over'
  | 'ready-without-file'
  | 'files-without-tick'
  | 'not-applicable-without-reason'
  | 'not-applicable-with-files'

/** One block of the checklist: the common materials, one indicator, or answers to items the edition no longer has. */
export interface Section {
  /** `0` for the common materials, an indicator's id, or `gone`. */
  id: string
  indicator: Indicator | null
  /** The editor's; empty where there is none. */
  note: string
  items: Item[]
}

/** Where a bundle lists files of 待归类; it is no part of the work. */
export const unsortedSection: Section = {
  id: 'unsorted',
  indicator: null,
  note: '',
  items: [{ id: '98', text: '待归类的文件', label: '待归类', counted: false }],
}

export interface Progress {
  /** Counted items that are 已备齐, or 不适用 with a reason. */
  done: number
  total: number
  /** Files, and their bytes; one that serves two items counts once, though the bundle has it in both folders. */
  files: number
  bytes: number
  /** Uses of files whose bytes are not here; they are in none of the two above. */
  absent: number
  /** Items with a hint. */
  hints: number
}

/**
 * What a unit has to fill in, in the notice's order. A row of a department it no longer answers for stays as long as
 * something was said or attached there, and so does an item that left the edition: nothing disappears unseen.
 */
export function sectionsOf(catalogue: Catalogue, checklist: Checklist): Section[] {
  const { part } = checklist
  const answered = new Set(Object.keys(checklist.answers).filter(id => isAnswered(answerOf(checklist, id))))
  const asked = part && new Set(part.items)
  const own = (items: Item[]) => (asked ? items.filter(({ id }) => asked.has(id) || answered.has(id)) : items)
  const materials = { ...catalogue.materials, items: own(catalogue.materials.items) }
  const rows = catalogue.indicators
    .map(row => ({ indicator: row, items: own(row.items) }))
    .filter(
      ({ indicator, items }) => isAsked(indicator, checklist) || items.some(item => answered.has(item.id)),
    )
  const known = itemsById(catalogue)
  const gone = [...answered].filter(id => !known.has(id)).sort(compareIds)
  return [
    ...(materials.items.length > 0
      ? [{ id: '0', indicator: null, note: materials.note, items: materials.items }]
      : []),
    ...rows.map(({ indicator, items }) => ({ id: indicator.id, indicator, note: indicator.note, items })),
    ...(gone.length > 0 ? [{ id: 'gone', indicator: null, note: '', items: gone.map(goneItem) }] : []),
  ]
}

/** Whether a row is asked of who fills in the checklist: of a unit by its departments, of a team by what it was given. */
export function isAsked(row: Indicator, { unit, part }: Checklist): boolean {
  return part ? part.items.some(id => rowOf(id) === row.id) : concerns(row, unit.departments)
}

function goneItem(id: string): Item {
  return { id, text: '考核要点中已没有这一项', label: '已取消的材料项', counted: false }
}

/** Never where the bytes of one of its files are not here, whatever is ticked. */
export function isDone(answer: Answer): boolean {
  if (answer.files.some(({ absent }) => absent)) return false
  return answer.ready || (answer.notApplicable && answer.reason.trim() !== '')
}

/** True where a person has said or attached anything. */
export function isAnswered(answer: Answer): boolean {
  return (
    answer.ready ||
    answer.notApplicable ||
    answer.reason !== '' ||
    answer.remark !== '' ||
    answer.files.length > 0
  )
}

export function hintOf(item: Item, answer: Answer): Hint | null {
  if (answer.files.some(({ absent }) => absent)) return 'absent-file'
  if (answer.remarkFrom) return 'remark-carried-over'
  if (answer.notApplicable && answer.reason.trim() === '') return 'not-applicable-without-reason'
  if (answer.notApplicable && answer.files.length > 0) return 'not-applicable-with-files'
  if (answer.ready && answer.files.length === 0) return 'ready-without-file'
  if (!answer.ready && answer.files.length > 0 && item.counted) return 'files-without-tick'
  return null
}

/** Sums over some items, usually a section's or all sections'. */
export function progressOf(items: readonly Item[], checklist: Checklist): Progress {
  const sum = { done: 0, total: 0, absent: 0, hints: 0 }
  const uses: { file: AttachedFile }[] = []
  for (const item of items) {
    const answer = answerOf(checklist, item.id)
    if (item.counted) sum.total += 1
    if (item.counted && isDone(answer)) sum.done += 1
    if (hintOf(item, answer)) sum.hints += 1
    for (const file of answer.files) {
      if (file.absent) sum.absent += 1
      uses.push({ file })
    }
  }
  return { ...sum, ...sumFiles(uses) }
}
