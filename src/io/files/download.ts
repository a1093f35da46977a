/** Files out of the page: downloads, a place on disk that the person chooses, a new tab. */

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

/** True where `saveBlobAs` can ask for a place, which is only in secure contexts of Chromium. */
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
