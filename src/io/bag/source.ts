/**
 * Files that were handed in, whatever holds them: a ZIP, or a folder somebody unpacked. Out come paths and a way to open
 * each; no byte of a file is read before that. The same rules then serve both.
 */
import type { ArchiveProblem } from '../../core/zip/directory'
import { watchPaths } from '../../core/zip/names'
import { openArchive } from '../zip/open-zip'

/** One file of what was handed in. */
export interface SourceFile {
  /** `/`-separated, relative. */
  path: string
  size: number
  /** As it lies in the ZIP. */
  packedSize: number
  /** As it is in the ZIP, so that opening it costs nothing. */
  isStored: boolean
  /** Whether the ZIP names it as ours do. */
  isUtf8Name: boolean
  /** As the ZIP says, unchecked; null in a folder. */
  crc32: number | null
  /** @throws ArchiveEntryError; the platform's error when it can't be read */
  open(): Promise<Blob>
}

export interface Source {
  files: SourceFile[]
  problems: ArchiveProblem[]
}

/** A file of an unpacked folder, as it was dropped; the path begins with the folder's name. */
export interface FolderFile {
  path: string
  blob: Blob
}

/** A ZIP, or the files of a folder. @throws the platform's error when the ZIP can't be read */
export function openSource(bundle: Blob | readonly FolderFile[]): Promise<Source> {
  return bundle instanceof Blob ? openZip(bundle) : Promise.resolve(openFolder(bundle))
}

async function openZip(blob: Blob): Promise<Source> {
  const { entries, problems, open } = await openArchive(blob)
  return { problems, files: entries.map(entry => ({ ...entry, open: () => open(entry) })) }
}

function openFolder(dropped: readonly FolderFile[]): Source {
  const files: SourceFile[] = []
  const problems: ArchiveProblem[] = []
  const watch = watchPaths()
  for (const { path, blob } of dropped) {
    const problem = watch(path)
    if (problem) problems.push(problem)
    if (problem?.code === 'duplicate-path') continue
    const { size } = blob
    const open = () => Promise.resolve(blob)
    files.push({ path, size, packedSize: size, isStored: true, isUtf8Name: true, crc32: null, open })
  }
  return { files, problems }
}
