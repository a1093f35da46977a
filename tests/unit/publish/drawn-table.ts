/** A table drawn in text: `|` between cells, `^` one with the cell above, `<` one with the cell to the left, `⏎` a line break. */
import { readRows } from '../../../src/core/edition/read-rows'
import { buildEdition, type NewEdition } from '../../../src/publish/edition'
import { readSource } from '../../../src/publish/read/source'
import type { PlainCell, PlainTable } from './table-files'

export function draw(text: string): PlainTable {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => line.split('|').map(cell => cell.trim()))
  const at = (row: number, column: number) => lines[row]?.[column]
  return lines.map((line, row) =>
    line.flatMap((cell, column): PlainCell[] => {
      if (cell === '^' || cell === '<') return []
      let [rowSpan, columnSpan] = [1, 1]
      while (at(row + rowSpan, column) === '^') rowSpan++
      while (at(row, column + columnSpan) === '<') columnSpan++
      const text = cell.replace(/⏎/g, '\n')
      return [{ text, ...(rowSpan > 1 && { rowSpan }), ...(columnSpan > 1 && { columnSpan }) }]
    }),
  )
}

/** A saved page of lines and drawn tables in turn. */
export function drawPage(parts: readonly (string | PlainTable)[]): Buffer {
  const html = parts.map(part => {
    if (typeof part === 'string') return `<p>${part}</p>`
    const rows = part.map(cells => {
      const tds = cells.map(({ text, rowSpan = 1, columnSpan = 1 }) => {
        const lines = text.split('\n').map(line => `<p>${line}</p>`)
        return `<td rowspan="${rowSpan}" colspan="${columnSpan}">${lines.join('')}</td>`
      })
      return `<tr>${tds.join('')}</tr>`
    })
    return `<table>${rows.join('')}</table>`
  })
  return Buffer.from(`<html><body>${html.join('')}</body></html>`)
}

/** A first import of a file, whose name of an edition is 2023. */
export async function importFirst(bytes: Uint8Array): Promise<NewEdition> {
  return buildEdition('2023', await readSource(bytes), undefined, [])
}

/** Each row as `levels | content | score | departments | items`; `+3` a bonus, `-3` a deduction, `~` a department that helps. */
export function sayRows({ indicators: { data } }: NewEdition): string[] {
  const names = new Map(data.departments.map(({ id, name }) => [id, name]))
  return readRows(data).map(({ levels, content, source }) => {
    const { points, bonus, deduction, veto, departments = [], supporting = [], items = [] } = source
    const score = [points, bonus && `+${bonus}`, deduction && `-${deduction}`, veto && 'veto'].filter(Boolean)
    const who = [...departments.map(id => names.get(id)), ...supporting.map(id => `~${names.get(id)}`)]
    const parts = [levels.join('/'), content.replace(/\n/g, ' '), score.join(), who.join('、')]
    return [...parts, items.map(({ text }) => text).join(';')].join(' | ').replace(/[ |]+$/, '')
  })
}

const usual = /^(notice|materials|report|departments|bundle)-/

/** Codes of the questions that not every first import asks, each with its row. */
export function sayQuestions({ questions }: NewEdition): string[] {
  return questions
    .filter(({ code }) => !usual.test(code))
    .map(({ row, code }) => (row === undefined ? code : `${row} ${code}`))
}
