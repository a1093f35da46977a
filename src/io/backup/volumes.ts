/** Which volumes of a bundle were among what was brought, by what each says of itself; 999 at most are believed. */
import { volumesIn } from '../../core/backup/lacking'
import { parseBagInfo, readBagCount } from '../../core/bag/bag'

export interface Volumes {
  have: Set<number>
  count: number
  /** The volume of each file that lies in another than the one that lists it, by the first 16 digits of its SHA-256. */
  listed: Map<string, number>
}

/** Notes the volume whose bag-info.txt and 目录.html these are, for the checklist with this id. */
export function noteVolume(
  volumes: Map<string, Volumes>,
  id: string,
  bagInfo: string,
  inventory: string,
): void {
  const place = readBagCount(parseBagInfo(bagInfo))
  const [index, count] = place && place[1] > 0 ? place : [1, 1]
  const known = volumes.get(id) ?? { have: new Set(), count: 1, listed: new Map() }
  known.have.add(index)
  known.count = Math.max(known.count, count)
  for (const [hash, volume] of volumesIn(inventory)) known.listed.set(hash, volume)
  volumes.set(id, known)
}

/** Whether a bag-info.txt is of one volume among several. */
export function isOneOfMany(bagInfo: string): boolean {
  return (readBagCount(parseBagInfo(bagInfo))?.[1] ?? 1) > 1
}
