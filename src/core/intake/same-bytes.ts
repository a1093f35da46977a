/**
 * The same bytes from two units: in come the hand-ins that count, out goes every file that more than one unit attached, by
 * SHA-256. A question for the office, no judgement: a document of the county belongs to many. Empty files say nothing.
 */
import type { HandIn } from './hand-in'

export interface SameBytes {
  sha256: string
  size: number
  /** One for each unit that has it, with the first place it is at there. */
  uses: { handIn: HandIn; item: string; name: string }[]
}

/** Those of most units first, then the largest. */
export function findSameBytes(handIns: readonly HandIn[]): SameBytes[] {
  const found = new Map<string, SameBytes>()
  for (const handIn of handIns) {
    for (const [item, { files }] of Object.entries(handIn.checklist.answers)) {
      for (const { sha256, size, name } of files) {
        if (size === 0 || !handIn.present.has(sha256)) continue
        const same = found.get(sha256)
        if (!same) found.set(sha256, { sha256, size, uses: [{ handIn, item, name }] })
        else if (!same.uses.some(use => use.handIn === handIn)) same.uses.push({ handIn, item, name })
      }
    }
  }
  return [...found.values()]
    .filter(({ uses }) => uses.length > 1)
    .sort((a, b) => b.uses.length - a.uses.length || b.size - a.size)
}
