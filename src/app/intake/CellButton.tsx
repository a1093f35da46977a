import { abbreviateSection } from '../../core/checklist/section-name'
import type { UnitRow } from '../../core/intake/collate'
import { missingVolumes } from '../../core/intake/hand-in'
import { markCell, sayCell } from '../../wording/intake'
import type { JudgedMarks } from './judged-marks'

/** Opens what a row says: of the unit as a whole, or of one section. */
export type OpenRow = (row: UnitRow, section?: string) => void

interface Props {
  row: UnitRow
  section: string
  judged: JudgedMarks
  /** Drawn in the matrix, where the column names the section and the arrow keys lead to the button. */
  inMatrix?: boolean
  /** It was opened last, so it gets the focus back. */
  hasFocus?: boolean
  onOpen: OpenRow
}

/** A unit's state in one section, as a button that opens it; nothing where the unit does not answer for the section. */
export function CellButton({ row, section, judged, inMatrix = false, hasFocus = false, onOpen }: Props) {
  const cell = row.cells.get(section)
  if (!cell) return null
  const isWaiting = missingVolumes(row.handIn).length > 0
  const review = judged.cells.get(section)
  const says = sayCell(cell, isWaiting) + (review ? `；审核：${review.says}` : '')
  const mark = markCell(cell, isWaiting)
  const name = abbreviateSection(section)
  return (
    <button
      type="button"
      autofocus={hasFocus}
      tabIndex={inMatrix ? -1 : undefined}
      class={`cell is-${cell.absent > 0 ? 'absent' : cell.state}`}
      aria-label={`${row.unit} ${name} ${mark}，${says}`}
      title={says}
      // Drawn by the style: a matrix of 480 units has no room for twenty thousand more elements.
      data-judged={review?.mark}
      data-tone={review?.tone}
      onClick={() => onOpen(row, section)}
    >
      {!inMatrix && <span>{name}</span>} {mark}
    </button>
  )
}
