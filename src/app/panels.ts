/** What is drawn only after something was asked for: one part of the page, loaded with the first of them. */
export { OtherEditions } from './OtherEditions'
export { PackingPanel } from './PackingPanel'
export { PrecheckPanel } from './PrecheckPanel'
export { RestorePanel } from './RestorePanel'
export { SavedHere } from './SavedHere'
export { Units } from './Units'
export { ExportRaw, UnreadableUnits } from './UnreadableUnits'
