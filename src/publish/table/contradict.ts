/** Two tables that ask for the same things and say different: which of them is the final one only a person knows. */
import { bareText, withoutScore } from '../../core/text/likeness'
import type { Contradiction } from '../question'
import type { TableRow } from './row'

/** Shorter texts say too little to be known by. */
const shortest = 4

/** Rows of one text whose points, departments or evidence differ. What only one of the tables says is no contradiction. */
export function findContradictions(one: readonly TableRow[], other: readonly TableRow[]): Contradiction[] {
  const known = rowsByText(other)
  return [...rowsByText(one)].flatMap(([text, row]) => {
    const beside = known.get(text)
    if (!beside || text.length < shortest) return []
    const others = factsOf(beside)
    const facts = factsOf(row).map((fact, i): [string, string] => [fact, others[i] ?? ''])
    const unlike = facts.filter(([a, b]) => a !== '' && b !== '' && bareText(a) !== bareText(b))
    return unlike.length === 0
      ? []
      : [
          {
            text: textOf(row),
            one: unlike.map(([fact]) => fact).join('，'),
            other: unlike.map(([, fact]) => fact).join('，'),
          },
        ]
  })
}

/** Rows by what they ask; those that share a text with another row of their table are left out. */
function rowsByText(rows: readonly TableRow[]): Map<string, TableRow> {
  const texts = rows.map(row => bareText(textOf(row)))
  return new Map(
    rows.flatMap((row, i) => {
      const text = texts[i] ?? ''
      return texts.filter(other => other === text).length === 1 ? [[text, row] as const] : []
    }),
  )
}

function textOf({ content, levels }: TableRow): string {
  return withoutScore(content || (levels[levels.length - 1] ?? ''))
}

/** Points, departments, evidence, each as people say it; empty where the row says nothing of it. */
function factsOf({ scoring, departments, evidence }: TableRow): string[] {
  const points = scoring && 'points' in scoring ? `${scoring.points} 分` : ''
  return [points, departments.map(({ name }) => name).join('、'), evidence.items.join('；')]
}
