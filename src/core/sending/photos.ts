/** Which attachments are photos that a smaller copy would serve as well, and what copies would save. */
import type { AttachedFile, Checklist } from '../checklist/checklist'

/** The longer side of a copy in pixels: as much as an A4 page prints at 170 dots an inch. */
export const longestSide = 2_000

/** Bytes that a copy should have, and has about. */
export const copyBytes = 512 * 1024

/** The most of a photo's bytes that its copy may have: what saves less is not worth another picture. */
export const mostOfPhoto = 0.75

/** Why a photo has no copy: it can't be read as one, a copy saves too little, or this browser can't make one. */
export type LeftAlone = 'damaged' | 'no-gain' | 'unsupported'

export interface Photos {
  /** Each photo once; the largest first, which is the example to compare. */
  photos: AttachedFile[]
  /** Pictures as large that are left alone: HEIC, PNG, GIF and others, which may be animated or see-through, or no photos. */
  others: number
  /** Bytes of all uses as they are, and about what they have with copies. */
  bytes: number
  smaller: number
}

const otherPictures = /\.(png|gif|webp|bmp|tiff?|hei[cf]|avif)$/i

export function findPhotos({ answers }: Checklist): Photos {
  const photos = new Map<string, AttachedFile>()
  const others = new Set<string>()
  let [bytes, smaller] = [0, 0]
  for (const file of Object.values(answers).flatMap(({ files }) => files)) {
    const { sha256, size, originalName } = file
    const isLarge = size * mostOfPhoto > copyBytes && !file.smallerOf
    const isPhoto = isLarge && /\.jpe?g$/i.test(originalName)
    if (isPhoto) photos.set(sha256, file)
    else if (isLarge && otherPictures.test(originalName)) others.add(sha256)
    bytes += size
    smaller += isPhoto ? copyBytes : size
  }
  return {
    photos: [...photos.values()].sort((a, b) => b.size - a.size),
    others: others.size,
    bytes,
    smaller,
  }
}

/** The checklist as it would be with copies of about the usual size, to count its volumes: its digests are not those. */
export function withSmallerPhotos(checklist: Checklist): Checklist {
  const sizes = new Map(findPhotos(checklist).photos.map(({ sha256 }) => [sha256, copyBytes]))
  const answers = Object.entries(checklist.answers).map(([id, answer]) => {
    const files = answer.files.map(file => ({ ...file, size: sizes.get(file.sha256) ?? file.size }))
    return [id, { ...answer, files }] as const
  })
  return { ...checklist, answers: Object.fromEntries(answers) }
}
