/**
 * What units still owe the office: in come the matrix, who is expected, and the catalogue, out goes for each unit what is
 * missing, as data; `wording-export.ts` makes the 催报 of it. Nothing that a unit has settled appears.
 */
import type { Catalogue, Item } from './catalogue'
import { answerOf } from './checklist'
import type { Matrix, UnitRow } from './collate'
import type { Attendance, ExpectedUnit } from './expected'
import { type HandInFinding, isInScope, missingVolumes } from './hand-in'
import { type Hint, hintOf, type Section, sectionsOf } from './progress'
import { verdictOf } from './verdict'

/** Hints for the unit itself, which owes nothing by them. */
type OwnHint = 'not-applicable-with-files' | 'remark-carried-over'

/** `missing`: nothing at all. `absent-file`: a file is named, its bytes did not come. */
export type LackReason = 'missing' | 'absent-file' | Exclude<Hint, OwnHint>

export interface LackingItem {
  section: Section
  item: Item
  reason: LackReason
}

export interface Lack {
  unit: string
  /** Of a unit on the list that handed in nothing; null for the others. */
  expected: ExpectedUnit | null
  /** The hand-in that counts; null where there is none. */
  row: UnitRow | null
  /** Volumes that did not come, of how many. */
  volumes: number[]
  count: number
  items: LackingItem[]
  /** What speaks against its bundle. */
  errors: HandInFinding[]
}

/** Who owes something: first those that handed in nothing, as they are listed, then the others by name. */
export function findLacks(catalogue: Catalogue, { rows }: Matrix, { missing }: Attendance): Lack[] {
  const nothing = missing.map((expected): Lack => {
    return { unit: expected.name, expected, row: null, volumes: [], count: 1, items: [], errors: [] }
  })
  const some = rows.map(row => lackOf(catalogue, row)).filter(owesSomething)
  return [...nothing, ...some]
}

function lackOf(catalogue: Catalogue, row: UnitRow): Lack {
  const { handIn } = row
  const verdict = verdictOf(handIn)
  const sections = sectionsOf(catalogue, handIn.checklist).filter(section => isInScope(handIn, section))
  const items = sections.flatMap(section =>
    section.items.flatMap((item): LackingItem[] => {
      const reason = reasonOf(item, row)
      return reason ? [{ section, item, reason }] : []
    }),
  )
  return {
    unit: row.unit,
    expected: null,
    row,
    volumes: missingVolumes(handIn),
    count: handIn.volumes.count,
    items,
    errors: verdict.kind === 'flawed' ? verdict.errors : [],
  }
}

function reasonOf(item: Item, { handIn }: UnitRow): LackReason | null {
  const answer = answerOf(handIn.checklist, item.id)
  if (answer.files.some(({ sha256 }) => !handIn.present.has(sha256))) return 'absent-file'
  // A remark of the year before says nothing of what is there.
  const hint = hintOf(item, { ...answer, remarkFrom: undefined })
  if (hint && hint !== 'not-applicable-with-files' && hint !== 'remark-carried-over') return hint
  return item.counted && !answer.ready && !answer.notApplicable ? 'missing' : null
}

function owesSomething({ volumes, items, errors }: Lack): boolean {
  return volumes.length + items.length + errors.length > 0
}
