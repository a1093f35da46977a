/** The intake page's script: takes the catalogue from the page, renders, takes whatever is dropped anywhere on it. */
import { render } from 'preact'
import { $arrivals, prepareVerifying, takeDropped } from '../stores/arrivals'
import { openExpected } from '../stores/expected'
import { openIntake } from '../stores/hand-ins'
import { Intake } from './Intake'
import type { IntakeContent } from './ui/page-content'

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
