/** The intake page's script: opens the page's edition, renders, and takes whatever is dropped anywhere on the page. */
import { render } from 'preact'
import { openExpected } from '../stores/collect/expected'
import { $arrivals, prepareVerifying, takeDropped } from '../stores/intake/arrivals'
import { openNotes } from '../stores/intake/notes'
import { openPage } from '../stores/page'
import { followOfficeReviews } from '../stores/review/office-reviews'
import { $isReviewUnsaved, openReviews } from '../stores/review/reviews'
import { Intake } from './Intake'
import { drawLegibly } from './ui/legible-text'
import { intakeContent, readCatalogue } from './ui/page-content'
import { sharePreact } from './ui/shared-preact'

const root = document.getElementById('intake') as HTMLElement

addEventListener('beforeunload', event => {
  if ($arrivals.get().length === 0 && !$isReviewUnsaved.get()) return
  event.preventDefault()
  // Chrome before 119 shows its question only when this is set.
  event.returnValue = true
})
document.addEventListener('dragover', event => event.preventDefault())
document.addEventListener('drop', event => {
  event.preventDefault()
  if (event.dataTransfer) void takeDropped(event.dataTransfer)
})

openPage(readCatalogue())
drawLegibly()
sharePreact()
void openNotes()
void openReviews()
followOfficeReviews()
void openExpected(intakeContent().expected)
// On `load`, because in a single file the parts stand behind this script.
addEventListener('load', prepareVerifying)
root.textContent = ''
render(<Intake />, root)
