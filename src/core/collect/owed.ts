/**
 * Computes what each unit still owes the office. In come the matrix, who is expected, and the catalogue; out goes one `Owed`
 * for each unit that is not complete; `wording/collect` makes the 催报 of it. Nothing that a unit has settled appears.
 */

import { type Answer, answerOf } from '../checklist/checklist'
import { type Hint, hintOf, type Section } from '../checklist/progress'
import type { Item } from '../edition/catalogue'
import type { ExpectedUnit } from '../edition/expected-unit'
import { makeAnew, type Reuse } from '../files/reuse'
import type { UnreadFile } from '../intake/arrival'
import type { Matrix, UnitRow } from '../intake/collate'
import { type HandInFinding, missingVolumes } from '../intake/hand-in'
import { soundnessOf } from '../intake/soundness'
import { type Attendance, findUnitInFileName } from './expected'

/** Hints for the unit itself, which owes nothing by them. */
type OwnHint = 'not-applicable-with-files' | 'remark-carried-over' | 'absent-file'

/** `missing`: nothing at all. `absent-file`: a file is named, its bytes did not come, and nothing else says so. */
export type OwedReason = 'missing' | 'absent-file' | Exclude<Hint, OwnHint>

export interface OwedItem {
  section: Section
  item: Item
  reason: OwedReason
}

/** The debts of one unit: everything, volumes, items, or sound files. */
export interface Owed {
  unit: string
  /** Of a unit on the list that handed in nothing; null for the others. */
  expected: ExpectedUnit | null
  /** Files of its name that nothing could be read from; only of a unit that handed in nothing else. */
  unread: UnreadFile[]
  /** The hand-in that counts; null where there is none. */
  row: UnitRow | null
  /** Volumes that did not come, of how many. */
  volumes: number[]
  count: number
  items: OwedItem[]
  errors: HandInFinding[]
}

/** Every unit that owes something: first those that handed in nothing, in the list's order, then the others by name, whom `reuse` keeps. */
export function findOwed(
  { rows }: Matrix,
  { present, missing }: Attendance,
  unread: readonly UnreadFile[] = [],
  reuse: Reuse<UnitRow, Owed> = makeAnew,
): Owed[] {
  const units = [...present.map(({ expected }) => expected), ...missing]
  const named = unread.map(file => ({ file, unit: findUnitInFileName(units, file.name) }))
  const nothing = missing.map((expected): Owed => {
    const own = named.flatMap(({ file, unit }) => (unit === expected ? [file] : []))
    const { name: unit } = expected
    return { unit, expected, unread: own, row: null, volumes: [], count: 1, items: [], errors: [] }
  })
  const some = rows.map(row => reuse(row, [], () => owedBy(row))).filter(owesSomething)
  return [...nothing, ...some]
}

function owedBy(row: UnitRow): Owed {
  const { handIn } = row
  const soundness = soundnessOf(handIn)
  const volumes = missingVolumes(handIn)
  const errors = soundness.kind === 'flawed' ? soundness.errors : []
  const said = new Set(errors.map(({ file }) => file && `${file.item} ${file.name}`))
  // What lies in a volume that did not come is owed with the volume.
  const isUnsaid = (item: string, name: string) => volumes.length === 0 && !said.has(`${item} ${name}`)
  const items = row.sections.flatMap(section =>
    section.items.flatMap((item): OwedItem[] => {
      const answer = answerOf(handIn.checklist, item.id)
      const isAbsent = answer.files.some(
        ({ sha256, name }) => !handIn.present.has(sha256) && isUnsaid(item.id, name),
      )
      const reason = isAbsent ? 'absent-file' : reasonOf(item, answer)
      return reason ? [{ section, item, reason }] : []
    }),
  )
  return {
    unit: row.unit,
    expected: null,
    unread: [],
    row,
    volumes,
    count: handIn.volumes.count,
    items,
    errors,
  }
}

function reasonOf(item: Item, answer: Answer): OwedReason | null {
  // A remark of the year before says nothing of what is there.
  const hint = hintOf(item, { ...answer, remarkFrom: undefined })
  if (
    hint &&
    hint !== 'not-applicable-with-files' &&
    hint !== 'remark-carried-over' &&
    hint !== 'absent-file'
  )
    return hint
  return item.counted && !answer.ready && !answer.notApplicable ? 'missing' : null
}

function owesSomething({ volumes, items, errors }: Owed): boolean {
  return volumes.length + items.length + errors.length > 0
}
