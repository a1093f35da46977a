/** Which volumes of a bundle were among what was brought, by what each says of itself; 999 at most are believed. */
import { parseBagInfo, readBagCount } from '../../core/bag/bag'

export interface Volumes {
  have: Set<number>
  count: number
}

/** Notes the volume whose bag-info.txt this is, for the checklist with this id. */
export function noteVolume(volumes: Map<string, Volumes>, id: string, bagInfo: string): void {
  const place = readBagCount(parseBagInfo(bagInfo))
  const [index, count] = place && place[1] > 0 ? place : [1, 1]
  const known = volumes.get(id) ?? { have: new Set(), count: 1 }
  known.have.add(index)
  known.count = Math.max(known.count, count)
  volumes.set(id, known)
}
