/**
 * Which of a unit's hand-ins count. In come all that came under its name, and what the office decided of them before, out go
 * those that count together, the others, and what only the office can say. Invariants: every hand-in is in one of the two lists;
 * without the office's word nothing of one checklist replaces anything of another; its word holds until it takes it back. What a
 * 股室 should have handed to its unit (a part) counts only where nothing of the unit itself came, or the office says so.
 */
import { type AgeSigns, compareAge } from './age'
import { findOverlap, holdsAll } from './contents'
import type { HandIn } from './hand-in'

/** The office's decision on one unit. Hand-ins by their id. */
export interface Choice {
  /** The unit's name, as `nameKey` writes it. */
  unit: string
  /** Those that count, and the checklists they are of. */
  counting: string[]
  checklists: string[]
  /** All that were there to choose from, those that count included. */
  among: string[]
}

/**
 * `order`: two of one checklist, and nothing says which is the later. `overlap`: two checklists answer the same. `set-aside`: what
 * came is what the office once decided against.
 */
export type Question =
  | { kind: 'order'; handIns: HandIn[]; signs: AgeSigns }
  | { kind: 'overlap'; handIns: HandIn[]; items: string[] }
  | { kind: 'set-aside'; handIns: HandIn[] }

interface Settled {
  /** One of each checklist that counts; what counts while a question is open is what loses nothing. */
  counting: [HandIn, ...HandIn[]]
  others: HandIn[]
  question: Question | null
  /** Whether the office decided it. */
  isChosen: boolean
}

/** `handIns` are of one unit, each report once. */
export function settleHandIns(
  handIns: readonly [HandIn, ...HandIn[]],
  choice: Choice | null,
  now: Date,
): Settled {
  // A 补充包 whose bundle is not there says too little to stand for the unit beside anything else.
  const whole = handIns.filter(({ checklist }) => checklist.completes === undefined)
  const able = whole.length > 0 ? whole : handIns
  const known = new Set(choice?.among)
  const chosen = able.filter(({ id }) => choice?.counting.includes(id))
  // A team's part never stands for its unit where that handed in itself.
  const own = able.filter(one => !isPart(one) || chosen.includes(one))
  const weighed = own.length > 0 ? own : able
  const { counting, question } =
    chosen.length > 0 ? weighNew(weighed, chosen, known, now) : weigh(weighed, now)
  const isSetAside = chosen.length === 0 && counting.some(({ id }) => known.has(id))
  return {
    counting: counting as Settled['counting'],
    others: handIns.filter(handIn => !counting.includes(handIn)),
    question: question ?? (isSetAside ? { kind: 'set-aside', handIns: counting } : null),
    isChosen: chosen.length > 0,
  }
}

/** Whether it is what one of the unit's teams should have handed to its unit. */
export function isPart({ checklist }: HandIn): boolean {
  return checklist.part !== undefined
}

interface Weighed {
  counting: HandIn[]
  question: Question | null
}

/** Without a word of the office: the latest of each checklist, less those that another one holds whole. */
function weigh(handIns: readonly HandIn[], now: Date): Weighed {
  const latest = byChecklist(handIns).map(line => findLatest(line, now))
  const heads = latest.flatMap(({ counting }) => counting)
  const counting = heads.filter(
    (head, i) => !heads.some((other, at) => at !== i && isHeldBy(head, other, now, at < i)),
  )
  return { counting, question: firstQuestion(latest) ?? findOverlaps(counting) }
}

/** Weighs hand-ins that came after the office chose: they count beside the chosen ones, or in their place where clearly later. */
function weighNew(
  handIns: readonly HandIn[],
  chosen: readonly HandIn[],
  known: ReadonlySet<string>,
  now: Date,
): Weighed {
  const fresh = handIns.filter(({ id }) => !known.has(id))
  const lines = chosen.map(one => [one, ...fresh.filter(other => isSameChecklist(one, other))])
  const latest = lines.map(line => findLatest(line, now))
  const counting = latest.flatMap(line => line.counting)
  const others = byChecklist(fresh.filter(one => !chosen.some(other => isSameChecklist(one, other))))
  for (const line of others) {
    const found = findLatest(line, now)
    latest.push({ counting: [], question: found.question })
    const [head] = found.counting
    if (!head || counting.some(other => holdsAll(other.checklist, head.checklist))) continue
    // Of a checklist that was decided against nothing counts unasked.
    const isRefused = handIns.some(one => known.has(one.id) && isSameChecklist(one, head))
    if (isRefused)
      latest.push({ counting: [], question: { kind: 'overlap', handIns: [...counting, head], items: [] } })
    else counting.push(head)
  }
  const isNew = (handIn: HandIn) => !known.has(handIn.id)
  return { counting, question: firstQuestion(latest) ?? findOverlaps(counting, isNew) }
}

function firstQuestion(weighed: readonly Weighed[]): Question | null {
  return weighed.find(({ question }) => question !== null)?.question ?? null
}

function byChecklist(handIns: readonly HandIn[]): HandIn[][] {
  const lines = new Map<string, HandIn[]>()
  for (const handIn of handIns) {
    const line = lines.get(handIn.checklist.id)
    if (line) line.push(handIn)
    else lines.set(handIn.checklist.id, [handIn])
  }
  return [...lines.values()]
}

function isSameChecklist(a: HandIn, b: HandIn): boolean {
  return a.checklist.id === b.checklist.id
}

/** The latest of one checklist's, with a question where one of the others may be it. */
function findLatest(line: readonly HandIn[], now: Date): Weighed {
  const [first, ...others] = line as [HandIn, ...HandIn[]]
  const latest = others.reduce((best, one) => (compareAge(one, best, now).sign > 0 ? one : best), first)
  for (const other of line) {
    if (other === latest) continue
    const { isDoubtful, signs } = compareAge(latest, other, now)
    if (isDoubtful)
      return { counting: [latest], question: { kind: 'order', handIns: [latest, other], signs } }
  }
  return { counting: [latest], question: null }
}

/** Of two that hold the same the later one stands for both. */
function isHeldBy(head: HandIn, other: HandIn, now: Date, isFirst: boolean): boolean {
  if (!holdsAll(other.checklist, head.checklist)) return false
  if (!holdsAll(head.checklist, other.checklist)) return true
  const { sign } = compareAge(other, head, now)
  return sign > 0 || (sign === 0 && isFirst)
}

/** Items that several counting hand-ins answer differently; `isOpen` marks those that nobody decided yet. */
function findOverlaps(
  counting: readonly HandIn[],
  isOpen: (handIn: HandIn) => boolean = () => true,
): Question | null {
  const among = new Set<HandIn>()
  const items = new Set<string>()
  counting.forEach((one, i) => {
    for (const other of counting.slice(i + 1)) {
      const found = isOpen(one) || isOpen(other) ? findOverlap(one.checklist, other.checklist) : []
      for (const item of found) items.add(item)
      if (found.length > 0) among.add(one).add(other)
    }
  })
  return among.size > 0 ? { kind: 'overlap', handIns: [...among], items: [...items] } : null
}
