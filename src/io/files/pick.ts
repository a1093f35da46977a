/**
 * The files of a picker, a drop or the clipboard. All of them: the caller decides what to do with litter
 * (`core/files/litter`).
 */

/** A file as it came, with the folder path it was dropped in, if any. */
export interface IncomingFile {
  file: File
  name: string
  /** `/`-separated, from the folder that was dropped or picked; only the name where the file came by itself. */
  path: string
}

/** The files of a picker. */
export function readPicked(input: HTMLInputElement): IncomingFile[] {
  return Array.from(input.files ?? [], file => incoming(file, file.webkitRelativePath))
}

/**
 * The files of a drop; folders are walked. Must be called in the event itself: afterwards the browser empties the data.
 * `refuse` hears of each file or folder that can't be read, with its path and the platform's error; the others come.
 */
export async function readDropped(
  data: DataTransfer,
  refuse: (path: string, error: unknown) => void,
): Promise<IncomingFile[]> {
  const entries = Array.from(data.items, item => item.webkitGetAsEntry()).filter(entry => entry !== null)
  if (entries.length === 0) return Array.from(data.files, file => incoming(file))
  const nested = await Promise.all(entries.map(entry => readEntry(entry, refuse)))
  return nested.flat()
}

/** The pictures on the clipboard, named by `now`, because the clipboard calls every picture `image.png`. */
export function readPasted(data: DataTransfer, now: Date): IncomingFile[] {
  const stamp = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ')
  return Array.from(data.files, (file, i) => {
    const extension = /\.\w+$/.exec(file.name)?.[0] ?? '.png'
    const isNameless = /^image\.\w+$/.test(file.name)
    const name = isNameless
      ? `粘贴的图片 ${stamp.replace(/:/g, '')}${i > 0 ? ` ${i + 1}` : ''}${extension}`
      : file.name
    return { file, name, path: name }
  })
}

function incoming(file: File, path = ''): IncomingFile {
  return { file, name: file.name, path: path || file.name }
}

async function readEntry(
  entry: FileSystemEntry,
  refuse: (path: string, error: unknown) => void,
): Promise<IncomingFile[]> {
  const path = entry.fullPath.replace(/^\//, '')
  const found: IncomingFile[] = []
  try {
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) =>
        (entry as FileSystemFileEntry).file(resolve, reject),
      )
      return [incoming(file, path)]
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader()
    // A directory reader gives at most 100 entries a call and an empty list at the end.
    for (;;) {
      const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      )
      if (entries.length === 0) return found
      for (const child of entries) found.push(...(await readEntry(child, refuse)))
    }
  } catch (error) {
    refuse(path, error)
    return found
  }
}
