import type { Matrix, UnitRow } from '../../core/intake/collate'
import { formatBeijing } from '../../core/text/format'
import type { OpenRow } from './CellButton'
import { CellButton } from './CellButton'
import type { JudgedMarks } from './judged-marks'
import { PaperResults } from './PaperCode'
import { SoundnessBadge, UnitMarks } from './UnitMarks'

interface Props {
  matrix: Matrix
  judgedOf: (row: UnitRow) => JudgedMarks
  onOpen: OpenRow
}

/** The matrix where there is no room for one: a card for each unit. */
export function UnitCards({ matrix: { rows, columns }, judgedOf, onOpen }: Props) {
  return (
    <ul class="unit-cards" aria-label="各单位">
      {rows.map(row => (
        <li class="card" key={row.handIn.id}>
          <button type="button" class="unit" onClick={() => onOpen(row)}>
            {row.unit}
          </button>
          <p>
            <SoundnessBadge row={row} /> {row.total.done} / {row.total.total} 项
            {judgedOf(row).done > 0 && `，已审 ${judgedOf(row).done} 项（${judgedOf(row).says}）`}
            <UnitMarks row={row} />
          </p>
          <p class="more">最后修改 {formatBeijing(row.handIn.checklist.changed)}</p>
          <PaperResults row={row} />
          <p class="cells">
            {columns.map(({ section: { id } }) => (
              <CellButton key={id} row={row} section={id} judged={judgedOf(row)} onOpen={onOpen} />
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}
