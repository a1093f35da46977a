/** Which volumes of a bundle were among what was brought, by what each says of itself; 999 at most are believed. */
import { parseBagInfo } from '../../core/bag/bag'

export interface Volumes {
  have: Set<number>
  count: number
}

/** Notes the volume whose bag-info.txt this is, for the checklist with this id. */
export function noteVolume(volumes: Map<string, Volumes>, id: string, bagInfo: string): void {
  const value = parseBagInfo(bagInfo).find(([label]) => label === 'Bag-Count')?.[1] ?? ''
  const parts = /^(\d{1,3}) of (\d{1,3})$/.exec(value)
  const known = volumes.get(id) ?? { have: new Set(), count: 1 }
  known.have.add(Number(parts?.[1] ?? 1))
  known.count = Math.max(known.count, Number(parts?.[2] ?? 1))
  volumes.set(id, known)
}
