/** The hand-ins that verified bags are, of whichever archives, each with its 校验码 and the bags its files lie in. */

import { formatFingerprint } from '../../core/bag/bag'
import type { Catalogue } from '../../core/edition/catalogue'
import { type ArrivedBag, assemble } from '../../core/intake/assemble'
import type { HandIn } from '../../core/intake/hand-in'
import type { Reading } from '../bag/verify-bag'
import { verifyVolumes } from '../bag/verify-volumes'

export interface Received<Bag> {
  handIn: HandIn
  bags: readonly Bag[]
  /** Those of them that came better in another archive. */
  damaged: readonly Bag[]
}

export async function receiveHandIns<Bag extends ArrivedBag>(
  catalogue: Catalogue,
  bags: readonly Bag[],
  digest: Reading['digest'],
): Promise<Received<Bag>[]> {
  const received: Received<Bag>[] = []
  for (const { handIn, bags: own, damaged, fingerprintText } of assemble(
    catalogue,
    await verifyVolumes(bags, digest),
  )) {
    const fingerprint =
      fingerprintText === null
        ? handIn.fingerprint
        : formatFingerprint((await digest(new Blob([fingerprintText]))).sha256)
    received.push({ handIn: { ...handIn, fingerprint }, bags: own, damaged })
  }
  return received
}
