/**
 * Everything about bundles that is not needed before the first one: packing, verifying, reading. Loaded with `import()` as
 * one part (one JSZip for all three), so nothing in it holds state; what does (storage, the digest worker) is handed in.
 */
export { packRecords } from './export'
export { measureVolumes, packBundle, writePrintedInventory } from './pack'
export { receiveHandIns } from './receive'
export { readBundles } from './restore'
export { measureRollUp, packRollUp } from './rollup'
export { writeSummary } from './summary'
export { readTable } from './table'
export { verifyBundle } from './verify'
export { listFindings, verifyVolumes } from './verify-volumes'
