/** The stores of the publisher's page: small files as she drops them, and what is kept of her work. */
import type { EditionFolder } from '../../../src/build/edition'
import type { Project } from '../../../src/publish/draft/project'
import { writeProject } from '../../../src/publish/draft/project-file'
import {
  $project,
  $replaced,
  $standing,
  $trouble,
  bringBack,
  openProject,
  type ToolContent,
} from '../../../src/stores/publishing/project'
import { takeFiles } from '../../../src/stores/publishing/taking'
import { site, smallTable, smallTitle } from '../publish/small-table'
import { type PlainTable, toPage } from '../publish/table-files'
import { clean, readRecords, settle, worker } from './browser'

const tool: ToolContent = {
  site,
  editions: [],
}

const day = new Date('2031-12-01')

/** An empty browser in which the page was opened. */
export async function openEmpty(content: ToolContent = tool): Promise<void> {
  // What was pressed last is kept by then.
  await settle()
  await clean()
  $replaced.set([])
  await openProject(content, day)
}

/** The page opened once more. */
export async function openAgain(): Promise<void> {
  await settle()
  await openProject(tool, day)
}

export function tableFile(name = '要点.html', table: PlainTable = smallTable(), title = smallTitle): File {
  return new File([toPage(table, title)], name)
}

export function noticeFile(name = '通知.txt', sentence = '请按时报送。'): File {
  const lines = [
    '关于报送2031年质量工作考核资料的通知',
    '各单位：',
    sentence,
    '青禾县考核办公室',
    '2031年12月1日',
  ]
  return new File([lines.join('\n')], name)
}

/** Work that was saved as a file, with the edition that came of it. */
export function savedFile(name: string, folder: EditionFolder): File {
  const project: Project = {
    format: 1,
    year: folder.id,
    site: tool.site,
    table: null,
    notice: null,
    earlier: [],
    steps: [],
  }
  return new File([writeProject(project, folder, { table: '', notice: '' })], name)
}

/** Takes each as the page does that gets them by one drop. */
export async function drop(...files: File[]): Promise<void> {
  await takeFiles(files)
}

/** Holds back what is read from now on. @returns lets it come */
export function holdReading(): () => Promise<void> {
  let go = () => {}
  worker.untilRead = new Promise(resolve => {
    go = resolve
  })
  return async () => {
    go()
    worker.untilRead = Promise.resolve()
    await settle()
  }
}

/** What another page would read. */
export async function stored() {
  await settle()
  const records = await readRecords()
  const text = (part: string) => {
    const file = records.get(`backup:publish:${part}`) as { name: string; bytes: Uint8Array } | undefined
    return file && new TextDecoder().decode(file.bytes)
  }
  return {
    project: records.get('backup:publish') as Project | undefined,
    table: text('table'),
    notice: text('notice'),
  }
}

export const steps = () => $project.get()?.steps.map(({ name }) => name)
export const troubleCode = () => $trouble.get()?.code

/** The edition with all steps. */
export function standingFolder(): EditionFolder {
  const folder = $standing.get()?.folder
  if (!folder) throw new Error('No table was read')
  return folder
}

const rows = () => $standing.get()?.folder.files.indicators.indicators
export const rowNote = (id: string) => rows()?.find(row => row.id === id)?.note
export const rowIds = () => rows()?.map(({ id }) => id)

export const besides = () => $replaced.get().map(({ table }) => table?.name)

/** Brings back the work of the table with this name. */
export async function swapTo(table: string): Promise<void> {
  const project = $replaced.get().find(({ table: file }) => file?.name === table)
  if (!project) throw new Error(`No work with ${table} was put aside`)
  await bringBack(project)
}
