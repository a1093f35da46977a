/** The matrix of all hand-ins, computed again whenever they or the office's notes change. */
import { computed } from 'nanostores'
import { createReuse } from '../../core/files/reuse'
import { collate, type Matrix, type UnitRow } from '../../core/intake/collate'
import type { HandIn } from '../../core/intake/hand-in'
import { findSameBytes, type SameBytes } from '../../core/intake/same-bytes'
import { $catalogue } from '../page'
import { $isVerifying } from './arrivals'
import { $handIns } from './hand-ins'
import { $decidingNotes } from './notes'

const knownRows = createReuse<HandIn, UnitRow>()

/** The matrix of the page's own edition; empty before the edition is open. */
export const $matrix = computed(
  [$catalogue, $handIns, $decidingNotes],
  (catalogue, handIns, notes): Matrix => {
    if (!catalogue) return { columns: [], rows: [] }
    return collate(
      catalogue,
      handIns.filter(({ checklist }) => checklist.edition === catalogue.edition),
      { notes, now: new Date() },
      knownRows,
    )
  },
)

let sameBytes: SameBytes[] = []

/** Files that several units handed in; only the hand-ins that count are compared. While more come in, those found before. */
export const $sameBytes = computed([$matrix, $isVerifying], ({ rows }, isVerifying) => {
  if (!isVerifying) sameBytes = findSameBytes(rows.map(({ handIn }) => handIn))
  return sameBytes
})
