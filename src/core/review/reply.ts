/**
 * 审核意见: what the office says of one unit's hand-in, made of its words. In come the unit's row of the matrix and the review,
 * out goes what the unit is told. A word that the unit has answered since is no longer said: the office has to look again.
 */
import type { Reply, ReplyNote } from '../checklist/returned'
import type { UnitRow } from '../intake/collate'
import { fingerprintsOf } from '../intake/supplement'
import type { Review } from './review'
import { standingIn } from './seen'

/** Names of the files that the office had of a unit, by SHA-256. */
export function fileNames({ handIn }: Pick<UnitRow, 'handIn'>): Map<string, string> {
  const files = Object.values(handIn.checklist.answers).flatMap(answer => answer.files)
  return new Map(files.map(({ sha256, name }) => [sha256, name]))
}

/** The reply of now; null where nothing was said that the unit should hear. */
export function buildReply(
  { parts, handIn, sections }: UnitRow,
  review: Review,
  { office, now }: { office: string; now: Date },
): Reply | null {
  const { edition, unit } = handIn.checklist
  const items = sections.flatMap(section => section.items)
  const notes: [string, ReplyNote][] = []
  let accepted = 0
  for (const { id } of items) {
    const [word] = review.words[id] ?? []
    const standing = standingIn(handIn, id, review.words[id])
    if (standing === 'accepted') accepted += 1
    if (!word || (standing !== 'returned' && standing !== 'doubtful')) continue
    const { note, at, seen } = word
    notes.push([id, { verdict: standing, note, at, files: seen.files.map(({ sha256 }) => sha256) }])
  }
  const { text: closing = '', until = '' } = review.closing ?? {}
  if (notes.length === 0 && closing === '') return null
  return {
    edition,
    checklists: [...new Set(parts.map(({ checklist }) => checklist.id))],
    unit: unit.name,
    office,
    at: now.toISOString(),
    until,
    closing,
    fingerprints: fingerprintsOf(handIn),
    accepted,
    notes: Object.fromEntries(notes),
  }
}
