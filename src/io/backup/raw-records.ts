/**
 * Packs stored records just as they are, for what this page can't read: each checklist as a `checklist.json` of its own,
 * bytes under their key. A page that can read them takes the archive by 导入材料包. Part of `bundling`: no state here.
 */

import { writeRawText } from '../../core/backup/raw-text'
import type { Digest } from '../../core/files/digest'
import { toBeijing } from '../../core/text/format'
import { isFileBytes, toBlob } from '../files/file-bytes'
import { packZip, type ZipEntry } from '../zip/pack-zip'

/** Bytes that can't be read are left out and named in `unreadable.json`. */
export async function packRecords(
  records: readonly (readonly [key: string, value: unknown])[],
  digest: (blob: Blob) => Promise<Digest>,
  now: Date,
): Promise<Blob> {
  const entries: ZipEntry[] = []
  const unreadable: string[] = []
  for (const [key, value] of records) {
    const blob = isFileBytes(value) ? toBlob(value) : value
    const path = pathOf(key, blob instanceof Blob)
    if (!(blob instanceof Blob)) {
      entries.push({ path, text: writeRawText(value) })
      continue
    }
    const crc32 = await digest(blob).then(
      digest => digest.crc32,
      () => null,
    )
    if (crc32 === null) unreadable.push(key)
    else entries.push({ path, content: blob, crc32 })
  }
  if (unreadable.length > 0) entries.push({ path: 'unreadable.json', text: writeRawText(unreadable) })
  const paths = new Set<string>()
  // A newer page may keep records of one key in several stores.
  return packZip(
    entries.filter(({ path }) => !paths.has(path) && paths.add(path)),
    toBeijing(now),
  )
}

function pathOf(key: string, isFile: boolean): string {
  const [, kind, id = key] = /^(checklist|broken|blob):(.*)$/s.exec(key) ?? []
  const name = id.replace(/[^\w~.-]/g, character => `%${character.charCodeAt(0).toString(16)}`) || '_'
  if (isFile) return `files/${name}`
  if (kind === 'checklist') return `${name}/checklist.json`
  return kind === 'broken' ? `broken/${name}/checklist.json` : `other/${name}.json`
}
