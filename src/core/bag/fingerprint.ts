/**
 * 校验码: what the manifests of a bundle's volumes give, and what a person read off the paper.
 *
 * Decision: 校验码 covers the attachments. It does not cover the report and the texts, so that packing again after a changed
 * word gives the same code. The printed cover and the help say so.
 */
import { type BagFile, fingerprintText, formatFingerprint } from './bag'

/**
 * The text whose SHA-256 is the fingerprint, over the payload manifests of all volumes; null where one has none. Files that
 * are not as the manifests say are findings of their own.
 */
export function sealedText(volumes: readonly { listed: readonly BagFile[] | undefined }[]): string | null {
  const files: BagFile[] = []
  for (const { listed } of volumes) {
    if (!listed) return null
    for (const file of listed) files.push(file)
  }
  return fingerprintText(files)
}

/** A fingerprint as typed (full width, lower case, any spaces and dashes), in its one form; null where it is none. */
export function readFingerprint(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}_.·]/gu, '')
  return /^[0-9a-f]{16}$/i.test(digits) ? formatFingerprint(digits) : null
}
