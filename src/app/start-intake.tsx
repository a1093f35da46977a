/** The intake page's script: takes the catalogue from the page, renders, takes whatever is dropped anywhere on it. */
import { render } from 'preact'
import type { Catalogue } from '../core/catalogue'
import type { ExpectedUnit } from '../core/expected'
import { openExpected } from '../stores/expected'
import { openIntake } from '../stores/hand-ins'
import { $arrivals, prepareVerifying, takeDropped } from '../stores/intake'
import { Intake } from './Intake'

/** What the page carries as JSON. */
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

const content: IntakeContent = JSON.parse(document.getElementById('page')?.textContent ?? '')
const root = document.getElementById('intake') as HTMLElement

addEventListener('beforeunload', event => {
  if ($arrivals.get().length === 0) return
  event.preventDefault()
  // Chrome before 119 shows its question only when this is set.
  event.returnValue = true
})
document.addEventListener('dragover', event => event.preventDefault())
document.addEventListener('drop', event => {
  event.preventDefault()
  if (event.dataTransfer) void takeDropped(event.dataTransfer)
})

openIntake(content.catalogue)
void openExpected(content.catalogue.edition, content.expected)
// In a single file the parts stand behind this script.
addEventListener('load', prepareVerifying)
root.textContent = ''
render(<Intake content={content} />, root)
