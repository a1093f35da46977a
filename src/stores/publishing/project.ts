/** The publisher's work: files, steps, what was understood. Every step is kept on this computer before it is called kept. */
import { atom, computed } from 'nanostores'
import type { SiteFile } from '../../build/content-shape'
import type { EditionFolder } from '../../build/edition'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import { loadProject, saveProject } from '../../io/publishing/keep'
import { openStorage } from '../../io/storage/records'
import { type Project, replay, rolesOf, type SourceFile, type Step } from '../../publish/draft/project'
import { readProject } from '../../publish/draft/project-file'
import type { NewEdition } from '../../publish/edition'
import type { RefusalReason } from '../../publish/refusal'
import { readFiles } from './reading'

/** What the tool's page carries. */
export interface ToolContent {
  site: SiteFile
  editions: { folder: EditionFolder; noticeHtml: string }[]
}

export type Trouble =
  | { code: 'refused'; reason: RefusalReason; file: string }
  | { code: 'too-large'; file: string }
  | { code: 'not-read'; file: string }
  | { code: 'not-a-project'; file: string }
  | { code: 'unexpected'; detail: string }

export const $project = atom<Project | null>(null)
/** What the importer made of the files; null before, and while they are read. */
export const $read = atom<{ edition: NewEdition; lines: string[] } | null>(null)
export const $isReading = atom(false)
export const $trouble = atom<Trouble | null>(null)
/** `saving` until the transaction completed. */
export const $kept = atom<{ state: 'saving' | 'kept' } | { state: 'refused'; refusal: Refusal } | null>(null)
export const $standing = computed([$project, $read], (project, read) =>
  project && read ? replay(project, read.edition) : null,
)

const largest = 50_000_000
let queue: Promise<unknown> = Promise.resolve()
let content: ToolContent

/** Opens the work that was left on this computer, or begins. */
export async function openProject(tool: ToolContent, now: Date): Promise<void> {
  content = tool
  await openStorage()
  const stored = await loadProject().catch(() => null)
  $project.set(stored ?? newProject(`${now.getFullYear()}`))
  if (stored?.table) await read()
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

/** Takes files as they were dropped or picked. `as` says what a single one is; without it a file with a table is the table. */
export async function takeFiles(files: readonly File[], as?: 'table' | 'notice' | 'earlier'): Promise<void> {
  $trouble.set(null)
  for (const file of files) {
    if (file.size > largest) {
      $trouble.set({ code: 'too-large', file: file.name })
      continue
    }
    let bytes: Uint8Array
    try {
      bytes = new Uint8Array(await new Response(file).arrayBuffer())
    } catch {
      $trouble.set({ code: 'not-read', file: file.name })
      continue
    }
    if (as === 'earlier' || /\.json$/i.test(file.name)) await takeProject(file.name, bytes, as === 'earlier')
    else await takeSource({ name: file.name, bytes }, as ?? guessPart(file.name))
  }
}

/** 通知 in a file's name, or a table that is there already, make it the notice. */
function guessPart(name: string): 'table' | 'notice' {
  if (/通知|公告|函|办法|方案/.test(name) && !/表|要点|指标|细则/.test(name)) return 'notice'
  return $project.get()?.table && !$project.get()?.notice ? 'notice' : 'table'
}

async function takeProject(name: string, bytes: Uint8Array, asEarlier: boolean): Promise<void> {
  const opened = readProject(new TextDecoder().decode(bytes))
  if (!opened || (asEarlier && !opened.folder)) {
    $trouble.set({ code: 'not-a-project', file: name })
    return
  }
  const project = $project.get()
  if (asEarlier && opened.folder && project) {
    const { folder } = opened
    const others = project.earlier.filter(({ id }) => id !== folder.id)
    change({ ...project, earlier: [...others, folder].sort((a, b) => (a.id < b.id ? 1 : -1)) })
  } else change(opened.project)
  await read()
}

/** A new table begins the answers anew: they were about the old one. It can be taken back as any step. */
async function takeSource(file: SourceFile, part: 'table' | 'notice'): Promise<void> {
  const project = $project.get()
  if (!project) return
  const before = { project, read: $read.get() }
  const year = part === 'table' ? (yearIn(file.name) ?? project.year) : project.year
  const isNew = part === 'table' && project.table !== null
  $project.set({ ...project, year, [part]: file, steps: isNew ? [] : project.steps })
  // A file that can't be read leaves what was there.
  if ((part === 'table' || project.table) && !(await read())) {
    $project.set(before.project)
    $read.set(before.read)
    return
  }
  keep()
}

function yearIn(name: string): string | undefined {
  return /(?<!\d)20\d\d(?!\d)/.exec(name)?.[0]
}

/** One press: what it changes and answers. */
export async function take(step: Partial<Step> & { name: string }): Promise<void> {
  const project = $project.get()
  if (!project) return
  const whole: Step = { changes: [], answers: [], roles: [], ...step }
  change({ ...project, steps: [...project.steps, whole] })
  if (whole.roles.length > 0) await read()
}

export async function undo(): Promise<void> {
  const project = $project.get()
  const last = project?.steps[project.steps.length - 1]
  if (!project || !last) return
  change({ ...project, steps: project.steps.slice(0, -1) })
  if (last.roles.length > 0) await read()
}

export async function setYear(year: string): Promise<void> {
  const project = $project.get()
  if (!project || project.year === year) return
  change({ ...project, year })
  await read()
}

export function setSite(site: SiteFile): void {
  const project = $project.get()
  if (project) change({ ...project, site })
}

/** Puts the work away; the file that was saved of it opens again. */
export async function startAnew(now: Date): Promise<void> {
  $read.set(null)
  $trouble.set(null)
  change(newProject(`${now.getFullYear()}`))
}

/** What the tool's page carries, for the pages that are made. */
export function builtEditions(): readonly { folder: EditionFolder; noticeHtml: string }[] {
  return content.editions
}

/** @returns false where the files can't be read: `$trouble` says why */
async function read(): Promise<boolean> {
  const project = $project.get()
  if (!project?.table) return false
  const { table } = project
  $isReading.set(true)
  $trouble.set(null)
  const reading = queue.then(() => readFiles({ ...project, table }, rolesOf(project)))
  queue = reading
  const answer = await reading
  $isReading.set(false)
  if ('edition' in answer) {
    $read.set(answer)
    return true
  }
  $trouble.set(
    'reason' in answer
      ? { code: 'refused', reason: answer.reason, file: answer.file }
      : { code: 'unexpected', detail: answer.error },
  )
  return false
}

function change(project: Project): void {
  $project.set(project)
  keep()
}

function keep(): void {
  $kept.set({ state: 'saving' })
  const project = $project.get()
  saveProject(project).then(
    () => $project.get() === project && $kept.set({ state: 'kept' }),
    error => $kept.set({ state: 'refused', refusal: refusalOf(error) }),
  )
}
