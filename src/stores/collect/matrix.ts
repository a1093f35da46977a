/** The matrix of all hand-ins, computed again whenever they, the office's notes or the list of expected units change. */
import { computed } from 'nanostores'
import { matchUnits } from '../../core/collect/expected'
import { createReuse } from '../../core/files/reuse'
import { collate, type Matrix, type UnitRow } from '../../core/intake/collate'
import type { HandIn } from '../../core/intake/hand-in'
import { findSameBytes, type SameBytes } from '../../core/intake/same-bytes'
import { $isVerifying } from '../intake/arrivals'
import { $handIns } from '../intake/hand-ins'
import { $decidingNotes } from '../intake/notes'
import { $catalogue } from '../page'
import { $expected } from './expected'

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

/** Which of the expected units handed in. */
export const $attendance = computed([$expected, $matrix], ({ units }, { rows }) =>
  matchUnits(
    units,
    rows.map(({ handIn }) => handIn.checklist.unit.name),
  ),
)

let sameBytes: SameBytes[] = []

/** Files that several units handed in; only the hand-ins that count are compared. While more come in, those found before. */
export const $sameBytes = computed([$matrix, $isVerifying], ({ rows }, isVerifying) => {
  if (!isVerifying) sameBytes = findSameBytes(rows.map(({ handIn }) => handIn))
  return sameBytes
})
