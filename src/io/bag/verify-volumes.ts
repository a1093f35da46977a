/** Puts verified bags together to bundles and verifies each as a whole: its volumes, its files, its fingerprint. */
import type { Finding } from '../../core/bag/finding'
import { recomputeFingerprint } from '../../core/bag/fingerprint'
import { groupVolumes, type VolumeFacts, type VolumeSet } from '../../core/bag/volume-set'
import { makeAnew, type Reuse } from '../../core/files/reuse'
import { createBreather, runInSlices } from '../files/in-slices'
import type { FolderFile } from './source'
import { type VerifiedBundle, verifyBundle } from './verify'
import type { Reading } from './verify-bag'

/** A bundle as it was received, with the fingerprint that its manifests give: null where they can't say it. */
export interface VerifiedVolumes<Bag> extends VolumeSet<Bag> {
  recomputed: string | null
}

/** What was made of bags before, kept by whoever puts them together again and again while more arrive. */
export interface KnownVolumes<Bag> {
  sets: Reuse<Bag & object, VolumeSet<Bag>>
  verified: Reuse<VolumeSet<Bag>, Promise<VerifiedVolumes<Bag>>>
}

const nothingKnown = { sets: makeAnew, verified: makeAnew }

/** The bundles that `bags` are, whichever ZIPs they came in. */
export async function verifyVolumes<Bag extends VolumeFacts>(
  bags: readonly Bag[],
  known: KnownVolumes<Bag> = nothingKnown,
): Promise<VerifiedVolumes<Bag>[]> {
  const breathe = createBreather()
  const sets = groupVolumes(bags, known.sets)
  await breathe()
  return Promise.all(sets.map(set => known.verified(set, [], () => verifySet(set))))
}

async function verifySet<Bag extends VolumeFacts>(set: VolumeSet<Bag>): Promise<VerifiedVolumes<Bag>> {
  // A bag of another tool declares none, and its manifest may have 200,000 lines.
  const isSealed = set.isOurs && set.volumes.length === set.count
  const recomputed = isSealed ? await runInSlices(recomputeFingerprint(set.volumes)) : null
  const { fingerprint: declared, isOurs } = set
  const isWrong = recomputed !== null && isOurs && recomputed !== declared
  const wrong = { code: 'wrong-fingerprint' as const, declared, found: recomputed ?? '' }
  return { ...set, recomputed, findings: isWrong ? [...set.findings, wrong] : set.findings }
}

/** Everything that speaks against ZIPs and folders that were handed in together. @throws as `verifyBundle` */
export async function listFindings(
  handedIn: readonly (Blob | readonly FolderFile[])[],
  reading: Reading,
): Promise<Finding[]> {
  const verified: VerifiedBundle[] = []
  for (const bundle of handedIn) verified.push(await verifyBundle(bundle, reading))
  const bags = verified.flatMap(bundle => bundle.bags)
  const whole = await verifyVolumes(bags)
  return [
    ...verified.flatMap(({ problems }) => problems),
    ...[...bags, ...whole].flatMap(({ findings }) => findings),
    ...whole.flatMap(({ damaged }) => damaged.map(({ finding }) => finding)),
  ]
}
