/**
 * Whose file that could not be read may have been: in come its name and the units that are there, out goes the unit whose
 * bundle came intact in another file. Names are all there is to go by, so it is a hint and decides nothing.
 */

import { baseName } from '../text/filename'
import { nameKey } from '../text/name-key'
import type { UnitRow } from './collate'
import { soundnessOf } from './soundness'

/** Null where no unit is named so, or what came of it is not whole. */
export function findIntactElsewhere(name: string, rows: readonly UnitRow[]): UnitRow | null {
  const key = nameKey(baseName(name))
  const named = rows.filter(({ handIn }) =>
    handIn.archives.some(archive => baseName(archive) === baseName(name)),
  )
  const unitKey = ({ handIn }: UnitRow) => nameKey(handIn.checklist.unit.name)
  // 县教育局 is part of 县教育局招生办公室.
  const [longest] = rows
    .filter(row => unitKey(row) !== '' && key.includes(unitKey(row)))
    .sort((a, b) => unitKey(b).length - unitKey(a).length)
  const row = named.length === 1 ? named[0] : longest
  return row && soundnessOf(row.handIn).kind === 'sound' ? row : null
}
