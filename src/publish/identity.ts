/**
 * Ids across the years. A text that says the same as one of an earlier edition keeps its id, a similar one keeps it with
 * a question, a new one gets an id that no edition ever used: checklists and bundles know their items by it.
 */
import { bareText, likeness } from '../core/text/likeness'

/** An entry whose id is sought. `place` is what its new id begins with (`8`, `8-2`). */
interface Unnamed {
  text: string
  place: string
  /** The id it would like, if nobody ever had it. */
  wish?: string
}

export interface Known {
  id: string
  text: string
}

export interface Named<Entry extends Known> {
  id: string
  /** The earlier entry whose id was kept. */
  before?: Entry
  /** An earlier entry that is too different to keep its id and too similar to say nothing. */
  near?: Entry
}

/** From here on two texts are one thing reworded; rows of one table that mean different things reach 0.69. */
const reworded = 0.7
const similar = 0.45

/** Ids for entries in their order. `used` holds every id of every edition and takes up those given here. */
export function nameEntries<Entry extends Known>(
  entries: readonly Unnamed[],
  known: readonly Entry[],
  used: Set<string>,
): Named<Entry>[] {
  const named = new Map<number, Named<Entry>>()
  const free = new Set(known)
  const keep = (index: number, before: Entry) => {
    if (named.has(index) || !free.delete(before)) return
    named.set(index, { id: before.id, before })
  }
  const sameText = groupByText(known)
  entries.forEach(({ text, place }, index) => {
    const equal = (sameText.get(bareText(text)) ?? []).filter(entry => free.has(entry))
    const before = equal.find(({ id }) => id.startsWith(`${place}-`)) ?? equal[0]
    if (before) keep(index, before)
  })
  const pairs = entries.flatMap(({ text }, index) =>
    named.has(index)
      ? []
      : [...free]
          .map(before => ({ index, before, score: likeness(text, before.text) }))
          .filter(pair => pair.score >= similar),
  )
  pairs.sort((a, b) => b.score - a.score)
  for (const { index, before, score } of pairs) if (score >= reworded) keep(index, before)
  return entries.map((entry, index) => {
    const kept = named.get(index)
    if (kept) return kept
    const id = entry.wish && !used.has(entry.wish) ? entry.wish : nextId(entry.place, used)
    used.add(id)
    const near = pairs.find(pair => pair.index === index && free.has(pair.before))?.before
    return near ? { id, near } : { id }
  })
}

/** The first id of this place that nobody had: `8-2` → `8-2-3`. */
export function nextId(place: string, used: ReadonlySet<string>): string {
  let n = 1
  while (used.has(`${place}-${n}`)) n++
  return `${place}-${n}`
}

function groupByText<Entry extends Known>(known: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const entry of known) {
    const text = bareText(entry.text)
    groups.set(text, [...(groups.get(text) ?? []), entry])
  }
  return groups
}
