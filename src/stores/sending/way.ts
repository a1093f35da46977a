/** How the unit sends, which says how large a package may be. */
import { atom } from 'nanostores'
import { unsplitLimit, volumePresets } from '../../core/bundle/volumes'
import type { VolumeOutline } from '../../io/bundle/pack-bundle'
import { measureVolumes } from '../bundle/bundle'
import { draftNow } from '../bundle/draft'
import { $made } from '../bundle/made'

/** `one`: QQ, 微信, a stick: all in one piece. `mail`: attachments of an ordinary mail. `own`: at most so many MB. */
export type Way = 'one' | 'mail' | 'own'

const megabyte = 1024 * 1024
const onePiece = volumePresets[3].bytes

/** Null until the person chooses: then it is as it was packed last, or by mail. */
export const $way = atom<Way | null>(null)
export const $ownMegabytes = atom('18')

export type Outline = VolumeOutline

/** The volumes that each way gives; null while they are being counted, or where nobody can say. */
export type Outlines = Record<Way, Outline[] | null>

export const noOutlines: Outlines = { one: null, mail: null, own: null }

export function wayNow(): Way {
  const limit = $made.get()?.limit
  const own = limit === onePiece ? 'one' : limit === undefined || limit === unsplitLimit ? 'mail' : 'own'
  return $way.get() ?? own
}

/** Most bytes of a package; null where no possible number was typed. */
export function limitOf(way: Way): number | null {
  if (way !== 'own') return way === 'one' ? onePiece : unsplitLimit
  const bytes = Number($ownMegabytes.get()) * megabyte
  return bytes >= megabyte && bytes <= onePiece ? bytes : null
}

/** Counts the volumes of each way. @throws the platform's error, as packing does */
export async function outlineWays(): Promise<Outlines> {
  const measure = async (way: Way) => {
    const limit = limitOf(way)
    return limit === null ? null : measureVolumes(limit)
  }
  return { one: await measure('one'), mail: await measure('mail'), own: await measure('own') }
}

/** How many mails there would be with smaller copies of the photos. */
export async function countMailsWithCopies(): Promise<number> {
  const draft = await draftNow()
  if (!draft) return 0
  const { countWithSmallerPhotos } = await import('../../io/bundling')
  return countWithSmallerPhotos(draft, unsplitLimit)
}
