/** What is drawn only after something was asked for: one part of the page, loaded with the first of them. */

export { InventoryPreview } from './InventoryPreview'
export { OtherEditions } from './OtherEditions'
export { PackingPanel } from './PackingPanel'
export { PaperPanel } from './PaperPanel'
export { PrecheckPanel } from './PrecheckPanel'
export { RenameForm } from './RenameForm'
export { Report } from './Report'
export { RestorePanel } from './RestorePanel'
export { SavedHere } from './SavedHere'
export { ShareForm } from './ShareForm'
export { Units } from './Units'
export { ExportRaw, UnreadableUnits } from './UnreadableUnits'
