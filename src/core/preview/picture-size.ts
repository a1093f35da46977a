/**
 * The size of a picture in pixels, out of its header: a file of some kilobytes may say 60,000 × 60,000, and a browser that
 * decodes it has no memory left. Sources: PNG (ISO 15948, 11.2.2), JPEG (ITU-T T.81, B.2.2), GIF89a, WebP (RFC 9649), BMP.
 */

/** Most pixels that are decoded: a panorama has 50 million, a scanner's A3 page at 600 dpi 70 million. */
export const mostPixels = 150_000_000

/** How much of a photo is read for its size: the data before it (EXIF, a small copy, colour profiles) are mostly shorter. */
export const pictureHeadSize = 1024 * 1024

/** Width and height; null where the beginning does not tell. */
export function pictureSize(head: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const letters = (at: number, length: number) => String.fromCharCode(...head.subarray(at, at + length))
  try {
    if (letters(1, 3) === 'PNG') return { width: view.getUint32(16), height: view.getUint32(20) }
    if (letters(0, 3) === 'GIF') return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    if (letters(0, 2) === 'BM')
      return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
    if (letters(0, 4) === 'RIFF' && letters(8, 4) === 'WEBP') return webpSize(view, letters(12, 4))
    if (view.getUint16(0) === 0xffd8) return jpegSize(view)
  } catch {
    // A header that ends too soon: the browser says what it makes of the rest.
  }
  return null
}

function webpSize(view: DataView, chunk: string): { width: number; height: number } | null {
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
  if (chunk === 'VP8X') return { width: three(24) + 1, height: three(27) + 1 }
  if (chunk === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (chunk !== 'VP8L') return null
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

/** Segments up to the first start of frame. */
function jpegSize(view: DataView): { width: number; height: number } | null {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}
