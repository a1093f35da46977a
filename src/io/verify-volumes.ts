/** Puts verified bags together to bundles and verifies each as a whole: its volumes, its files, its fingerprint. */
import { formatFingerprint } from '../core/bag'
import { sealedText } from '../core/fingerprint'
import { groupVolumes, type VolumeFacts, type VolumeSet } from '../core/volume-set'
import type { Reading } from './verify-bag'

/** A bundle as it was received, with the fingerprint that its manifests give: null where they can't say it. */
export interface VerifiedVolumes<Bag> extends VolumeSet<Bag> {
  recomputed: string | null
}

/** The bundles that `bags` are, whichever ZIPs they came in. */
export async function verifyVolumes<Bag extends VolumeFacts>(
  bags: readonly Bag[],
  digest: Reading['digest'],
): Promise<VerifiedVolumes<Bag>[]> {
  const verified: VerifiedVolumes<Bag>[] = []
  for (const set of groupVolumes(bags)) {
    const recomputed = await recomputeFingerprint(set, digest)
    const { fingerprint: declared, isOurs } = set
    const isWrong = recomputed !== null && isOurs && recomputed !== declared
    verified.push({
      ...set,
      recomputed,
      findings: isWrong
        ? [...set.findings, { code: 'wrong-fingerprint', declared, found: recomputed }]
        : set.findings,
    })
  }
  return verified
}

async function recomputeFingerprint<Bag extends VolumeFacts>(
  { volumes, count }: VolumeSet<Bag>,
  digest: Reading['digest'],
): Promise<string | null> {
  const text = volumes.length === count ? sealedText(volumes) : null
  return text === null ? null : formatFingerprint((await digest(new Blob([text]))).sha256)
}
