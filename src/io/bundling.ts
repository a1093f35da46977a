/**
 * Packs, verifies and reads bundles: all that a page does not need before its first bundle. Loaded with `import()` as one
 * part, so that it brings JSZip once. Nothing in it holds state; storage and the digest worker are handed in.
 */
export { batchesOf } from '../core/backup/batches'
export { outcomeOf } from '../core/backup/outcome'
export { inventoryStyle } from '../core/bundle/inventory-style'
export { supplementOf } from '../core/bundle/supplement'
export { bringIn, findConflicts } from '../core/checklist/merge'
export { assemble } from '../core/intake/assemble'
export { completeSupplements } from '../core/intake/supplement'
export { replyFileName, writeReplyPage } from '../core/review/reply-page'
export { packRecords } from './backup/raw-records'
export { readBundles } from './backup/read-bundles'
export { verifyBundle } from './bag/verify'
export { listFindings, verifyVolumes } from './bag/verify-volumes'
export { draftBundle, measureVolumes, packBundle, writePrintedInventory } from './bundle/pack-bundle'
export { measureRollUp, packRollUp } from './collect/pack-rollup'
export { readTable } from './collect/read-table'
export { writeSummary } from './collect/summary'
export { packReplies } from './review/pack-replies'
export { countWithSmallerPhotos } from './sending/count-volumes'
