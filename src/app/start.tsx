/** The checklist page's script: opens the page's edition and the storage, then renders. */
import { render } from 'preact'
import { $underWay } from '../stores/adding'
import { $restoring } from '../stores/backup/restoring'
import { preparePacking } from '../stores/bundle/bundle'
import { $isUnsaved, $saving, refreshChecklist, saveQueue } from '../stores/checklist'
import { $given } from '../stores/given'
import { $opening, openPageUnits } from '../stores/opening'
import { openPage } from '../stores/page'
import { preparePhotos } from '../stores/sending/photos'
import { prepareSorting } from '../stores/sorting/suggestions'
import { isOnlyHere } from '../stores/units'
import { bring } from './checklist/bring'
import { OpeningTrouble } from './OpeningTrouble'
import { Page } from './Page'
import { drawLegibly } from './ui/legible-text'
import { readCatalogue } from './ui/page-content'
import { sharePreact } from './ui/shared-preact'

const catalogue = readCatalogue()
const root = document.getElementById('checklist') as HTMLElement
root.querySelector('.loading')?.removeAttribute('hidden')
const known = new Set(catalogue.departments.map(department => department.id))
const asked = new URLSearchParams(location.search)
$given.set(asked.get('assign'))
const preselected = (asked.get('departments') ?? '').split(',').filter(id => known.has(id))

addEventListener('beforeunload', event => {
  const isAdding = $underWay.get().length > 0
  const isImporting = !['idle', 'done'].includes($restoring.get().state)
  if (!$isUnsaved.get() && !isAdding && !isImporting && !isOnlyHere()) return
  saveQueue()
  event.preventDefault()
  // Chrome before 119 shows its question only when this is set.
  event.returnValue = true
})
document.addEventListener('visibilitychange', () => {
  // A failed read is repeated with the next one.
  if (document.visibilityState === 'visible') refreshChecklist().catch(() => undefined)
})
// After the first save the parts that pack are fetched, while there is a network: over http no service worker keeps them.
const stop = $saving.listen(({ state }) => {
  if (state !== 'saved') return
  stop()
  prepareSorting()
  preparePhotos()
  preparePacking()
    .then(() => import('./sorting/Desk'))
    .then(() => import('./checklist/ItemChooser'))
    .then(() => import('./sending/Cards'))
    .then(() => import('./assignment/Board'))
    .then(() => import('./checklist/UnitList'))
    .then(() => import('./checklist/OtherEditions'))
    .then(() => import('./report/WordDialog'))
    .then(() => import('./checklist/RenameForm'))
    .then(() => import('./checklist/ShareForm'))
    .then(() => import('./checklist/AddingNotes'))
    .then(() => import('./checklist/RemovedFiles'))
    .then(() => import('./checklist/CollisionDialog'))
    .then(() => import('./backup/RestoreDialog'))
    .then(() => import('./backup/RestoreResults'))
    .then(() => import('./review/Returned'))
    .then(() => import('./preview/PreviewView'))
    .then(() => import('./bundle/panels'))
    .then(() => import('./bundle/InventoryPreview'))
    .then(() => import('./report/ReportFileDialog'))
    .then(() => import('./backup/SavedHere'))
    .then(() => import('./backup/rare-views'))
    .catch(() => undefined)
})
// What no item takes goes to 待归类; the browser would leave the page and show the file.
for (const type of ['dragover', 'drop'] as const)
  document.addEventListener(type, event => {
    if (type === 'drop' && !event.defaultPrevented && event.dataTransfer) bring(event.dataTransfer, false)
    event.preventDefault()
  })
document.addEventListener('paste', ({ clipboardData, defaultPrevented, target }) => {
  const isTyping = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
  if (!defaultPrevented && !isTyping && clipboardData) bring(clipboardData, true)
})

openPage(catalogue)
drawLegibly()
sharePreact()
let isDrawn = false
$opening.subscribe(({ state }) => {
  if (state === 'opening') return
  if (!isDrawn) root.textContent = ''
  isDrawn = true
  render(
    state === 'open' ? <Page preselected={preselected} /> : <OpeningTrouble preselected={preselected} />,
    root,
  )
})
void openPageUnits(preselected)
