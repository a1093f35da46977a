/**
 * Everything about bundles that is not needed before the first one: packing, verifying, reading. Loaded with `import()` as
 * one part (one JSZip for all three), so nothing in it holds state; what does (storage, the digest worker) is handed in.
 */
export { assemble } from '../core/intake/assemble'
export { packRecords } from './backup/raw-records'
export { readBundles } from './backup/read-bundles'
export { verifyBundle } from './bag/verify'
export { listFindings, verifyVolumes } from './bag/verify-volumes'
export { draftBundle, measureVolumes, packBundle, writePrintedInventory } from './bundle/pack-bundle'
export { measureRollUp, packRollUp } from './collect/pack-rollup'
export { readTable } from './collect/read-table'
export { writeSummary } from './collect/summary'
