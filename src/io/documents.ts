/**
 * Looks into a person's files: which are litter or 审核意见, what one is by its first bytes, how it is shown in a tab. Loaded with
 * `import()` as one part: a page draws itself without it.
 */
export { isLitter } from '../core/files/litter'
export { readAttachedFile } from './checklist/attached-file'
export { findReplies } from './checklist/find-replies'
export { sumSizes } from './files/sum-sizes'
export { openBlob } from './preview/open-tab'
