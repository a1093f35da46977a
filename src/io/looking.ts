/**
 * All that looks into a person's files at length: clues and suggestions for sorting, previews, a list of units. One part, because
 * each of them opens ZIPs. Nothing in it holds state.
 */
export { readTable } from './collect/read-table'
export { readPreview } from './preview/read-preview'
export { readClues, suggest } from './sorting/sorting'
