/** The findings on a dropped file that no unit's row of the matrix shows. */
import type { BagChecklist } from '../bag/content'
import { type Finding, severityOf } from '../bag/finding'
import type { Refusal } from '../files/refusal'

/** A bag that was verified, as far as it is judged here. */
interface JudgedBag {
  findings: readonly Finding[]
  checklists: readonly BagChecklist[]
}

/** One ZIP, unpacked folder or other file, and what became of it. */
export interface Arrival<Bag extends JudgedBag = JudgedBag> {
  id: number
  name: string
  /** Which drop it came with, from 1: what was dropped or picked at once came together. */
  drop: number
  /** Bytes. */
  size: number
  state: 'waiting' | 'verifying' | 'verified' | 'stopped'
  /** Why it was stopped. */
  refusal: Refusal | null
  /** Problems of the ZIP itself, none of which concerns one of its bags. */
  problems: Finding[]
  bags: Bag[]
}

/** A file that came and holds nothing that counts; `finding` says why, null where the computer could not read it. */
export interface UnreadFile {
  name: string
  finding: Finding | null
}

/** Whether there is something to say that no unit's row says. */
export function isTrouble(arrival: Arrival, edition: string): boolean {
  if (arrival.state === 'stopped') return arrival.refusal !== 'cancelled'
  return arrival.state === 'verified' && !isPlain(arrival, edition)
}

/** A bundle of this edition whose findings stand with its unit. */
function isPlain({ problems, bags }: Arrival, edition: string): boolean {
  return (
    problems.length === 0 &&
    bags.length > 0 &&
    bags.every(
      ({ checklists }) =>
        checklists.length > 0 &&
        checklists.every(({ result }) => result.ok && result.checklist.edition === edition),
    )
  )
}

/** Findings that no unit's row shows: of the file, and of bags without a checklist of one unit. */
export function findingsOf({ problems, bags }: Arrival): Finding[] {
  const others = bags.filter(({ checklists }) => checklists.length !== 1 || !checklists[0]?.result.ok)
  return [...problems, ...others.flatMap(bag => bag.findings)]
}

/** Why something that was dropped does not count, or not all of it. */
export interface Uncounted {
  refusal: Refusal | null
  /** Editions other than the page's that its checklists are of. */
  editions: string[]
  findings: Finding[]
}

export function findUncounted(arrival: Arrival, edition: string): Uncounted {
  const { refusal, bags } = arrival
  const checklists = bags.flatMap(bag => bag.checklists)
  const editions = checklists.flatMap(({ result }) => (result.ok ? [result.checklist.edition] : []))
  return {
    refusal,
    editions: [...new Set(editions)].filter(other => other !== edition),
    findings: findingsOf(arrival),
  }
}

/** Dropped files that hold no hand-in of this edition, each with its first problem. */
export function unreadAmong(arrivals: readonly Arrival[], edition: string): UnreadFile[] {
  return arrivals
    .filter(arrival => isTrouble(arrival, edition) && !arrival.bags.some(bag => isOfEdition(bag, edition)))
    .map(({ name, problems, bags }) => {
      const findings = [...problems, ...bags.flatMap(bag => bag.findings)]
      return { name, finding: findings.find(finding => severityOf(finding) === 'error') ?? null }
    })
}

function isOfEdition({ checklists }: Arrival['bags'][number], edition: string): boolean {
  return checklists.some(({ result }) => result.ok && result.checklist.edition === edition)
}
