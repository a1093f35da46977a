import type { Attendance } from '../../core/collect/expected'
import { findLacks } from '../../core/collect/lack'
import type { Arrival } from '../../core/intake/arrival'
import { findingsOf, isTrouble, unreadAmong } from '../../core/intake/arrival'
import type { Matrix } from '../../core/intake/collate'
import type { HandIn } from '../../core/intake/hand-in'
import { verdictOf } from '../../core/intake/verdict'
import { getCatalogue } from '../../stores/page'
import type { SummaryInput } from '../../stores/summary'
import { refusalWording } from '../../wording/bundle'
import { lackWording, sayUnread } from '../../wording/collect'
import { sayFinding } from '../../wording/finding'
import { cellWording, sayHandInFinding, sayScores, sayVerdict } from '../../wording/intake'
import { intakeContent } from '../ui/page-content'

const words = {
  state: cellWording,
  verdict: (handIn: HandIn) => sayVerdict(verdictOf(handIn)),
  finding: sayHandInFinding,
  reason: lackWording,
  unread: sayUnread,
  scores: sayScores,
}

/** What 汇总表 is made of, in the page's own words. */
export function buildSummary(
  matrix: Matrix,
  attendance: Attendance,
  arrivals: readonly Arrival[],
): SummaryInput {
  const catalogue = getCatalogue()
  const { deadline, organization } = intakeContent()
  const strays = arrivals.filter(arrival => isTrouble(arrival, catalogue.edition)).flatMap(saysOf)
  const lacks = findLacks(catalogue, matrix, attendance, unreadAmong(arrivals, catalogue.edition))
  return { catalogue, office: organization, deadline, matrix, lacks, strays, words }
}

/** Why something that was dropped does not count, or not all of it. */
function saysOf(arrival: Arrival): SummaryInput['strays'] {
  const { name, refusal } = arrival
  const sentences = refusal
    ? [`没有核验：${refusalWording[refusal]}`]
    : findingsOf(arrival).map(finding => sayFinding(finding))
  return (sentences.length > 0 ? sentences : ['没有计入汇总。']).map(sentence => ({
    archive: name,
    sentence,
  }))
}
