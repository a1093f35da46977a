/** What the checklist page says of a download, at its foot: one part of the page. */
export { ReportPanel } from '../report/ReportPanel'
export { InventoryPanel } from './InventoryPanel'
export { PackingPanel } from './PackingPanel'
