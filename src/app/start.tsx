/** The checklist page's script: takes the catalogue from the page, opens the storage, renders. */
import { render } from 'preact'
import { $adding } from '../stores/attachments'
import { preparePacking } from '../stores/bundle'
import { $isUnsaved, $saving, refreshChecklist, saveQueue } from '../stores/checklist'
import { openPage } from '../stores/page'
import { isOnlyHere, openUnits } from '../stores/units'
import { Page } from './Page'
import { readCatalogue } from './ui/page-content'

const catalogue = readCatalogue()
const root = document.getElementById('checklist') as HTMLElement
root.querySelector('.loading')?.removeAttribute('hidden')
const known = new Set(catalogue.departments.map(department => department.id))
const asked = (new URLSearchParams(location.search).get('departments') ?? '')
  .split(',')
  .filter(id => known.has(id))

addEventListener('beforeunload', event => {
  const isAdding = $adding.get().total > 0
  if (!$isUnsaved.get() && !isAdding && !isOnlyHere()) return
  saveQueue()
  event.preventDefault()
  // Chrome before 119 shows its question only when this is set.
  event.returnValue = true
})
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void refreshChecklist()
})
// Once there is something to hand in, what it takes is fetched while there is a network: over http nothing else keeps it.
const stop = $saving.listen(({ state }) => {
  if (state !== 'saved') return
  stop()
  preparePacking()
})
// A file dropped beside an item would make the browser leave the page and show the file.
for (const type of ['dragover', 'drop'] as const)
  document.addEventListener(type, event => event.preventDefault())

openPage(catalogue)
void openUnits(asked).then(() => {
  root.textContent = ''
  render(<Page asked={asked} />, root)
})
