/** Files as they are dropped or picked: the table, the notice, a saved work, a year before. What can't be read changes nothing. */
import { atom } from 'nanostores'
import type { TableBeginning } from '../../publish/draft/beginnings'
import type { EarlierEdition, SourceFile } from '../../publish/draft/project'
import { readProject as openSaved } from '../../publish/draft/project-file'
import { readPublished } from '../../publish/draft/published'
import { findOtherYears } from '../../publish/draft/years'
import { $project, $read, $trouble, keep, readProject, replace, setYear, take } from './project'

/** A table in which no head was recognised: the person can point at one. */
export interface Unrecognised {
  file: SourceFile
  tables: TableBeginning[]
}

export const $unrecognised = atom<Unrecognised | null>(null)
/** The years that a page or a saved work brought in. */
export const $broughtIn = atom<{ file: string; editions: EarlierEdition[] } | null>(null)

const largest = 50_000_000

/** `as` says what a single file is; without it a file with a table is the table. */
export async function takeFiles(files: readonly File[], as?: 'table' | 'notice' | 'earlier'): Promise<void> {
  $trouble.set(null)
  $unrecognised.set(null)
  $broughtIn.set(null)
  for (const file of files) {
    const { name } = file
    if (file.size > largest) {
      $trouble.set({ code: 'too-large', file: name })
      continue
    }
    let bytes: Uint8Array
    try {
      bytes = new Uint8Array(await new Response(file).arrayBuffer())
    } catch {
      $trouble.set({ code: 'not-read', file: name })
      continue
    }
    const mayBePublished = as !== 'table' && as !== 'notice' && /\.html?$/i.test(name)
    const published = mayBePublished ? readPublished(new TextDecoder().decode(bytes)) : []
    if (published.length > 0) await bringIn(name, published)
    else if (as === 'earlier' || /\.json$/i.test(name)) await takeSaved(name, bytes, as === 'earlier')
    else await takeSource({ name, bytes }, as ?? guessPart(name))
  }
}

/** 通知 in a file's name, or a table that is there already, make it the notice. */
function guessPart(name: string): 'table' | 'notice' {
  if (/通知|公告|函|办法|方案/.test(name) && !/表|要点|指标|细则/.test(name)) return 'notice'
  return $project.get()?.table && !$project.get()?.notice ? 'notice' : 'table'
}

async function takeSaved(name: string, bytes: Uint8Array, asEarlier: boolean): Promise<void> {
  const opened = openSaved(new TextDecoder().decode(bytes))
  if (asEarlier && opened?.folder) await bringIn(name, [{ folder: opened.folder, isWhole: true }])
  else if (asEarlier) $trouble.set({ code: 'not-published', file: name })
  else if (opened) {
    $read.set(null)
    replace(opened.project)
    await readProject()
  } else $trouble.set({ code: 'not-a-project', file: name })
}

/** Years before this one: each is a step of its own, to be taken back. */
async function bringIn(file: string, editions: readonly EarlierEdition[]): Promise<void> {
  for (const edition of editions) await take({ name: `加上 ${edition.folder.id} 年的`, earlier: edition })
  $broughtIn.set({ file, editions: [...editions] })
}

/** Without a year before: its ids don't count, and no pages are made of it. */
export function leaveOut(id: string): Promise<void> {
  return take({ name: `不用 ${id} 年的`, earlier: { without: id } })
}

/** A new table begins the answers anew: they were about the old one. What was there can be brought back. */
async function takeSource(file: SourceFile, part: 'table' | 'notice'): Promise<void> {
  const project = $project.get()
  if (!project) return
  const before = { project, read: $read.get() }
  const named = part === 'table' && !project.isYearSaid ? yearIn(file.name) : undefined
  const year = named ?? project.year
  const isNew = part === 'table' && project.table !== null
  const steps = isNew ? project.steps.filter(({ earlier }) => earlier) : project.steps
  const head = part === 'table' ? undefined : project.head
  $project.set({ ...project, year, head, [part]: file, steps })
  if (part === 'notice' && !project.table) return keep()
  const trouble = await readProject()
  if (!trouble && part === 'table' && !project.isYearSaid && yearIn(file.name) === undefined)
    await takeYearPrinted()
  const now = $project.get()
  if (trouble) {
    $project.set(before.project)
    $read.set(before.read)
    const isWithoutHead = trouble.code === 'refused' && /^no-(table|rows)$/.test(trouble.reason.code)
    if (part === 'table' && isWithoutHead && trouble.tables.length > 0)
      $unrecognised.set({ file, tables: trouble.tables })
    return
  }
  if (isNew && now) {
    $project.set(before.project)
    replace(now)
  } else keep()
}

/** The table's own year, where neither its file's name nor a person said one: it stands above the work from then on. */
async function takeYearPrinted(): Promise<void> {
  const folder = $read.get()?.edition.folder
  const printed = folder && findOtherYears(folder).find(({ part }) => part === 'table')
  if (printed) await setYear(printed.year, false)
}

/** Goes on with the line of a table that the person says is its head: of a file in which none was recognised, or of the table. */
export async function pointAt(table: number, line: number): Promise<void> {
  const unrecognised = $unrecognised.get()
  const before = { project: $project.get(), read: $read.get() }
  if (!before.project) return
  const head = { table, line }
  if (!unrecognised) return take({ name: `表头是第 ${line + 1} 行`, head })
  const { file } = unrecognised
  const next = {
    ...before.project,
    year: (!before.project.isYearSaid && yearIn(file.name)) || before.project.year,
    table: file,
    head,
    steps: before.project.steps.filter(({ earlier }) => earlier),
  }
  $project.set(next)
  const trouble = await readProject()
  $project.set(before.project)
  if (trouble) {
    $read.set(before.read)
    return
  }
  $unrecognised.set(null)
  replace(next)
}

function yearIn(name: string): string | undefined {
  return /(?<!\d)20\d\d(?!\d)/.exec(name)?.[0]
}
