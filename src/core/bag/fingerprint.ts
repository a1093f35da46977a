/**
 * 校验码: computed from the payload manifests of a bundle's volumes, or read off the paper by a person.
 *
 * Decision: 校验码 covers the attachments. It does not cover the report and the texts, so that packing again after a changed
 * word gives the same code. The printed cover and the help say so.
 */
import { sha256 } from '@noble/hashes/sha2'
import { runToEnd, type Steps, stepSize } from '../files/steps'
import { type BagFile, formatFingerprint, manifestLines } from './bag'

/**
 * The 校验码 of a payload, as people read it: of the SHA-256 of the payload manifest lines of all volumes, sorted by path,
 * `\n`-joined. Tag files are left out, so packing again at another time gives the same. Some 20 ms for 10,000 files.
 */
export function digestFingerprint(payload: readonly BagFile[]): string {
  return runToEnd(fingerprintSteps(payload))
}

/** The same in steps, for a page that goes on answering. */
export function* fingerprintSteps(payload: readonly BagFile[]): Steps<string> {
  const digest = sha256.create()
  const encoder = new TextEncoder()
  const lines = manifestLines(payload)
  for (let start = 0; start < lines.length; start += stepSize) {
    const text = lines.slice(start, start + stepSize).join('\n')
    digest.update(encoder.encode(start === 0 ? text : `\n${text}`))
    yield
  }
  const hex = Array.from(digest.digest(), byte => byte.toString(16).padStart(2, '0')).join('')
  return formatFingerprint(hex)
}

/**
 * The 校验码 that the payload manifests of all volumes give; null where a volume has none. Files that are not as a manifest
 * says are findings of their own.
 */
export function* recomputeFingerprint(
  volumes: readonly { listed: readonly BagFile[] | undefined }[],
): Steps<string | null> {
  const files: BagFile[] = []
  for (const { listed } of volumes) {
    if (!listed) return null
    for (const file of listed) files.push(file)
  }
  return yield* fingerprintSteps(files)
}

/** A fingerprint as typed (full width, lower case, any spaces and dashes), in its one form; null where it is none. */
export function readFingerprint(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}_.·]/gu, '')
  return /^[0-9a-f]{16}$/i.test(digits) ? formatFingerprint(digits) : null
}
