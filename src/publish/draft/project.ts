/** A publisher's work on one edition: what was read, and every step since, in order, so that any of them can be taken back. */
import type { SiteFile } from '../../build/content-shape'
import { catalogueSource, type EditionFolder } from '../../build/edition'
import { type ContentProblem, findContentProblems, toFill } from '../../core/edition/content'
import { findReusedIds } from '../../core/edition/reused-ids'
import type { ColumnRole } from '../../core/edition/table-source'
import { collectEarlier } from '../earlier'
import type { NewEdition } from '../edition'
import type { Question } from '../question'
import type { HeadPlace } from '../table/header'
import { applyChange } from './apply-change'
import type { Change } from './change'

/** One press of the person: a correction, or an answer to questions. */
export interface Step {
  /** What 撤销 calls it. */
  name: string
  changes: Change[]
  /** Keys of the questions that it answers. */
  answers: string[]
  /** Roles that columns get by it. */
  roles: { column: string; role: ColumnRole }[]
  /** An edition before this one that is put in, in place of one of the same id, or left out by its id. */
  earlier?: EarlierEdition | { without: string }
}

/** An edition before this one. Of one that is not whole only ids and texts are known: its pages can't be made again. */
export interface EarlierEdition {
  folder: EditionFolder
  isWhole: boolean
}

/** A file as it came. */
export interface SourceFile {
  name: string
  bytes: Uint8Array
}

export interface Project {
  format: 1
  year: string
  /** True where the person said which year it is. */
  isYearSaid?: boolean
  site: SiteFile
  table: SourceFile | null
  notice: SourceFile | null
  /** The table and the line of it that the person says is its head. */
  head?: HeadPlace | undefined
  /** Editions that were there at the beginning, newest first; `earlierOf` says which count. */
  earlier: EditionFolder[]
  steps: Step[]
}

export interface AskedQuestion {
  key: string
  question: Question
}

/** Where the work stands: the edition with all steps, and what is still open. */
export interface Standing {
  folder: EditionFolder
  open: AskedQuestion[]
  answered: number
  /** What has to be put right before pages can be made. */
  problems: Problem[]
}

/** A field that is still empty, or something that contradicts itself. */
export type Problem = { code: 'field-empty'; field: string } | { code: 'unsound'; problem: ContentProblem }

export function rolesOf({ steps }: Project): Map<string, ColumnRole> {
  return new Map(steps.flatMap(({ roles }) => roles.map(({ column, role }) => [column, role] as const)))
}

/** The editions before this one that count, newest first. */
export function earlierOf({ earlier, steps }: Project): EarlierEdition[] {
  const known = new Map(
    earlier.map((folder): [string, EarlierEdition] => [folder.id, { folder, isWhole: true }]),
  )
  for (const { earlier } of steps) {
    if (earlier === undefined) continue
    if ('without' in earlier) known.delete(earlier.without)
    else known.set(earlier.folder.id, earlier)
  }
  return [...known.values()].sort((one, other) => (one.folder.id < other.folder.id ? 1 : -1))
}

/** The same without what is known of each. */
export function earlierFolders(project: Project): EditionFolder[] {
  return earlierOf(project).map(({ folder }) => folder)
}

/** Ids of the editions before, those of the report's sections included. */
export function usedIds(project: Project): Set<string> {
  const earlier = earlierFolders(project)
  const sections = earlier.flatMap(({ files }) => files.report.sections.map(({ id }) => id))
  return new Set([...collectEarlier(earlier, project.year).used, ...sections])
}

/** `read` is what the importer made of the files with the roles of `rolesOf`. */
export function replay(project: Project, read: NewEdition): Standing {
  const used = usedIds(project)
  /** What rows and items are called now, by the id that they were read with. */
  const names = new Map(idsIn(read.folder).map(id => [id, id]))
  let folder = read.folder
  for (const change of project.steps.flatMap(({ changes }) => changes)) {
    const changed = applyChange(folder, change, used)
    if (change.kind === 'id') rename(names, idsIn(folder), idsIn(changed))
    folder = changed
  }
  const present = new Set(idsIn(folder))
  const answers = new Set(project.steps.flatMap(({ answers }) => answers))
  const asked = read.questions.flatMap(question => {
    const key = keyOf(question)
    const id = question.row === undefined ? undefined : (names.get(question.row) ?? question.row)
    // About a row that was taken out, or an item that is another text now, there is nothing left to ask.
    if (id !== undefined && names.has(question.row ?? '') && !present.has(id)) return []
    return [{ key, question: id === question.row ? question : { ...question, row: id } }]
  })
  const open = asked.filter(({ key }) => !answers.has(key))
  return {
    folder,
    open,
    answered: asked.length - open.length,
    problems: findProblems(folder, earlierFolders(project)),
  }
}

/** Rows, their items and the common materials, in their order. */
function idsIn({ files }: EditionFolder): string[] {
  return [
    ...files.indicators.indicators.flatMap(({ id, items = [] }) => [id, ...items.map(({ id }) => id)]),
    ...files.materials.items.map(({ id }) => id),
  ]
}

/** `before` and `after` name the same things in the same order. */
function rename(names: Map<string, string>, before: readonly string[], after: readonly string[]): void {
  const changed = new Map(before.map((id, i) => [id, after[i] ?? id]))
  for (const [read, now] of names) names.set(read, changed.get(now) ?? now)
}

export function keyOf(question: Question): string {
  return JSON.stringify(question)
}

/** Everything that the build would stop at. */
export function findProblems(folder: EditionFolder, earlier: readonly EditionFolder[]): Problem[] {
  const { notice } = folder.files
  const needed = ['title', 'publisher', 'published', 'signatory', 'dated'] as const
  const isEmpty = (value: string | undefined) =>
    value === undefined || value.trim() === '' || value.includes(toFill)
  const empty = [
    ...needed.filter(field => isEmpty(notice[field])),
    ...(isEmpty(folder.body) ? ['body'] : []),
    ...(isEmpty(folder.files.indicators.title) ? ['table-title'] : []),
    ...(isEmpty(folder.files.materials.title) ? ['bundle-title'] : []),
  ]
  const source = catalogueSource(folder)
  const older = earlier.filter(({ id }) => id < folder.id).reverse()
  const reused = findReusedIds([...older.map(catalogueSource), source]).filter(
    ({ edition }) => edition === folder.id,
  )
  return [
    ...empty.map((field): Problem => ({ code: 'field-empty', field })),
    ...[...findContentProblems(source), ...reused].map((problem): Problem => ({ code: 'unsound', problem })),
  ]
}

/**
 * The edition with each open question as 编者注 of its row, or of the table, so that a first print shows what is not
 * settled. `say` gives the question's sentence.
 */
export function markOpen(
  folder: EditionFolder,
  open: readonly AskedQuestion[],
  say: (question: Question) => string,
): EditionFolder {
  if (open.length === 0) return folder
  const { indicators } = folder.files
  const of = (id: string) =>
    open.filter(({ question }) => question.row === id).map(({ question }) => `待核对：${say(question)}`)
  const rows = indicators.indicators.map(row => {
    const marks = [row.id, ...(row.items ?? []).map(({ id }) => id)].flatMap(of)
    return marks.length > 0 ? { ...row, note: [row.note, ...marks].filter(Boolean).join('') } : row
  })
  const count = open.filter(({ question }) => question.row === undefined).length
  const notes = [
    ...(indicators.notes ?? []),
    ...(count > 0 ? [`待核对：关于整张表和通知还有 ${count} 个问题没有回答。`] : []),
  ]
  return {
    ...folder,
    files: {
      ...folder.files,
      indicators: { ...indicators, ...(notes.length > 0 && { notes }), indicators: rows },
    },
  }
}

/** A stored project, or null where `value` is none that this page understands. */
export function parseProject(value: unknown): Project | null {
  const project = value as Partial<Project> | null | undefined
  if (typeof project !== 'object' || project === null || project.format !== 1) return null
  const isSound =
    typeof project.year === 'string' &&
    typeof project.site === 'object' &&
    Array.isArray(project.earlier) &&
    Array.isArray(project.steps)
  return isSound ? withoutHeadSteps(project as Project) : null
}

/** Earlier pages took a head that was pointed at for a step; it was all that the step did. */
function withoutHeadSteps(project: Project): Project {
  const steps: (Step & { head?: HeadPlace })[] = project.steps
  const heads = steps.flatMap(({ head }) => head ?? [])
  const head = heads[heads.length - 1]
  return head ? { ...project, head, steps: steps.filter(step => !step.head) } : project
}
