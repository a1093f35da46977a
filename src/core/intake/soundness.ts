/**
 * What the office makes of a hand-in: sound, volumes still to come, or something speaks against it. Notices (odd, nothing
 * lost) do not count.
 */
import { severityOf } from '../bag/finding'
import { readFingerprint } from '../bag/fingerprint'
import { type HandIn, type HandInFinding, missingVolumes } from './hand-in'

export type Soundness =
  | { kind: 'sound' }
  | { kind: 'waiting'; volumes: number[] }
  | { kind: 'flawed'; errors: HandInFinding[] }

export function isNotice({ finding }: HandInFinding): boolean {
  return severityOf(finding) === 'notice'
}

/** That volumes are still to come speaks against none of those that are there. */
function isAboutMissing({ finding: { code } }: HandInFinding): boolean {
  return code === 'missing-volumes' || code === 'other-packing'
}

/** The errors of the volumes that came. */
export function errorsOf({ findings }: HandIn): HandInFinding[] {
  return findings.filter(finding => !isNotice(finding) && !isAboutMissing(finding))
}

export function soundnessOf(handIn: HandIn): Soundness {
  const errors = errorsOf(handIn)
  if (errors.length > 0) return { kind: 'flawed', errors }
  const volumes = missingVolumes(handIn)
  return volumes.length > 0 ? { kind: 'waiting', volumes } : { kind: 'sound' }
}

/** Whether this 校验码 is what stands on the paper; null while what was typed is none, or nothing can be said. */
export function matchesPaper({ fingerprint, declaredFingerprint }: HandIn, typed: string): boolean | null {
  const read = readFingerprint(typed)
  const own = fingerprint || declaredFingerprint
  return read === null || own === '' ? null : read === own
}
