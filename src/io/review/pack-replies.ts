/** 审核意见 of several units as one ZIP, because a browser asks before it takes many downloads. Part of `collecting`: no state here. */
import { toBeijing } from '../../core/text/format'
import { packZip, type ZipEntry } from '../zip/pack-zip'

/** @throws ArchiveTooLargeError */
export function packReplies(files: readonly { path: string; text: string }[], now: Date): Promise<Blob> {
  const entries: ZipEntry[] = [...files]
  return packZip(entries, toBeijing(now))
}
