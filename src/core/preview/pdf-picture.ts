/**
 * The picture of a page in a scanned PDF. Scanners and phones store each page as one JPEG, as it is (ISO 32000-1, 7.4.8), so it can be
 * shown without a viewer. A text that was saved as a PDF has none, or small ones.
 */
import { mostPixels, pictureSize } from './picture-size'

/** How much of a PDF is worth reading for its first page: one scanned in colour at 600 dpi has some megabytes. */
export const pdfStart = 8 * 1024 * 1024

/** The first JPEG as large as a page, or null. `start` may be only the beginning of a file: a picture that is cut off is none. */
export function findPageJpeg(start: Uint8Array): Uint8Array | null {
  // One character a byte, so that places stay places; all that is looked for is ASCII.
  const text = new TextDecoder('latin1').decode(start)
  const streams = />>\s*stream\r?\n/g
  for (let found = streams.exec(text); found; found = streams.exec(text)) {
    const from = found.index + found[0].length
    const to = text.indexOf('endstream', from)
    if (to < 0) return null
    const dictionary = text.slice(text.lastIndexOf(' obj', found.index), found.index)
    const data = start.subarray(from, to)
    // Inks are stored the other way round: browsers show them as a negative.
    if (isPage(data) && !dictionary.includes('/DeviceCMYK')) return data
    streams.lastIndex = to
  }
  return null
}

/** In pixels: a page at 100 dpi has 827 × 1169, a logo or a signature less. */
const shortSide = 600
const longSide = 1000

function isPage(data: Uint8Array): boolean {
  if (data[0] !== 0xff || data[1] !== 0xd8) return false
  const { width, height } = pictureSize(data) ?? { width: 0, height: 0 }
  return (
    Math.min(width, height) >= shortSide &&
    Math.max(width, height) >= longSide &&
    width * height <= mostPixels
  )
}
