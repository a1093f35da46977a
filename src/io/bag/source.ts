/**
 * Files that were handed in, whatever holds them: a ZIP, several in one file, a tar, or a folder somebody unpacked. Out come
 * paths and a way to open each; no byte of a file is read before that. The same rules then serve all.
 */
import { headSize, recognizeContainer, recognizeMistaken } from '../../core/zip/container'
import type { ArchiveProblem } from '../../core/zip/entries'
import { watchPaths } from '../../core/zip/names'
import { read } from '../zip/find-zips'
import { openTar } from '../zip/open-tar'
import { type Archive, openZips } from '../zip/open-zip'

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
  /** Whether its name's bytes leave no other reading. */
  isCertainName: boolean
  /** As the ZIP says, unchecked; null in a folder. */
  crc32: number | null
  /** @throws ArchiveEntryError; the platform's error when it can't be read */
  open(): Promise<Blob>
  /** The DEFLATEd bytes, a slice of the ZIP; absent where there are none. Throws like `open`. */
  openPacked?: () => Promise<Blob>
}

/** The files of one archive or folder. */
export type Source = readonly SourceFile[]

interface OpenedSources {
  /** One as a rule: several where archives were joined to one file. */
  sources: Source[]
  problems: ArchiveProblem[]
}

/** A file of an unpacked folder, as it was dropped; the path begins with the folder's name. */
export interface FolderFile {
  path: string
  blob: Blob
}

/** An archive, or the files of a folder. @throws the platform's error when the archive can't be read */
export async function openSources(bundle: Blob | readonly FolderFile[]): Promise<OpenedSources> {
  if (!(bundle instanceof Blob)) return openFolder(bundle)
  const head = await read(bundle, 0, headSize)
  const container = recognizeContainer(head)
  const { archives, problems } =
    container === 'tar'
      ? { archives: [await openTar(bundle)], problems: [] }
      : await openZips(bundle, container)
  const all = problems.map(problem =>
    problem.code === 'not-a-zip' && problem.found === 'other'
      ? { ...problem, found: recognizeMistaken(head) }
      : problem,
  )
  for (const { problems: own } of archives) for (const problem of own) all.push(problem)
  return { sources: archives.map(filesOf), problems: all }
}

function filesOf({ entries, open, openPacked }: Archive): Source {
  return entries.map(entry => ({
    ...entry,
    open: () => open(entry),
    ...(!entry.isStored && { openPacked: () => openPacked(entry) }),
  }))
}

function openFolder(dropped: readonly FolderFile[]): OpenedSources {
  const files: SourceFile[] = []
  const problems: ArchiveProblem[] = []
  const watch = watchPaths()
  for (const { path, blob } of dropped) {
    const problem = watch(path)
    if (problem) problems.push(problem)
    if (problem?.code === 'duplicate-path') continue
    const { size } = blob
    const open = () => Promise.resolve(blob)
    const asIs = { isStored: true, isUtf8Name: true, isCertainName: true, crc32: null }
    files.push({ path, size, packedSize: size, ...asIs, open })
  }
  return { sources: [files], problems }
}
