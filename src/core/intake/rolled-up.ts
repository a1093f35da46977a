/** The lines on each unit in the bag-info.txt of a roll-up: written by the office that packs, read by the next. */
import { severityOf } from '../bag/finding'
import type { HandIn } from './hand-in'

/**
 * One for each unit in a roll-up: when it packed, the fingerprint on its paper, its checklist's path; then who rolled it up
 * before, and how much spoke against its bundle, where there is any of these.
 */
export const unitLabel = 'Yinzheng-Unit'
const unknown = '-'

/** Of a roll-up of one department's rows: its id. */
export const scopeLabel = 'Yinzheng-Department'

/** The value of a unit's field. */
export function writeUnitField(handIn: HandIn, path: string): string {
  const { packed, fingerprint, declaredFingerprint, office } = handIn
  const facts = [packed || unknown, fingerprint || declaredFingerprint || unknown, path].join(' ')
  // No path has this bar: `safeName` replaces it.
  const errors = countErrorsBefore(handIn)
  return errors > 0 ? `${facts} | ${office} | ${errors}` : office ? `${facts} | ${office}` : facts
}

/** Counts the errors of a hand-in, found here or by an office it came through. */
function countErrorsBefore({ findings }: HandIn): number {
  return findings.reduce((sum, { finding }) => {
    if (finding.code === 'flawed-before') return sum + finding.errors
    return sum + (severityOf(finding) === 'error' ? 1 : 0)
  }, 0)
}

/** The field of a roll-up's bag-info.txt on the unit whose checklist lies at `path`; empty where there is none. */
export function findUnitField(
  info: readonly (readonly [label: string, value: string])[],
  path: string,
): { packed: string; fingerprint: string; office: string; errors: number } {
  for (const [label, value] of info) {
    const [, packed = '', fingerprint = '', its, office = '', errors = '0'] =
      /^(\S+) (\S+) ([^|]+?)(?: \| ?([^|]*?))?(?: \| (\d+))?$/.exec(value) ?? []
    if (label !== unitLabel || its?.normalize('NFC') !== path.normalize('NFC')) continue
    const known = (text: string) => (text === unknown ? '' : text)
    return { packed: known(packed), fingerprint: known(fingerprint), office, errors: Number(errors) }
  }
  return { packed: '', fingerprint: '', office: '', errors: 0 }
}
