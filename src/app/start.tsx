/** The checklist page's script: takes the catalogue from the page, opens the storage, renders. */
import { render } from 'preact'
import type { Catalogue } from '../core/catalogue'
import { $isUnsaved, refreshChecklist, saveQueue } from '../stores/checklist'
import { openUnits } from '../stores/units'
import { Page } from './Page'
import './shared'

/** What the page carries as JSON. */
export interface PageContent {
  catalogue: Catalogue
  /** ISO 8601 with its zone. */
  deadline: string
  deadlineText: string
}

const content: PageContent = JSON.parse(document.getElementById('page')?.textContent ?? '')
const root = document.getElementById('checklist') as HTMLElement
root.querySelector('.loading')?.removeAttribute('hidden')
const known = new Set(content.catalogue.departments.map(department => department.id))
const asked = (new URLSearchParams(location.search).get('departments') ?? '')
  .split(',')
  .filter(id => known.has(id))

addEventListener('beforeunload', event => {
  if (!$isUnsaved.get()) return
  saveQueue()
  event.preventDefault()
  // Chrome before 119 shows its question only when this is set.
  event.returnValue = true
})
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void refreshChecklist()
})
// A file dropped beside an item would make the browser leave the page and show the file.
for (const type of ['dragover', 'drop'] as const)
  document.addEventListener(type, event => event.preventDefault())

void openUnits(content.catalogue, asked).then(() => {
  root.textContent = ''
  render(<Page content={content} asked={asked} />, root)
})
