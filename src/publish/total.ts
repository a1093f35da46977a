/**
 * The points that a table declares: what the document says of them (合计, 满分100分, classes with their points). Never a sum of
 * the rows, which is what it is there to check; only the usual hundred is taken for granted where the rows come to it.
 */
import type { Question } from './question'
import type { RoledColumn } from './table/roles'
import type { TableRow } from './table/row'

const usualTotal = 100
const said = /(?:满分|总分|总分值|总计|合计|共计)(?:为|是|：|:)?\s*(\d{2,4}(?:\.\d+)?)\s*分/g
const inHundred = /百分制/
const ofClass = /[(（]\s*(?:共|计|满分)?\s*(\d+(?:\.\d+)?)\s*分\s*[)）]\s*$/

interface Printed {
  rows: readonly TableRow[]
  columns: readonly RoledColumn[]
  total: number | undefined
  /** Texts outside the cells of rows. */
  lines: readonly string[]
}

/** The declared total, and what is to be asked of it. `found` is what the rows come to. */
export function findTotal(
  { rows, columns, total, lines }: Printed,
  found: number,
): { points?: number; questions: Question[] } {
  const printed = total ?? saidTotal([...lines, ...headTotal(columns)], found) ?? classTotal(rows)
  // Two classes of units with a table each: no unit answers for both.
  if (printed !== found && eachClass(rows, printed ?? usualTotal)) return { questions: [] }
  if (printed !== undefined) {
    const questions: Question[] = printed === found ? [] : [{ code: 'total-differs', printed, found }]
    return { points: printed, questions }
  }
  if (found === 0) return { questions: [] }
  if (found === usualTotal) return { points: usualTotal, questions: [] }
  return { questions: [{ code: 'total-unknown', found }] }
}

/** 分值（100分）: what stands behind the name of the column. */
function headTotal(columns: readonly RoledColumn[]): string[] {
  return columns
    .filter(({ role }) => role === 'points')
    .flatMap(({ heading }) => heading.flatMap(text => /[(（](\d{2,4})分[)）]$/.exec(text)?.[1] ?? []))
    .map(points => `满分${points}分`)
}

/** Whether the rows of each outermost class come to the same total. */
function eachClass(rows: readonly TableRow[], total: number): boolean {
  const sums = new Map<string, number>()
  for (const { sections, scoring } of rows) {
    const own = scoring?.kind === 'points' ? scoring.points : 0
    sums.set(sections[0] ?? '', (sums.get(sections[0] ?? '') ?? 0) + own)
  }
  return sums.size > 1 && [...sums.values()].every(sum => Math.abs(sum - total) < 0.001)
}

/** The total that a sentence states; of several different ones the one that the rows add up to, else none. */
function saidTotal(lines: readonly string[], found: number): number | undefined {
  const all = new Set(
    lines.flatMap(line => [...line.normalize('NFKC').matchAll(said)].map(match => Number(match[1]))),
  )
  if (lines.some(line => inHundred.test(line))) all.add(usualTotal)
  if (all.has(found)) return found
  return all.size === 1 ? [...all][0] : undefined
}

/** The sum of the classes' own points, where each outermost section names them. */
function classTotal(rows: readonly TableRow[]): number | undefined {
  const sections = [...new Set(rows.map(({ sections: [first = ''] }) => first))]
  const points = sections.map(section => Number(ofClass.exec(section)?.[1] ?? Number.NaN))
  const sum = points.reduce((all, value) => all + value, 0)
  return sections.length > 0 && !Number.isNaN(sum) ? sum : undefined
}
