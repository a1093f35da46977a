/** Which volume each file goes to, once its bytes and the room in a volume are known: as few volumes as two ways give. */
import type { BundleEntry } from './plan'

/** Most attachments in one ZIP: a ZIP without ZIP64 has at most 65,535 entries, some of which are tag files. */
const mostEntries = 65_000

/** An entry with the most bytes that it adds to the ZIP that holds it. */
export interface Measured {
  entry: BundleEntry
  bytes: number
}

/** Files that are not parted: an item's, or a single one of an item that is too large for any volume. */
interface Piece {
  files: readonly Measured[]
  bytes: number
  /** Its place among all pieces, in the plan's order. */
  place: number
}

/**
 * The entries of each volume, in the plan's order. `items` has the files of each item, `room` is the most bytes of a volume's
 * files. The volumes follow the plan from first to last; only where that saves a volume are they packed by size.
 */
export function fillVolumes(items: readonly (readonly Measured[])[], room: number): BundleEntry[][] {
  const inOrder = fillInOrder(items, room)
  if (inOrder.length < 3) return inOrder
  const bySize = fillBySize(items, room)
  return bySize.length < inOrder.length ? bySize : inOrder
}

/** Fills greedily: an item begins a new volume where it fits into a whole one but not into the open one. */
function fillInOrder(items: readonly (readonly Measured[])[], room: number): BundleEntry[][] {
  let open: BundleEntry[] = []
  let left = room
  const volumes = [open]
  const begin = () => {
    open = []
    left = room
    volumes.push(open)
  }
  for (const item of items) {
    const bytes = bytesOf(item)
    const fits = (space: number, places: number) => bytes <= space && item.length <= places
    if (open.length > 0 && fits(room, mostEntries) && !fits(left, mostEntries - open.length)) begin()
    for (const file of item) {
      if (open.length > 0 && (file.bytes > left || open.length >= mostEntries)) begin()
      open.push(file.entry)
      left -= file.bytes
    }
  }
  return volumes
}

/** First-fit decreasing: the largest piece first, each into the first volume that has room for it. */
function fillBySize(items: readonly (readonly Measured[])[], room: number): BundleEntry[][] {
  const isWhole = (item: readonly Measured[]) => bytesOf(item) <= room && item.length <= mostEntries
  const pieces = items
    .flatMap(item => (isWhole(item) ? [item] : item.map(file => [file])))
    .map((files, place): Piece => ({ files, bytes: bytesOf(files), place }))
  const volumes: { pieces: Piece[]; left: number; places: number }[] = []
  // What is too large for any volume is never joined, so nobody has to look at it again.
  const alone: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => b.bytes - a.bytes || a.place - b.place)) {
    if (piece.bytes > room) {
      alone.push([piece])
      continue
    }
    let volume = volumes.find(({ left, places }) => piece.bytes <= left && piece.files.length <= places)
    if (!volume) {
      volume = { pieces: [], left: room, places: mostEntries }
      volumes.push(volume)
    }
    volume.pieces.push(piece)
    volume.left -= piece.bytes
    volume.places -= piece.files.length
  }
  return [...alone, ...volumes.map(({ pieces }) => pieces)]
    .map(pieces => pieces.sort((a, b) => a.place - b.place))
    .sort((a, b) => (a[0]?.place ?? 0) - (b[0]?.place ?? 0))
    .map(pieces => pieces.flatMap(({ files }) => files.map(({ entry }) => entry)))
}

function bytesOf(files: readonly Measured[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
