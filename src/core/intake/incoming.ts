/**
 * What of many dropped files belongs together: an unpacked bundle is all files below the folder with its `bagit.txt` or
 * `checklist.json`; any other file stands for itself. Every file comes out once.
 */

/** Files of one unpacked bundle; their paths begin with its folder's name. */
interface UnpackedBundle<File> {
  /** The folder's path. */
  name: string
  files: { path: string; file: File }[]
}

export function sortIncoming<File extends { path: string }>(
  files: readonly File[],
): { singles: File[]; unpacked: UnpackedBundle<File>[] } {
  const marked = files.flatMap(({ path }) => /^(.+)\/(?:bagit\.txt|checklist\.json)$/.exec(path)?.[1] ?? [])
  const folders = new Map<string, UnpackedBundle<File>>()
  // What lies in a bundle (an attachment, a copy of another bundle) is part of it.
  for (const name of [...new Set(marked)].sort((a, b) => a.length - b.length)) {
    if (!folderAround(name, folders)) folders.set(name, { name, files: [] })
  }
  const singles = files.filter(file => {
    const folder = folderAround(file.path, folders)
    const above = folder?.name.lastIndexOf('/') ?? -1
    folder?.files.push({ path: file.path.slice(above + 1), file })
    return !folder
  })
  return { singles, unpacked: [...folders.values()] }
}

/** The bundle among `folders` that `path` lies in. */
function folderAround<Folder>(path: string, folders: ReadonlyMap<string, Folder>): Folder | undefined {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = folders.get(path.slice(0, end))
    if (folder) return folder
  }
  return undefined
}
