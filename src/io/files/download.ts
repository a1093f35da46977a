/** Files out of the page: downloads, a place on disk that the person chooses. */
import { legible } from '../../core/text/legible'

/** Hands a Blob to the browser's downloads. There is no way to learn whether the person kept it. */
export function downloadBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = legible(name)
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
  const handle = await showSaveFilePicker({ suggestedName: legible(name) }).catch(error => {
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
