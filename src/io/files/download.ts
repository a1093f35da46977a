/** Files in and out of the page: what was dropped or pasted, downloads, opening a file in a tab. */

/** A file as it came, with the folder path it was dropped in, if any. */
export interface IncomingFile {
  file: File
  name: string
  /** `/`-separated, from the folder that was dropped or picked; the name where it came by itself. */
  path: string
}

/** The files of a picker. */
export function readPicked(input: HTMLInputElement): IncomingFile[] {
  return Array.from(input.files ?? [], file => incoming(file, file.webkitRelativePath))
}

/**
 * The files of a drop; folders are walked. Must be called in the event itself: afterwards the browser empties the data.
 * @throws NotFoundError, NotReadableError as the platform gives them for a folder that can't be read.
 */
export async function readDropped(data: DataTransfer): Promise<IncomingFile[]> {
  const entries = Array.from(data.items, item => item.webkitGetAsEntry()).filter(entry => entry !== null)
  if (entries.length === 0) return Array.from(data.files, file => incoming(file))
  const nested = await Promise.all(entries.map(readEntry))
  return nested.flat()
}

/** Pictures on the clipboard, named by the time of pasting: the clipboard calls every one `image.png`. */
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

/** Hands a Blob to the browser's downloads. There is no way to learn whether the person kept it. */
export function downloadBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser takes the Blob when the click is handled; a minute is ample even where it asks for the place first.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Whether the person can choose the place (secure contexts of Chromium only). */
export const canChoosePlace = 'showSaveFilePicker' in globalThis

/**
 * Writes a Blob to the place the person chooses.
 * @returns false when they chose none.
 * @throws the platform's error when it can't be written there (a full or pulled-out stick).
 */
export async function saveBlobAs(blob: Blob, name: string): Promise<boolean> {
  const { showSaveFilePicker } = globalThis as unknown as { showSaveFilePicker: ShowSaveFilePicker }
  const handle = await showSaveFilePicker({ suggestedName: name }).catch(error => {
    if (error instanceof Error && error.name === 'AbortError') return null
    throw error
  })
  if (!handle) return false
  await blob.stream().pipeTo(await handle.createWritable())
  return true
}

type ShowSaveFilePicker = (options: { suggestedName: string }) => Promise<{
  createWritable(): Promise<WritableStream<Uint8Array>>
}>

// What a browser shows without running anything in it. HTML and SVG would run with this page's rights.
const shownTypes: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  txt: 'text/plain;charset=utf-8',
}

/** Opens a file in a new tab where that is safe and the browser allows it, else downloads it. */
export function openBlob(blob: Blob, name: string): void {
  const type = shownTypes[extensionOf(name)]
  const url = type ? URL.createObjectURL(new Blob([blob], { type })) : null
  if (!url || !window.open(url, '_blank')) downloadBlob(blob, name)
  // The tab needs the address as long as it may be reloaded; an hour, then the reference is given back.
  if (url) setTimeout(() => URL.revokeObjectURL(url), 3_600_000)
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

async function readEntry(entry: FileSystemEntry): Promise<IncomingFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    )
    return [incoming(file, entry.fullPath.replace(/^\//, ''))]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: IncomingFile[] = []
  // A directory reader gives at most 100 entries a call and an empty list at the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (entries.length === 0) return found
    for (const child of entries) found.push(...(await readEntry(child)))
  }
}
