/**
 * Packs stored records just as they are, for what this page can't read: each checklist as a `checklist.json` of its own,
 * bytes under their key. A page that can read them takes the archive by 导入材料包. Part of `bundling`: no state here.
 */

import type { Digest } from '../../core/files/digest'
import { toBeijing } from '../../core/text/format'
import { packZip, type ZipEntry } from '../zip/pack-zip'

/** @throws TypeError for a record that is no JSON (it refers to itself) */
export async function packRecords(
  records: readonly (readonly [key: string, value: unknown])[],
  digest: (blob: Blob) => Promise<Digest>,
  now: Date,
): Promise<Blob> {
  const entries: ZipEntry[] = []
  for (const [key, value] of records) {
    const [, kind, id] = /^(checklist|blob):(.*)$/.exec(key) ?? []
    const blob = value instanceof ArrayBuffer ? new Blob([value]) : value
    const name = encodeURIComponent(id ?? key)
    if (blob instanceof Blob) {
      entries.push({ path: `files/${name}`, blob, crc32: (await digest(blob)).crc32 })
    } else {
      const path = kind === 'checklist' ? `${name}/checklist.json` : `other/${name}.json`
      entries.push({ path, text: JSON.stringify(value, null, 1) ?? 'null' })
    }
  }
  return packZip(entries, toBeijing(now))
}
