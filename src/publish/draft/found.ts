/** Where in a document a field of the notice was found. */
import { isoDay } from '../notice/day'

/** The line that says it, cut to what is around it; undefined where none does. `lines` are the document's. */
export function whereFound(value: string, lines: readonly string[]): string | undefined {
  if (value === '') return undefined
  const day = /^\d{4}-\d\d-\d\d/.exec(value)?.[0]
  const line =
    day === undefined
      ? lines.find(line => line.includes(value))
      : lines.find(line => daysIn(line, day.slice(0, 4)).includes(day))
  if (line === undefined) return undefined
  const at = day === undefined ? line.indexOf(value) : Math.max(0, line.search(/\d+\s*月/) - 8)
  const start = Math.max(0, at - 12)
  const end = at + Math.min(value.length, 24) + 16
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`
}

/** The days that a line names; one without a year is of `year`. */
function daysIn(line: string, year: string): string[] {
  const named = line.match(/(?:\d{4}\s*[年./-]\s*)?\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?/g) ?? []
  return named.flatMap(text => isoDay(text) ?? isoDay(`${year}年${text}`) ?? [])
}
