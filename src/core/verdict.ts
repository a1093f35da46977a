/**
 * What the office makes of a hand-in: sound, volumes still to come, or something speaks against it. Notices (odd, nothing
 * lost) do not count.
 */
import { type HandIn, type HandInFinding, missingVolumes } from './hand-in'

export type Verdict =
  | { kind: 'sound' }
  | { kind: 'waiting'; volumes: number[] }
  | { kind: 'flawed'; errors: HandInFinding[] }

type Code = HandInFinding['finding']['code']

const notices: readonly Code[] = ['came-twice', 'prepended-bytes', 'appended-bytes', 'clashing-paths']

export function isNotice({ code }: { code: Code }): boolean {
  return notices.includes(code)
}

export function verdictOf(handIn: HandIn): Verdict {
  const errors = handIn.findings.filter(({ finding }) => !isNotice(finding))
  if (errors.length > 0) return { kind: 'flawed', errors }
  const volumes = missingVolumes(handIn)
  return volumes.length > 0 ? { kind: 'waiting', volumes } : { kind: 'sound' }
}

/** Whether what stands on the paper is this 校验码: null while nothing can be said of it. Hyphens and case are form. */
export function matchesPaper(handIn: HandIn, typed: string): boolean | null {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[^0-9a-z]/gi, '')
      .toUpperCase()
  const code = plain(handIn.fingerprint || handIn.declaredFingerprint)
  return plain(typed).length < 16 || code === '' ? null : plain(typed) === code
}
