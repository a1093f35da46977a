/** The publisher's work: files, steps, what was understood. Every step is kept on this computer before it is called kept. */
import { atom, computed } from 'nanostores'
import type { SiteFile } from '../../build/content-shape'
import type { EditionFolder } from '../../build/edition'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import { loadProject, saveProject } from '../../io/publishing/keep'
import { openStorage, type StorageMode } from '../../io/storage/records'
import type { TableBeginning } from '../../publish/draft/beginnings'
import { type Project, replay, type Step } from '../../publish/draft/project'
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
/** What the importer made of the files; null before, and while they are read. */
export const $read = atom<Read | null>(null)
export const $isReading = atom(false)
export const $trouble = atom<Trouble | null>(null)
/** The work that another file or a new beginning took the place of, until the page is closed. */
export const $replaced = atom<Project | null>(null)
export const $storage = atom<StorageMode>({ kind: 'durable' })
/** `saving` until the transaction completed; `elsewhere` where another window works on it too, and nothing is kept here. */
export const $kept = atom<
  { state: 'saving' | 'kept' | 'elsewhere' } | { state: 'refused'; refusal: Refusal } | null
>(null)
export const $standing = computed([$project, $read], (project, read) =>
  project && read ? replay(project, read.edition) : null,
)

let queue: Promise<unknown> = Promise.resolve()
let content: ToolContent

/** Opens the work that was left on this computer, or begins. */
export async function openProject(tool: ToolContent, now: Date): Promise<void> {
  content = tool
  $storage.set(await openStorage())
  const stored = await loadProject().catch(() => null)
  const isKnown = stored !== 'unknown' && stored !== null
  $project.set(isKnown ? stored : newProject(`${now.getFullYear()}`))
  if (isKnown && stored.table) await readProject()
  if (stored === 'unknown') $trouble.set({ code: 'kept-unknown' })
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

/** One press: what it changes and answers. */
export async function take(step: Partial<Step> & { name: string }): Promise<void> {
  const project = $project.get()
  if (!project) return
  const whole: Step = { changes: [], answers: [], roles: [], ...step }
  change({ ...project, steps: [...project.steps, whole] })
  if (isReadAnew(whole)) await readProject()
}

export async function undo(): Promise<void> {
  const project = $project.get()
  const last = project?.steps[project.steps.length - 1]
  if (!project || !last) return
  change({ ...project, steps: project.steps.slice(0, -1) })
  if (isReadAnew(last)) await readProject()
}

function isReadAnew({ roles, head, earlier }: Step): boolean {
  return roles.length > 0 || head !== undefined || earlier !== undefined
}

/** `isSaid` by the person: then no file changes it any more. */
export async function setYear(year: string, isSaid = true): Promise<void> {
  const project = $project.get()
  if (!project || project.year === year) return
  change({ ...project, year, isYearSaid: isSaid })
  await readProject()
}

export function setSite(site: SiteFile): void {
  const project = $project.get()
  if (project) change({ ...project, site })
}

/** Puts the work away. */
export async function startAnew(now: Date): Promise<void> {
  $read.set(null)
  $trouble.set(null)
  replace(newProject(`${now.getFullYear()}`))
}

/** The work that was there before another took its place. */
export async function bringBack(): Promise<void> {
  const before = $replaced.get()
  if (!before) return
  replace(before)
  $read.set(null)
  await readProject()
}

/** Another work in place of the one that is there, which can be brought back. */
export function replace(project: Project): void {
  const before = $project.get()
  $replaced.set(before?.table ? before : null)
  change(project)
}

/** What the tool's page carries, for the pages that are made. */
export function builtEditions(): readonly { folder: EditionFolder; noticeHtml: string }[] {
  return content.editions
}

/** @returns what was said where the files can't be read, and `$trouble` says it; null where they can */
export async function readProject(): Promise<Trouble | null> {
  const project = $project.get()
  if (!project?.table) return null
  const { table } = project
  $isReading.set(true)
  $trouble.set(null)
  const reading = queue.then(() => readFiles({ ...project, table }))
  queue = reading
  const answer = await reading
  $isReading.set(false)
  if (answer && 'edition' in answer) {
    $read.set(answer)
    return null
  }
  const trouble: Trouble =
    answer === null
      ? { code: 'stopped', file: table.name }
      : 'reason' in answer
        ? { code: 'refused', ...answer }
        : { code: 'unexpected', detail: answer.error }
  $trouble.set(trouble)
  return trouble
}

export function change(project: Project): void {
  $project.set(project)
  keep()
}

let saving: Promise<unknown> = Promise.resolve()
let saved: Project | null = null

/** One after another; of changes that wait together the last is kept, with all before it. */
export function keep(): void {
  $kept.set({ state: 'saving' })
  saving = saving.then(async () => {
    const project = $project.get()
    if (!project || project === saved) return
    try {
      const state = await saveProject(project)
      if (state === 'kept') saved = project
      if ($project.get() === project) $kept.set({ state })
    } catch (error) {
      $kept.set({ state: 'refused', refusal: refusalOf(error) })
    }
  })
}
