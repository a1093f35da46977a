/** What the checklist page says only when something is not as it was: one part of the page. */
export { AbsentFiles } from './AbsentFiles'
export { GoneChecklist } from './GoneChecklist'
export { HalfImport } from './HalfImport'
export { StorageWarning } from './StorageWarning'
export { StuckOpening } from './StuckOpening'
export { ExportRaw, UnreadableUnits } from './UnreadableUnits'
