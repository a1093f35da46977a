/**
 * The day on which a camera took a JPEG photo, out of bytes that anybody may have written (Exif 2.32, TIFF 6.0): no offset
 * is believed before it was held against the bytes there are. Nothing depends on how the picture is turned.
 */

/** Camera data stands in one of the first segments, none of which is longer than 64 KB. */
export const photoHeadSize = 128 * 1024

const exifHead = [0x45, 0x78, 0x69, 0x66, 0, 0]
const mostEntries = 500

/** `2022-11-03` from the first `photoHeadSize` bytes of a file; null where it is no JPEG, or says no day that there is. */
export function photoDay(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] as number
    // Fill bytes stand before a marker; the picture itself begins with SOS.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda || marker === 0xd9) return null
    const end = at + 2 + view.getUint16(at + 2)
    if (marker === 0xe1 && exifHead.every((byte, i) => bytes[at + 4 + i] === byte)) {
      const start = Math.min(at + 10, bytes.length)
      const day = dayOfTiff(bytes.subarray(start, Math.max(start, Math.min(end, bytes.length))))
      if (day) return day
    }
    at = Math.max(end, at + 2)
  }
  return null
}

const tags = { exif: 0x8769, taken: 0x9003, digitized: 0x9004, changed: 0x0132 }

function dayOfTiff(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8) return null
  const order = view.getUint16(0)
  const isLittle = order === 0x4949
  if ((!isLittle && order !== 0x4d4d) || view.getUint16(2, isLittle) !== 42) return null
  const first = readDirectory(view, view.getUint32(4, isLittle), isLittle)
  const camera = readDirectory(view, first.get(tags.exif) ?? 0, isLittle)
  // The day a picture was changed is no better than the file's own date where the camera says when it took it.
  return (
    [camera.get(tags.taken), camera.get(tags.digitized), first.get(tags.changed)]
      .map(offset => (offset === undefined ? null : readDay(bytes, offset)))
      .find(day => day !== null) ?? null
  )
}

/** The values of a directory by their tags: offsets, as all that are wanted here have. Empty where it lies outside. */
function readDirectory(view: DataView, start: number, isLittle: boolean): Map<number, number> {
  const values = new Map<number, number>()
  if (start < 8 || start + 2 > view.byteLength) return values
  const count = Math.min(view.getUint16(start, isLittle), mostEntries)
  for (let i = 0, at = start + 2; i < count && at + 12 <= view.byteLength; i++, at += 12)
    values.set(view.getUint16(at, isLittle), view.getUint32(at + 8, isLittle))
  return values
}

/** `2022:11:03 10:15:00`; some write other separators. */
function readDay(bytes: Uint8Array, offset: number): string | null {
  const text = Array.from(bytes.subarray(offset, offset + 10), byte => String.fromCharCode(byte)).join('')
  const [, year, month, day] = /^((?:19|20)\d\d)[:/.-](\d\d)[:/.-](\d\d)$/.exec(text) ?? []
  if (!year || !month || !day) return null
  const isReal = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return isReal ? `${year}-${month}-${day}` : null
}
