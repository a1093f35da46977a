/**
 * Looks into a person's files: which are litter, what one is by its first bytes, how it is shown in a tab. Loaded with
 * `import()` as one part: a page draws itself without it.
 */
export { isLitter } from '../core/files/litter'
export { readAttachedFile } from './checklist/attached-file'
export { openBlob } from './files/open-tab'
