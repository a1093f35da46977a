/** From a stored checklist to the bundle as one Blob of references: texts are made and hashed, attachments only named. */
import { bagitText, fingerprintText, formatFingerprint, writeBagInfo, writeManifest } from '../core/bag'
import { bagInfoOf, planBundle } from '../core/bundle'
import type { Catalogue } from '../core/catalogue'
import type { Checklist } from '../core/checklist'
import { writeInventory } from '../core/inventory'
import { writeChecklist } from '../core/record'
import { digestBlob } from './digest'
import { loadBlobs } from './storage'
import type { ZipEntry } from './zip'

export interface PackedBundle {
  blob: Blob
  /** With `.zip`. */
  fileName: string
  /** 校验码 as people read it. */
  fingerprint: string
  files: number
}

/** Files the checklist names whose bytes are not stored, or not all of them; `names` as the person calls them. */
export class MissingBytesError extends Error {
  override name = 'MissingBytesError'
  constructor(readonly names: string[]) {
    super(`Cannot pack bundle: bytes of ${names.length} file(s) are not stored`)
  }
}

/**
 * The bundle, format 1.
 * @throws MissingBytesError; ArchiveTooLargeError from `io/zip`; the platform's error when storage can't be read.
 */
export async function packBundle(
  catalogue: Catalogue,
  checklist: Checklist,
  now: Date,
): Promise<PackedBundle> {
  const plan = planBundle(catalogue, checklist)
  const blobs = await loadBlobs([...new Set(plan.entries.map(entry => entry.sha256))])
  const missing = plan.entries.filter(entry => blobs.get(entry.sha256)?.size !== entry.size)
  if (missing.length > 0)
    throw new MissingBytesError(missing.map(entry => `${entry.item.id} ${entry.file.name}`))

  const local = toBeijing(now)
  const fingerprint = formatFingerprint(await digestText(fingerprintText(plan.entries)))
  const tags = [
    { path: '目录.html', text: writeInventory(catalogue, checklist, plan, { fingerprint, packed: local }) },
    { path: 'checklist.json', text: writeChecklist(checklist) },
    { path: 'bagit.txt', text: bagitText },
    {
      path: 'bag-info.txt',
      text: writeBagInfo(
        bagInfoOf(catalogue, checklist, plan, fingerprint, local.toISOString().slice(0, 10)),
      ),
    },
    { path: 'manifest-sha256.txt', text: writeManifest(plan.entries) },
  ]
  const digests = await Promise.all(
    tags.map(async ({ path, text }) => ({ path, sha256: await digestText(text) })),
  )
  const texts = [...tags, { path: 'tagmanifest-sha256.txt', text: writeManifest(digests) }]
  const attachments = plan.entries.map(({ path, sha256, file }) => {
    return { path, blob: blobs.get(sha256) as Blob, crc32: file.crc32 }
  })
  const entries: ZipEntry[] = [...texts, ...attachments].map(entry => ({
    ...entry,
    path: `${plan.name}/${entry.path}`,
  }))
  const { packZip } = await import('./zip')
  const blob = await packZip(entries, local)
  return { blob, fileName: `${plan.name}.zip`, fingerprint, files: plan.entries.length }
}

async function digestText(text: string): Promise<string> {
  return (await digestBlob(new Blob([text]))).sha256
}

/** Beijing time in the UTC fields: what people there read, and the same bytes whatever zone the machine is set to. */
function toBeijing(now: Date): Date {
  return new Date(now.getTime() + 8 * 3_600_000)
}
