/** Files as they are dropped or picked: the table, the notice, a saved work, a year before. What can't be read changes nothing. */
import { atom } from 'nanostores'
import { type EditionFolder, labelOf } from '../../build/edition'
import { type EarlierEdition, findProblems, type Project, type SourceFile } from '../../publish/draft/project'
import { readProject as openSaved } from '../../publish/draft/project-file'
import { readPublished } from '../../publish/draft/published'
import { withoutBody, withoutTable } from '../../publish/draft/steps'
import { findOtherYears } from '../../publish/draft/years'
import type { HeadPlace } from '../../publish/table/header'
import {
  $project,
  $read,
  $trouble,
  $unrecognised,
  change,
  exchange,
  goOn,
  offerHeads,
  replace,
  setYear,
  type Trouble,
  take,
} from './project'

/** The years that a page or a saved work brought in. */
export const $broughtIn = atom<{ file: string; editions: EarlierEdition[] } | null>(null)

const largest = 50_000_000

let taking: Promise<void> = Promise.resolve()

/**
 * `as` says what a single file is; without it a file with a table is the table. Files that come meanwhile wait, since what
 * they are depends on those that are there.
 */
export function takeFiles(files: readonly File[], as?: 'table' | 'notice' | 'earlier'): Promise<void> {
  taking = taking.catch(() => undefined).then(() => takeEach(files, as))
  return taking
}

async function takeEach(files: readonly File[], as?: 'table' | 'notice' | 'earlier'): Promise<void> {
  $unrecognised.set(null)
  $broughtIn.set(null)
  const troubles: (Trouble | null)[] = []
  for (const file of files) troubles.push(await takeOne(file, as))
  // A file that could be read does not hide one before it that couldn't.
  $trouble.set(troubles.find(trouble => trouble !== null) ?? null)
}

async function takeOne(file: File, as?: 'table' | 'notice' | 'earlier'): Promise<Trouble | null> {
  const { name } = file
  if (file.size > largest) return { code: 'too-large', file: name }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await new Response(file).arrayBuffer())
  } catch {
    return { code: 'not-read', file: name }
  }
  const mayBePublished = as !== 'table' && as !== 'notice' && /\.html?$/i.test(name)
  const published = mayBePublished ? readPublished(new TextDecoder().decode(bytes)) : []
  if (published.length > 0) return bringIn(name, published)
  if (as === 'earlier' || /\.json$/i.test(name)) return takeSaved(name, bytes, as === 'earlier')
  return takeSource({ name, bytes }, as ?? guessPart(name))
}

/** 通知 in a file's name, or a table that is there already, make it the notice. */
function guessPart(name: string): 'table' | 'notice' {
  if (/通知|公告|函|办法|方案/.test(name) && !/表|要点|指标|细则/.test(name)) return 'notice'
  return $project.get()?.table && !$project.get()?.notice ? 'notice' : 'table'
}

async function takeSaved(name: string, bytes: Uint8Array, asEarlier: boolean): Promise<Trouble | null> {
  const opened = openSaved(new TextDecoder().decode(bytes))
  if (!asEarlier) return opened ? exchange(() => opened.project) : { code: 'not-a-project', file: name }
  if (!opened?.folder) return { code: 'not-published', file: name }
  // Work that was not finished gives ids; pages can't be made of it.
  const isWhole = findProblems(opened.folder, []).length === 0
  return bringIn(name, [{ folder: opened.folder, isWhole }])
}

/** Years before this one: each is a step of its own, to be taken back. */
async function bringIn(file: string, editions: readonly EarlierEdition[]): Promise<Trouble | null> {
  for (const edition of editions) {
    const trouble = await take({ name: `加上 ${labelOf(edition.folder)}的`, earlier: edition })
    if (trouble) return trouble
  }
  $broughtIn.set({ file, editions: [...editions] })
  return null
}

/** Without a year before: its ids don't count, and no pages are made of it. */
export async function leaveOut(folder: EditionFolder): Promise<void> {
  await take({ name: `不用 ${labelOf(folder)}的`, earlier: { without: folder.id } })
}

/** What was said of the file before is put aside with it, and can be brought back. */
async function takeSource(file: SourceFile, part: 'table' | 'notice'): Promise<Trouble | null> {
  if (part === 'notice')
    return goOn(
      project => ({ ...project, notice: file, steps: withoutBody(project.steps) }),
      next => (isLessThan(next, $project.get()) ? replace(next) : change(next)),
    )
  const trouble = await exchange(project => withTable(project, file))
  if (!trouble) return takeYearPrinted(file.name)
  offerHeads(file, trouble)
  return trouble
}

/** Whether a notice, or what was written of one, gives way. */
function isLessThan(next: Project, before: Project | null): boolean {
  const count = ({ steps }: Project) => steps.flatMap(({ changes }) => changes).length
  return before !== null && (before.notice !== null || count(next) < count(before))
}

/** The work with another table, or another head of it, where the person says one. */
function withTable(project: Project, file: SourceFile, head?: HeadPlace): Project {
  const year = (!project.isYearSaid && yearIn(file.name)) || project.year
  return { ...project, year, head, table: file, steps: withoutTable(project.steps) }
}

/** The table's own year, where neither its file's name nor a person said one: it stands above the work from then on. */
async function takeYearPrinted(name: string): Promise<Trouble | null> {
  const folder = $read.get()?.edition.folder
  if (!folder || $project.get()?.isYearSaid || yearIn(name) !== undefined) return null
  const printed = findOtherYears(folder).find(({ part }) => part === 'table')
  return printed ? setYear(printed.year, false) : null
}

/**
 * Goes on with the line of a table that the person says is its head: of the work's own file, or of one in which none was
 * recognised. Rows have other ids then, so what was done to those before is put aside with them.
 */
export async function pointAt(table: number, line: number, file?: SourceFile): Promise<Trouble | null> {
  const wanted = file ?? $project.get()?.table
  if (!wanted) return null
  const trouble = await exchange(project => withTable(project, wanted, { table, line }))
  if (!trouble && file) $unrecognised.set(null)
  return trouble
}

function yearIn(name: string): string | undefined {
  return /(?<!\d)20\d\d(?!\d)/.exec(name)?.[0]
}
