/** A publisher's work on one edition: what was read, and every step since, in order, so that any of them can be taken back. */
import type { SiteFile } from '../../build/content-shape'
import { catalogueSource, type EditionFolder } from '../../build/edition'
import { type ContentProblem, findContentProblems, toFill } from '../../core/edition/content'
import { findReusedIds } from '../../core/edition/reused-ids'
import type { ColumnRole } from '../../core/edition/table-source'
import { collectEarlier } from '../earlier'
import type { NewEdition } from '../edition'
import type { Question } from '../question'
import { applyChange, type Change } from './change'

/** One press of the person: a correction, or an answer to questions. */
export interface Step {
  /** What 撤销 calls it. */
  name: string
  changes: Change[]
  /** Keys of the questions that it answers. */
  answers: string[]
  /** Roles that columns get by it. */
  roles: { column: string; role: ColumnRole }[]
}

/** A file as it came. */
export interface SourceFile {
  name: string
  bytes: Uint8Array
}

export interface Project {
  format: 1
  year: string
  site: SiteFile
  table: SourceFile | null
  notice: SourceFile | null
  /** Editions before this one, newest first. */
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

/** `read` is what the importer made of the files with the roles of `rolesOf`. */
export function replay(project: Project, read: NewEdition): Standing {
  const used = usedIds(project)
  const folder = project.steps
    .flatMap(({ changes }) => changes)
    .reduce((folder, change) => applyChange(folder, change, used), read.folder)
  const answers = new Set(project.steps.flatMap(({ answers }) => answers))
  const asked = read.questions.map(question => ({ key: keyOf(question), question }))
  const open = asked.filter(({ key }) => !answers.has(key))
  return {
    folder,
    open,
    answered: asked.length - open.length,
    problems: findProblems(folder, project.earlier),
  }
}

/** Ids of earlier editions. */
export function usedIds({ earlier, year }: Pick<Project, 'earlier' | 'year'>): Set<string> {
  return collectEarlier(earlier, year).used
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
  const isWhole =
    typeof project.year === 'string' &&
    typeof project.site === 'object' &&
    Array.isArray(project.earlier) &&
    Array.isArray(project.steps)
  return isWhole ? (project as Project) : null
}
