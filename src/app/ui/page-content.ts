/**
 * The JSON that the build writes into a page's `#page`, read once. The catalogue in it goes to `stores/page`, where
 * stores and components find it; the rest is read here.
 */
import type { Catalogue } from '../../core/edition/catalogue'
import type { ExpectedUnit } from '../../core/edition/expected-unit'
import { sayEdition } from '../../wording/edition'

interface PageContent {
  /** ISO 8601 with its zone. */
  deadline: string
  deadlineText: string
  /** The address of the single-file edition; null in that file itself. */
  singleFile: string | null
}

interface ChecklistContent extends PageContent {
  /** The other editions that have a page on this site; none in a single file. */
  otherEditions: { id: string; label: string }[]
  recipient: Recipient
}

/** Whom bundles go to, as far as the notice says. */
export interface Recipient {
  /** Who signed the notice. */
  name: string
  contact?: string
  phone?: string
  email?: string
  address?: string
  /** 纸质版及电子版一并报送 */
  delivery?: string
}

interface IntakeContent extends PageContent {
  /** Editions of the site, for bundles of another year; none in a single file. */
  editions: string[]
  /** The collecting office's name, in short and in full. */
  office: string
  organization: string
  /** The units that the edition expects to hand in; empty where it names none. */
  expected: ExpectedUnit[]
}

let content: unknown = null

/** The catalogue, for `openPage`. */
export function readCatalogue(): Catalogue {
  return (read() as { catalogue: Catalogue }).catalogue
}

/** The checklist page's content. */
export function checklistContent(): ChecklistContent {
  return read() as ChecklistContent
}

/** Another edition's name: its label where this site has it. */
export function nameEdition(edition: string): string {
  return sayEdition(edition, checklistContent().otherEditions.find(({ id }) => id === edition)?.label)
}

/** The intake page's content. */
export function intakeContent(): IntakeContent {
  return read() as IntakeContent
}

/** Whom 审核意见 and 催报 come from, and the address of the checklist page, which the office's page stands beside on the site. */
export function replyFrom(): { office: string; address: string } {
  const isOnSite = /^https?:$/.test(location.protocol) && intakeContent().singleFile !== null
  return {
    office: intakeContent().office,
    address: isOnSite ? new URL('checklist.html', location.href).href : '',
  }
}

function read(): unknown {
  content ??= JSON.parse(document.getElementById('page')?.textContent ?? '')
  return content
}
