/** The matrix of all hand-ins, computed again whenever they, the office's notes or the list of expected units change. */
import { computed } from 'nanostores'
import { matchUnits } from '../../core/collect/expected'
import { collate, type Matrix } from '../../core/intake/collate'
import { findSameBytes } from '../../core/intake/same-bytes'
import { $handIns } from '../intake/hand-ins'
import { $decidingNotes } from '../intake/notes'
import { $catalogue } from '../page'
import { $expected } from './expected'

/** The matrix of the page's own edition; empty before the edition is open. */
export const $matrix = computed(
  [$catalogue, $handIns, $decidingNotes],
  (catalogue, handIns, notes): Matrix => {
    if (!catalogue) return { columns: [], rows: [] }
    return collate(
      catalogue,
      handIns.filter(({ checklist }) => checklist.edition === catalogue.edition),
      { notes, now: new Date() },
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

/** Files that several units handed in; only the hand-ins that count are compared. */
export const $sameBytes = computed($matrix, ({ rows }) => findSameBytes(rows.map(({ handIn }) => handIn)))
