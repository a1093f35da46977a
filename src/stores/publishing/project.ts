/** The publisher's work: files, steps, what was understood. Every step is kept on this computer before it is called kept. */
import { atom, computed } from 'nanostores'
import type { SiteFile } from '../../build/content-shape'
import type { EditionFolder } from '../../build/edition'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import { loadProject, saveProject } from '../../io/publishing/keep'
import { openStorage, type StorageMode } from '../../io/storage/records'
import type { TableBeginning } from '../../publish/draft/beginnings'
import { followIds } from '../../publish/draft/follow'
import { type Project, replay, type SourceFile, type Step, usedIds } from '../../publish/draft/project'
import type { NewEdition } from '../../publish/edition'
import type { RefusalReason } from '../../publish/refusal'
import { readFiles } from './reading'

/** What the tool's page carries. */
export interface ToolContent {
  site: SiteFile
  editions: { folder: EditionFolder; noticeHtml: string }[]
}

export type Trouble =
  /** `tables` are those of the file, where no head was recognised in it. */
  | { code: 'refused'; reason: RefusalReason; file: string; tables: TableBeginning[] }
  | { code: 'too-large' | 'not-read' | 'not-a-project' | 'not-published' | 'stopped'; file: string }
  | { code: 'kept-unknown' }
  | { code: 'unexpected'; detail: string }

export interface Read {
  edition: NewEdition
  /** Of the notice, or of the table where there is no notice. */
  lines: string[]
  tables: TableBeginning[]
}

export const $project = atom<Project | null>(null)
/** What the importer made of the work's files; null where there is no table yet, or it can't be read. */
export const $read = atom<Read | null>(null)
export const $isReading = atom(false)
export const $trouble = atom<Trouble | null>(null)
/** A table in which no head was recognised, and the tables of its file: the person can point at a head. */
export const $unrecognised = atom<{ file: SourceFile; tables: TableBeginning[] } | null>(null)
/** Works that another one took the place of, the last first, until the page is closed. */
export const $replaced = atom<readonly Project[]>([])
export const $storage = atom<StorageMode>({ kind: 'durable' })
/**
 * `saving` until the transaction completed. Nothing is kept where another window works on it too (`elsewhere`), or where work
 * of a newer page is stored (`unknown`).
 */
export const $kept = atom<
  { state: 'saving' | 'kept' | 'elsewhere' | 'unknown' } | { state: 'refused'; refusal: Refusal } | null
>(null)
export const $standing = computed([$project, $read], (project, read) =>
  project && read ? replay(project, read.edition) : null,
)

let content: ToolContent

/** Opens the work that was left on this computer, or begins. */
export function openProject(tool: ToolContent, now: Date): Promise<void> {
  content = tool
  return inTurn(async () => {
    $storage.set(await openStorage())
    const stored = await loadProject().catch(() => null)
    const isKnown = stored !== 'unknown' && stored !== null
    $project.set(isKnown ? stored : newProject(`${now.getFullYear()}`))
    if (isKnown) offerHeads(stored.table, await readNext(project => project, $project.set))
    if (stored === 'unknown') $trouble.set({ code: 'kept-unknown' })
  })
}

function newProject(year: string): Project {
  return {
    format: 1,
    year,
    site: content.site,
    table: null,
    notice: null,
    earlier: content.editions.map(({ folder }) => folder),
    steps: [],
  }
}

/** One press: what it changes and answers. @returns why the files can't be read with it; then it is not taken */
export async function take(step: Partial<Step> & { name: string }): Promise<Trouble | null> {
  const whole: Step = { changes: [], answers: [], roles: [], ...step }
  return press(whole, project => ({ ...project, steps: [...project.steps, whole] }))
}

export async function undo(): Promise<void> {
  const last = $project.get()?.steps.slice(-1)[0]
  if (!last) return
  await press(last, project => ({ ...project, steps: project.steps.filter(step => step !== last) }))
}

/** With or without a step: at once, or when the files were read with what it says of them. */
async function press({ roles, earlier }: Step, next: Next): Promise<Trouble | null> {
  if (roles.length > 0 || earlier !== undefined) return goOn(next)
  const project = $project.get()
  if (project) change(next(project))
  return null
}

/** `isSaid` by the person: then no file changes it any more. */
export async function setYear(year: string, isSaid = true): Promise<Trouble | null> {
  return $project.get()?.year === year ? null : goOn(project => ({ ...project, year, isYearSaid: isSaid }))
}

export function setSite(site: SiteFile): void {
  const project = $project.get()
  if (project) change({ ...project, site })
}

/** Puts the work away. */
export async function startAnew(now: Date): Promise<void> {
  await exchange(() => newProject(`${now.getFullYear()}`))
}

/** One of `$replaced`, in place of the work that is there. */
export async function bringBack(project: Project): Promise<void> {
  await exchange(() => project)
}

/** What the tool's page carries, for the pages that are made. */
export function builtEditions(): readonly { folder: EditionFolder; noticeHtml: string }[] {
  return content.editions
}

/** What becomes of the work; asked twice, since something may be pressed while files are read. */
type Next = (project: Project) => Project

/**
 * Goes on with what `next` makes of the work, if its files can be read. Else `$trouble` says why they can't, and nothing
 * changes. One after another; what is pressed meanwhile is not held up, and stays. `put` puts the work in its place.
 */
export function goOn(next: Next, put: (project: Project) => void = change): Promise<Trouble | null> {
  return inTurn(() => readNext(next, put, follow))
}

/** The same with another work: another table, or one that was put aside. */
export function exchange(next: Next): Promise<Trouble | null> {
  return inTurn(() => readNext(next, replace))
}

let queue: Promise<unknown> = Promise.resolve()

function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
  const turn = queue.then(task)
  queue = turn.catch(() => undefined)
  return turn
}

async function readNext(
  next: Next,
  put: (project: Project) => void,
  fit = (project: Project, _: Read | null) => project,
): Promise<Trouble | null> {
  const now = (): Project | null => {
    const project = $project.get()
    return project && next(project)
  }
  const wanted = now()
  $trouble.set(null)
  const answer = wanted?.table ? await read({ ...wanted, table: wanted.table }) : null
  if (answer && 'code' in answer) {
    $trouble.set(answer)
    return answer
  }
  const project = now()
  const fitting = project && fit(project, answer)
  // The steps of one work never stand over what was read of another.
  $read.set(null)
  if (fitting) put(fitting)
  $read.set(answer)
  return null
}

/** The work with its steps over another reading of the same table. */
function follow(project: Project, answer: Read | null): Project {
  const [before, read] = [$project.get(), $read.get()]
  if (!before || !read || !answer) return project
  const over = (project: Project, { edition }: Read) => ({ edition, used: usedIds(project) })
  const isOtherNotice = before.notice !== project.notice
  return {
    ...project,
    steps: followIds(project.steps, over(before, read), over(project, answer), isOtherNotice),
  }
}

/** Shows the tables of a file that could not be read because it has no head that is known. */
export function offerHeads(file: SourceFile | null, trouble: Trouble | null): void {
  const isWithoutHead = trouble?.code === 'refused' && /^no-(table|rows)$/.test(trouble.reason.code)
  if (file && isWithoutHead && trouble.tables.length > 0) $unrecognised.set({ file, tables: trouble.tables })
}

/** What the importer makes of a work that may come to be, or why it can't. */
async function read(project: Project & { table: SourceFile }): Promise<Read | Trouble> {
  $isReading.set(true)
  const answer = await readFiles(project).catch(error => ({ error: String(error) }))
  $isReading.set(false)
  if (answer === null) return { code: 'stopped', file: project.table.name }
  if ('edition' in answer) return answer
  return 'reason' in answer ? { code: 'refused', ...answer } : { code: 'unexpected', detail: answer.error }
}

/** Another work in place of the one that is there, which can be brought back. */
export function replace(project: Project): void {
  const before = $project.get()
  const others = $replaced.get().filter(other => other !== project)
  $replaced.set(before?.table ? [before, ...others] : others)
  change(project)
}

export function change(project: Project): void {
  $project.set(project)
  keep()
}

let saving: Promise<unknown> = Promise.resolve()
let saved: Project | null = null

/** One after another; of changes that wait together the last is kept, with all before it. */
function keep(): void {
  $kept.set({ state: 'saving' })
  saving = saving.then(async () => {
    const project = $project.get()
    if (!project) return
    if (project === saved) return $kept.set({ state: 'kept' })
    try {
      const state = await saveProject(project)
      if (state === 'kept') saved = project
      if ($project.get() === project) $kept.set({ state })
    } catch (error) {
      $kept.set({ state: 'refused', refusal: refusalOf(error) })
    }
  })
}
