/**
 * Looks into a person's files: what one is by its first bytes, and how it is shown in a tab. Loaded with `import()` as one
 * part: a page draws itself without it.
 */
export { readAttachedFile } from './checklist/attached-file'
export { openBlob } from './files/open-tab'
