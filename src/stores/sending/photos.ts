/**
 * Making photos smaller, because a person asked for it: copies are made one by one and stored in batches, each in one
 * transaction with the items that use them. The photos themselves go to 最近移除的文件 and come back with one press.
 */
import { atom } from 'nanostores'
import type { AttachedFile } from '../../core/checklist/checklist'
import type { Replacement } from '../../core/checklist/smaller'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import type { LeftAlone } from '../../core/sending/photos'
import { digestBlob } from '../../io/files/digest'
import type { Shrinker } from '../../io/sending/shrink'
import { loadBlobs } from '../../io/storage/bytes'
import { $checklist, changeChecklist, queueSettled, saveFiles } from '../checklist'

/** A photo that has no smaller copy. */
export interface LeftPhoto {
  name: string
  reason: LeftAlone
}

/** `done` photos of `total` are settled; `made` of them have a copy. After the last, or a cancel, `isOver`. */
export interface Shrinking {
  total: number
  done: number
  made: number
  left: LeftPhoto[]
  isOver: boolean
  refusal: Refusal | null
}

/** Null until a person asks for it, and after they took note. */
export const $shrinking = atom<Shrinking | null>(null)

/** One of the unit's photos beside its copy, to compare before anything is changed. */
export const $example = atom<{ photo: AttachedFile; original: Blob; copy: Blob } | null>(null)

const batchPhotos = 20

let shrinker: Shrinker | null = null
let isCancelled = false

/** Fetches the part that shrinks, while there is a network; where that fails, it is tried again when needed. */
export function preparePhotos(): void {
  import('../../io/sending/shrink').catch(() => undefined)
}

/** Settled once no example is being made: one worker at a time decodes. */
let example: Promise<void> = Promise.resolve()

/** Makes a copy of a photo, for `$example`; what can't be made is no example. */
export function showExample(photo: AttachedFile): Promise<void> {
  example = makeExample(photo).catch(() => undefined)
  return example
}

async function makeExample(photo: AttachedFile): Promise<void> {
  if ($example.get()?.photo.sha256 === photo.sha256) return
  $example.set(null)
  const original = (await loadBlobs([photo.sha256])).get(photo.sha256)
  if (!original) return
  const { startShrinker } = await import('../../io/sending/shrink')
  const one = startShrinker()
  const shrunk = await one.shrink(original).catch(() => null)
  one.end()
  if (shrunk?.kind === 'copy') $example.set({ photo, original, copy: shrunk.copy })
}

/** Gives each of these photos of the open checklist a smaller copy where that saves a quarter. */
export async function shrinkPhotos(photos: readonly AttachedFile[]): Promise<void> {
  await queueSettled()
  const checklist = $checklist.get()
  if (!checklist || ($shrinking.get() && !$shrinking.get()?.isOver)) return
  isCancelled = false
  $shrinking.set({ total: photos.length, done: 0, made: 0, left: [], isOver: false, refusal: null })
  await example
  try {
    const { startShrinker } = await import('../../io/sending/shrink')
    shrinker = startShrinker()
    for (let from = 0; from < photos.length && !isCancelled; from += batchPhotos)
      await shrinkBatch(checklist.id, photos.slice(from, from + batchPhotos), shrinker)
  } catch (error) {
    if (!isCancelled) update({ refusal: refusalOf(error) })
  }
  shrinker?.end()
  shrinker = null
  update({ isOver: true })
}

/** Stops; photos that have their copies by now keep them. */
export function cancelShrinking(): void {
  isCancelled = true
  shrinker?.end()
}

export function dismissShrinking(): void {
  $shrinking.set(null)
}

/** Puts every photo back in its place that is still among the removed files. */
export function bringBackPhotos(): void {
  $shrinking.set(null)
  changeChecklist({ kind: 'bring-back-photos' })
}

async function shrinkBatch(id: string, photos: readonly AttachedFile[], { shrink }: Shrinker): Promise<void> {
  const blobs = await loadBlobs(photos.map(({ sha256 }) => sha256))
  const copies = new Map<string, Blob>()
  const replacements: Replacement[] = []
  for (const photo of photos) {
    const original = blobs.get(photo.sha256)
    const shrunk = original ? await shrink(original) : ({ kind: 'left', reason: 'damaged' } as const)
    if (shrunk.kind === 'copy') {
      const { sha256, crc32 } = await digestBlob(shrunk.copy)
      copies.set(sha256, shrunk.copy)
      const { name, originalName } = photo
      const added = new Date().toISOString()
      const copy = { sha256, crc32, size: shrunk.copy.size, type: 'image/jpeg', name, originalName, added }
      replacements.push({ photo: photo.sha256, copy })
    } else update({ left: [...($shrinking.get()?.left ?? []), { name: photo.name, reason: shrunk.reason }] })
    update({ done: ($shrinking.get()?.done ?? 0) + 1 })
  }
  if (replacements.length === 0) return
  await saveFiles(id, { kind: 'replace-photos', replacements }, { blobs: copies, sound: new Set() })
  update({ made: ($shrinking.get()?.made ?? 0) + replacements.length })
}

function update(part: Partial<Shrinking>): void {
  const now = $shrinking.get()
  if (now) $shrinking.set({ ...now, ...part })
}
