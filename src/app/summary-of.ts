import type { Matrix } from '../core/collate'
import type { Attendance } from '../core/expected'
import type { HandIn } from '../core/hand-in'
import { findLacks } from '../core/lack'
import { verdictOf } from '../core/verdict'
import type { Arrival } from '../stores/intake'
import type { SummaryInput } from '../stores/summary'
import { refusalWording } from '../wording-bundle'
import { lackWording } from '../wording-export'
import { sayFinding } from '../wording-finding'
import { cellWording, sayHandInFinding, sayVerdict } from '../wording-intake'
import { findingsOf, isTrouble } from './arrival-trouble'
import type { IntakeContent } from './start-intake'

const words = {
  state: cellWording,
  verdict: (handIn: HandIn) => sayVerdict(verdictOf(handIn)),
  finding: sayHandInFinding,
  reason: lackWording,
}

/** What 汇总表 is made of, in the page's own words. */
export function buildSummary(
  { catalogue, deadline }: IntakeContent,
  matrix: Matrix,
  attendance: Attendance,
  arrivals: readonly Arrival[],
): SummaryInput {
  const strays = arrivals.filter(arrival => isTrouble(arrival, catalogue.edition)).flatMap(saysOf)
  return { catalogue, deadline, matrix, lacks: findLacks(catalogue, matrix, attendance), strays, words }
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
