/** The work as a file that another computer opens: the files that were read are in it, and what was made of them. */
import type { EditionFolder } from '../../build/edition'
import { type Project, parseProject, type SourceFile } from './project'

interface Saved {
  kind: 'yinzheng-publish'
  project: Omit<Project, 'table' | 'notice'> & { table: SavedFile | null; notice: SavedFile | null }
  /** The edition as it stood, for next year's ids. */
  folder: EditionFolder | null
}

interface SavedFile {
  name: string
  base64: string
}

export function writeProject(project: Project, folder: EditionFolder | null): string {
  const { table, notice, ...rest } = project
  const saved: Saved = {
    kind: 'yinzheng-publish',
    project: { ...rest, table: table && encode(table), notice: notice && encode(notice) },
    folder,
  }
  return JSON.stringify(saved)
}

/** Null where the text is no such file. */
export function readProject(text: string): { project: Project; folder: EditionFolder | null } | null {
  try {
    const { kind, project, folder } = JSON.parse(text) as Saved
    if (kind !== 'yinzheng-publish') return null
    const { table, notice, ...rest } = project
    const parsed = parseProject({ ...rest, table: table && decode(table), notice: notice && decode(notice) })
    return parsed && { project: parsed, folder }
  } catch {
    // Not JSON: another kind of file.
    return null
  }
}

function encode({ name, bytes }: SourceFile): SavedFile {
  const step = 0x8000
  let binary = ''
  for (let at = 0; at < bytes.length; at += step)
    binary += String.fromCharCode(...bytes.subarray(at, at + step))
  return { name, base64: btoa(binary) }
}

function decode({ name, base64 }: SavedFile): SourceFile {
  return { name, bytes: Uint8Array.from(atob(base64), character => character.charCodeAt(0)) }
}
