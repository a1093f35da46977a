import type { Catalogue } from '../../core/edition/catalogue'
import type { ExpectedUnit } from '../../core/edition/expected-unit'

/** What the checklist page carries as JSON. */
export interface PageContent {
  catalogue: Catalogue
  /** ISO 8601 with its zone. */
  deadline: string
  deadlineText: string
  /** Where the single-file edition is to be had; null in that file itself. */
  singleFile: string | null
  /** The other editions that have a page on this site; none in a single file. */
  otherEditions: string[]
}

/** What the intake page carries as JSON. */
export interface IntakeContent {
  catalogue: Catalogue
  /** ISO 8601 with its zone. */
  deadline: string
  deadlineText: string
  /** Editions of the site, for bundles of another year; none in a single file. */
  editions: string[]
  /** Where the single-file edition is to be had; null in that file itself. */
  singleFile: string | null
  /** Who collects, in short and in full. */
  office: string
  organization: string
  /** Whom the edition expects to hand in; empty where it does not say. */
  expected: ExpectedUnit[]
}
