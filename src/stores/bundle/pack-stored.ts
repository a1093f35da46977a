/** Packs a checklist with the bytes that are stored now, and sees that they can be read. */
import { type Checklist, usedFiles } from '../../core/checklist/checklist'
import type { BundleDraft, PackedChecklist } from '../../io/bundle/pack-bundle'
import { digestBlob } from '../../io/files/digest'
import { findUnreadable, loadStored } from '../../io/storage/bytes'
import { draftOf } from './draft'

/** The bundle of a checklist with the bytes that are stored now. @throws as `packBundle` */
export async function packChecklist(checklist: Checklist, limit: number): Promise<PackedChecklist> {
  return packDraft(await draftOf(checklist, true), limit)
}

/** The draft's volumes with the bytes that are stored now. @throws as `packBundle` */
export async function packDraft(draft: BundleDraft, limit: number): Promise<PackedChecklist> {
  const [{ packBundle }, { writeElsewhere }] = await Promise.all([
    import('../../io/bundling'),
    import('../../io/bundle/workbook-thread'),
  ])
  const write = writeElsewhere(new AbortController().signal, () => {})
  let touching = Promise.resolve()
  const load = async () => {
    const stored = await loadAttached(draft.checklist)
    touching = refuseUnreadable(draft.checklist, stored)
    // Heard below, when packing has ended.
    touching.catch(() => undefined)
    return stored
  }
  // The files are touched while they are packed, and what that says comes first: packing names only what is not stored at all.
  const packing = packBundle(draft, load, digestBlob, limit, write)
  await Promise.allSettled([packing])
  await touching
  return packing
}

type StoredFiles = Awaited<ReturnType<typeof loadStored>>

function loadAttached(checklist: Checklist): Promise<StoredFiles> {
  return loadStored([...new Set(usedFiles(checklist).map(({ file }) => file.sha256))])
}

/**
 * Touches each file, by `stored` where that was just loaded: a download whose file is gone breaks off long after the page said
 * that all was well.
 * @throws MissingBytesError with the files that can't be read any more
 */
export async function refuseUnreadable(checklist: Checklist, stored?: StoredFiles): Promise<void> {
  const uses = usedFiles(checklist)
  const unreadable = await findUnreadable(
    uses.map(({ file }) => file),
    stored ?? (await loadAttached(checklist)),
  )
  const names = uses.flatMap(({ item, file }) =>
    unreadable.has(file.sha256) ? [`${item} ${file.name}`] : [],
  )
  if (names.length > 0)
    throw Object.assign(new Error('Cannot hand over: bytes are gone'), { name: 'MissingBytesError', names })
}
