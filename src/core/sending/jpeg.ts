/**
 * The header of a JPEG (ITU-T T.81 annex B; Exif 2.3 §4.5–4.6): its size, which way it is to be turned, and where the
 * details of the shot lie, so that a smaller copy can be made upright and keep them.
 */

export interface Jpeg {
  /** Of the picture as it is stored, before it is turned. */
  width: number
  height: number
  /** 1 to 8, Exif's numbers; 1 is upright. */
  orientation: number
  /** Where the Exif segment lies, its marker included; null where there is none. */
  exif: [start: number, end: number] | null
}

/** The header in a whole JPEG; null where the bytes are none, or end before the picture does. */
export function readJpeg(bytes: Uint8Array): Jpeg | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [at, width, height] = [2, 0, 0]
  let exif: Jpeg['exif'] = null
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length) return null
    // SOF0 to SOF15, without DHT, JPG and DAC.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      height = view.getUint16(at + 5)
      width = view.getUint16(at + 7)
    }
    if (marker === 0xe1 && !exif && isExif(bytes, at + 4)) exif = [at, end]
    at = end
    if (marker !== 0xda) continue
    if (width === 0 || height === 0 || !endsAfter(bytes, at)) return null
    return { width, height, orientation: exif ? orientationIn(view, exif) : 1, exif }
  }
  return null
}

/** The Exif segment of an upright copy: its orientation is 1, and it has no thumbnail, which would lie on its side. */
export function uprightExif(bytes: Uint8Array, { exif }: Jpeg): Uint8Array<ArrayBuffer> {
  if (!exif) return new Uint8Array()
  const segment = bytes.slice(...exif)
  const view = new DataView(segment.buffer)
  const directory = directoryIn(view, [0, segment.length])
  if (!directory) return segment
  for (const entry of directory.entries)
    if (view.getUint16(entry, directory.isLittle) === 0x0112) view.setUint16(entry + 8, 1, directory.isLittle)
  if (directory.next + 4 <= segment.length) view.setUint32(directory.next, 0)
  return segment
}

/** The picture's size once it is turned, its longer side at most `most`. */
export function fitJpeg(
  { width, height, orientation }: Jpeg,
  most: number,
): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(width, height))
  const sides = [width, height].map(side => Math.max(1, Math.round(side * scale))) as [number, number]
  const [across, down] = orientation >= 5 ? [sides[1], sides[0]] : sides
  return { width: across, height: down }
}

/** The matrix (as `setTransform` takes it) that turns a picture of this stored size upright. */
export function turnUpright(
  orientation: number,
  width: number,
  height: number,
): [number, number, number, number, number, number] {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, width, 0]
    case 3:
      return [-1, 0, 0, -1, width, height]
    case 4:
      return [1, 0, 0, -1, 0, height]
    case 5:
      return [0, 1, 1, 0, 0, 0]
    case 6:
      return [0, 1, -1, 0, height, 0]
    case 7:
      return [0, -1, -1, 0, height, width]
    case 8:
      return [0, -1, 1, 0, 0, width]
    default:
      return [1, 0, 0, 1, 0, 0]
  }
}

/** `Exif\0\0` */
function isExif(bytes: Uint8Array, at: number): boolean {
  return [0x45, 0x78, 0x69, 0x66, 0, 0].every((byte, i) => bytes[at + i] === byte)
}

/** Whether an end of image (FFD9) follows: within the picture's own bytes FF stands before 00 and markers only. */
function endsAfter(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === 0xd9) return true
  return false
}

function orientationIn(view: DataView, exif: [start: number, end: number]): number {
  const directory = directoryIn(view, exif)
  for (const entry of directory?.entries ?? []) {
    if (view.getUint16(entry, directory?.isLittle) !== 0x0112) continue
    const value = view.getUint16(entry + 8, directory?.isLittle)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** The offsets of the entries of a segment's first directory, and of the address of the next; null where it has none. */
function directoryIn(
  view: DataView,
  [start, end]: [start: number, end: number],
): { isLittle: boolean; entries: number[]; next: number } | null {
  const tiff = start + 10
  if (tiff + 8 > end) return null
  const isLittle = view.getUint16(tiff) === 0x4949
  const first = tiff + view.getUint32(tiff + 4, isLittle)
  if (first + 2 > end) return null
  const count = view.getUint16(first, isLittle)
  const next = first + 2 + 12 * count
  if (next > end) return null
  return { isLittle, entries: Array.from({ length: count }, (_, i) => first + 2 + 12 * i), next }
}
