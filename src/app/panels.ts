/** What is drawn only after something was asked for: one part of the page, loaded with the first of them. */
export { InventoryPreview } from './InventoryPreview'
export { PackingPanel } from './PackingPanel'
export { PaperPanel } from './PaperPanel'
export { PrecheckPanel } from './PrecheckPanel'
export { Report } from './Report'
export { RestorePanel } from './RestorePanel'
export { SavedHere } from './SavedHere'
export { Units } from './Units'
