/**
 * Verifies, puts together and collates bundles: all that the office's page does not need before its first one. Loaded with
 * `import()` as one part, as `bundling` is by the checklist page. Nothing in it holds state; the workers are handed in.
 */
export { shareProblems } from '../core/bag/share-problems'
export { assemble } from '../core/intake/assemble'
export { completeSupplements } from '../core/intake/supplement'
export { replyFileName, writeReplyPage } from '../core/review/reply-page'
export { verifyBundle } from './bag/verify'
export { verifyVolumes } from './bag/verify-volumes'
export { measureRollUp, packRollUp } from './collect/pack-rollup'
export { writeSummary } from './collect/summary'
export { packReplies } from './review/pack-replies'
