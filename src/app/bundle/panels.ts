/**
 * What the checklist page says of a download, at its foot, and the ticks that it offers there and elsewhere: one part of the page.
 */

export { TickAll } from '../checklist/TickAll'
export { ReportPanel } from '../report/ReportPanel'
export { InventoryPanel } from './InventoryPanel'
export { PackingPanel } from './PackingPanel'
