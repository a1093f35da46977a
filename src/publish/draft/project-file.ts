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

/** `base64` are the bytes of the project's files; making it of a large one takes a browser a while, and is not done here. */
export function writeProject(
  project: Project,
  folder: EditionFolder | null,
  base64: { table: string; notice: string },
): string {
  const { table, notice, ...rest } = project
  const saved: Saved = {
    kind: 'yinzheng-publish',
    project: {
      ...rest,
      table: table && { name: table.name, base64: base64.table },
      notice: notice && { name: notice.name, base64: base64.notice },
    },
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

function decode({ name, base64 }: SavedFile): SourceFile {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
  return { name, bytes }
}
