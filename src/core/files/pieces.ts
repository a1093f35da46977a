/**
 * Files that a program cut by bytes into `.001`, `.002` … (7-Zip, HJSplit): in come names, out goes which of them make one
 * file. Nothing here reads them: whether the last piece is there shows only when the whole is opened.
 */

export interface PieceName {
  /** The name of the whole. */
  stem: string
  from: number
  /** Larger than `from` where pieces were joined. */
  to: number
}

/** Reads the name of a piece; null for any other name. */
export function readPieceName(name: string): PieceName | null {
  const parts = /^(.+?)\.(\d{3})(?:–\.(\d{3}))?$/.exec(name)
  if (!parts) return null
  const [, stem = '', from = '', to = from] = parts
  return { stem, from: Number(from), to: Number(to) }
}

/** Pieces from `.001` on without a gap, at least two, in order. */
interface Joined<File> {
  /** `材料包.zip.001–.003`: says what it was made of, and `readPieceName` reads it back. */
  name: string
  pieces: File[]
}

/** Splits what came into wholes that can be joined and everything else; names are compared without case. */
export function joinPieces<File>(
  files: readonly File[],
  nameOf: (file: File) => string,
): { joined: Joined<File>[]; others: File[] } {
  const groups = new Map<string, Map<number, File>>()
  for (const file of files) {
    const piece = readPieceName(nameOf(file))
    if (!piece || piece.to !== piece.from) continue
    const key = piece.stem.toLowerCase()
    const group = groups.get(key) ?? new Map<number, File>()
    if (!group.has(piece.from)) group.set(piece.from, file)
    groups.set(key, group)
  }
  const used = new Set<File>()
  const joined: Joined<File>[] = []
  for (const group of groups.values()) {
    const pieces: File[] = []
    for (let next = group.get(1); next !== undefined; next = group.get(pieces.length + 1)) pieces.push(next)
    const [first] = pieces
    if (first === undefined || pieces.length < 2 || pieces.length < group.size) continue
    for (const piece of pieces) used.add(piece)
    joined.push({ name: `${nameOf(first)}–.${String(pieces.length).padStart(3, '0')}`, pieces })
  }
  return { joined, others: files.filter(file => !used.has(file)) }
}
