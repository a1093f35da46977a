/** Puts verified bags together to bundles and verifies each as a whole: its volumes, its files, its fingerprint. */
import { formatFingerprint } from '../../core/bag/bag'
import type { Finding } from '../../core/bag/finding'
import { sealedText } from '../../core/bag/fingerprint'
import { groupVolumes, type VolumeFacts, type VolumeSet } from '../../core/bag/volume-set'
import type { FolderFile } from './source'
import { type VerifiedBundle, verifyBundle } from './verify'
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

/** Everything that speaks against ZIPs and folders that were handed in together. @throws as `verifyBundle` */
export async function listFindings(
  handedIn: readonly (Blob | readonly FolderFile[])[],
  reading: Reading,
): Promise<Finding[]> {
  const verified: VerifiedBundle[] = []
  for (const bundle of handedIn) verified.push(await verifyBundle(bundle, reading))
  const bags = verified.flatMap(bundle => bundle.bags)
  const whole = await verifyVolumes(bags, reading.digest)
  return [
    ...verified.flatMap(({ problems }) => problems),
    ...[...bags, ...whole].flatMap(({ findings }) => findings),
    ...whole.flatMap(({ damaged }) => damaged.map(({ finding }) => finding)),
  ]
}

async function recomputeFingerprint<Bag extends VolumeFacts>(
  { volumes, count }: VolumeSet<Bag>,
  digest: Reading['digest'],
): Promise<string | null> {
  const text = volumes.length === count ? sealedText(volumes) : null
  return text === null ? null : formatFingerprint((await digest(new Blob([text]))).sha256)
}
