/** A row's items, joined, split and added: each stands word for word in the cell that it was read from. */
import type { EditionFolder } from '../../build/edition'
import { readRows } from '../../core/edition/read-rows'
import { saysNothing } from '../../core/edition/table-source'
import type { Change } from './change'

/** The text of the cell from one item to a later one; undefined where they don't stand in it in this order. */
export function joinItems(
  folder: EditionFolder,
  row: string,
  first: number,
  last: number,
): string | undefined {
  const read = readRows(folder.files.indicators).find(({ source }) => source.id === row)
  const items = read?.source.items ?? []
  const [from, to] = [items[first]?.text, items[last]?.text]
  if (!read || from === undefined || to === undefined) return undefined
  const start = read.evidence.indexOf(from)
  const end = read.evidence.indexOf(to, start + from.length)
  return start < 0 || end < 0 ? undefined : read.evidence.slice(start, end + to.length)
}

/** Each place where a stop or a space parts the text: what stands before it and after it. */
export function cutsOf(text: string): [first: string, second: string][] {
  const edge = /^[\s、，,；;。.：:及和]+|[\s、，,；;。.：:]+$/g
  return [...text.matchAll(/[、，,；;。：:\s及和]/g)]
    .map(({ index = 0 }): [string, string] => [
      text.slice(0, index).replace(edge, ''),
      text.slice(index).replace(edge, ''),
    ])
    .filter(([first, second]) => first.length > 1 && second.length > 1)
}

/**
 * One more item of a row; a text that its cell does not have is written below what stands there. Empty where the row has no
 * cell of its own for evidence.
 */
export function addItem({ files }: EditionFolder, row: string, text: string): Change[] {
  const { columns } = files.indicators
  const read = readRows(files.indicators).find(({ source }) => source.id === row)
  const column = columns.find(
    ({ name, role }) => role === 'evidence' && !read?.source.merged?.includes(name),
  )?.name
  if (!read || column === undefined || text === '') return []
  const texts = [...(read.source.items ?? []).map(item => item.text), text]
  const cell = read.source.cells[column] ?? ''
  const written = read.evidence.includes(text)
    ? []
    : [{ kind: 'cell' as const, row, column, text: saysNothing(cell) ? text : `${cell}\n${text}` }]
  return [...written, { kind: 'items', row, texts }]
}
