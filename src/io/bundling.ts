/**
 * Packs and reads bundles: all that the checklist page does not need before its first bundle. Loaded with `import()` as one
 * part, so that it brings JSZip once. Nothing in it holds state; storage and the workers are handed in.
 */
export { readGivenFile } from '../core/assignment/link'
export { bringIn, findConflicts } from '../core/assignment/take-back'
export { batchesOf } from '../core/backup/batches'
export { joinMerged, noteMerged, undoMerge } from '../core/backup/merged'
export { outcomeOf } from '../core/backup/outcome'
export { inventoryStyle } from '../core/bundle/inventory-style'
export { supplementOf } from '../core/bundle/supplement'
export { packRecords } from './backup/raw-records'
export { readBundles } from './backup/read-bundles'
export { listFindings } from './bag/verify-volumes'
export { draftBundle, measureVolumes, packBundle, writePrintedInventory } from './bundle/pack-bundle'
export { readWord } from './report/read-word'
export { countWithSmallerPhotos } from './sending/count-volumes'
export { storePacked } from './storage/inflating'
export { readWholeDatabase } from './storage/whole-database'
