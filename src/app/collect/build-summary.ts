import { joinLines } from '../../core/bundle/evidence'
import type { Attendance } from '../../core/collect/expected'
import { findOwed, type Owed } from '../../core/collect/owed'
import { createReuse } from '../../core/files/reuse'
import type { Arrival } from '../../core/intake/arrival'
import { findUncounted, isTrouble, unreadAmong } from '../../core/intake/arrival'
import type { Matrix, UnitRow } from '../../core/intake/collate'
import type { HandIn } from '../../core/intake/hand-in'
import { findCode } from '../../core/intake/notes'
import { matchesPaper, soundnessOf } from '../../core/intake/soundness'
import type { Judged } from '../../core/review/tally'
import type { SummaryInput } from '../../stores/collect/summary'
import { $notes } from '../../stores/intake/notes'
import { getCatalogue } from '../../stores/page'
import { owedWording, sayUnread } from '../../wording/collect'
import { markHandIns } from '../../wording/hand-ins'
import {
  cellWording,
  sayHandInFinding,
  sayPaper,
  sayScoreNote,
  saySoundness,
  sayUncounted,
} from '../../wording/intake'
import { standingWording } from '../../wording/review'
import { intakeContent } from '../ui/page-content'

const words = {
  state: cellWording,
  soundness: (handIn: HandIn) => saySoundness(soundnessOf(handIn)),
  finding: sayHandInFinding,
  reason: owedWording,
  unread: sayUnread,
  scores: sayScoreNote,
  standing: standingWording,
  marks: (row: UnitRow) => markHandIns(row).join('，'),
  paper: ({ parts }: UnitRow) =>
    joinLines(parts.map(part => sayPaper(matchesPaper(part, findCode($notes.get(), part))))),
}

const knownOwed = createReuse<UnitRow, Owed>()

/** Builds the input of 汇总表, with the page's own words. */
export function buildSummary(
  matrix: Matrix,
  judged: readonly Judged[],
  attendance: Attendance,
  arrivals: readonly Arrival[],
): SummaryInput {
  const catalogue = getCatalogue()
  const { deadline, organization } = intakeContent()
  const strays = arrivals
    .filter(arrival => isTrouble(arrival, catalogue.edition))
    .flatMap(arrival =>
      sayUncounted(findUncounted(arrival, catalogue.edition), catalogue.edition).map(sentence => ({
        archive: arrival.name,
        sentence,
      })),
    )
  const unread = unreadAmong(arrivals, catalogue.edition)
  const owing = findOwed(matrix, attendance, unread, knownOwed)
  return { catalogue, office: organization, deadline, matrix, judged, owing, strays, words }
}
