import { Component } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Column, Matrix as Shown, UnitRow } from '../../core/intake/collate'
import type { MatrixSort } from '../../core/intake/matrix-sort'
import { formatBeijing } from '../../core/text/format'
import { sayScores } from '../../wording/intake'
import type { OpenRow } from './CellButton'
import { CellButton } from './CellButton'
import type { JudgedMarks } from './judged-marks'
import { MatrixHead } from './MatrixHead'
import { PaperResults } from './PaperCode'
import { SoundnessBadge, UnitMarks } from './UnitMarks'

interface Props {
  matrix: Shown
  sort: MatrixSort | null
  onSort: (by: MatrixSort['by']) => void
  /** How far the office is with a row. */
  judgedOf: (row: UnitRow) => JudgedMarks
  onOpen: OpenRow
}

/** Units and indicators, grouped by department. Tab goes from unit to unit, the arrows go through the cells. */
export function Matrix({ matrix: { columns: found, rows }, sort, onSort, judgedOf, onOpen }: Props) {
  // The same columns are the same list, so that rows which stay as they are need not be drawn again.
  const columns = useMemo(() => found, [JSON.stringify(found.map(({ section }) => section.id))])
  const drawn = useGrowing(rows.length, columns)
  return (
    <>
      <div class="matrix-frame" role="region" aria-label="汇总矩阵">
        <table class="matrix" onKeyDown={moveFocus}>
          <MatrixHead columns={columns} sort={sort} onSort={onSort} />
          <tbody>
            {rows.slice(0, drawn).map(row => (
              <MatrixRow
                key={row.handIn.id}
                row={row}
                columns={columns}
                judged={judgedOf(row)}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="legend">
        ✓ 齐全　3/4 部分完成　无附件：已勾选，没有附件　缺：没有填报　！ 有文件缺失或被改动　？
        文件在没有收到的卷里　空白：不由这个单位报。右上角的圆是审核：✓ 认可　↩ 退回　? 存疑　● 已补　…
        看了一部分。点格子、单位名称看内容，点列的名称排序，方向键也行。
      </p>
    </>
  )
}

/** Drawn at once. */
const rowsAtOnce = 40

/**
 * How many of so many rows are drawn: the first ones at once, the others while the page answers in between. With other columns
 * each is another row, so it begins anew: 480 of them at once take half a second.
 */
function useGrowing(count: number, columns: readonly Column[]): number {
  const [grown, setGrown] = useState({ columns, most: rowsAtOnce })
  const most = grown.columns === columns ? grown.most : rowsAtOnce
  useEffect(() => {
    const next = count <= most ? Math.max(rowsAtOnce, count) : most + rowsAtOnce
    if (next === grown.most && grown.columns === columns) return
    const timer = setTimeout(() => setGrown({ columns, most: next }))
    return () => clearTimeout(timer)
  }, [count, most, columns])
  return Math.min(most, count)
}

interface RowProps {
  row: UnitRow
  columns: readonly Column[]
  judged: JudgedMarks
  onOpen: OpenRow
}

/** Drawn anew only when it changed: there may be 480 of them, of fifty cells each. */
class MatrixRow extends Component<RowProps> {
  override shouldComponentUpdate({ row, columns, judged }: RowProps): boolean {
    return row !== this.props.row || columns !== this.props.columns || judged !== this.props.judged
  }

  override render({ row, columns, judged, onOpen }: RowProps) {
    const { unit, handIn, total, scores } = row
    return (
      <tr>
        <th scope="row">
          <button type="button" class="unit" onClick={() => onOpen(row)}>
            {unit}
          </button>
          <UnitMarks row={row} />
        </th>
        <td>
          <SoundnessBadge row={row} />
        </td>
        <td class="judged" title={judged.says}>
          {judged.done > 0 ? `${judged.done}/${judged.total}` : '—'}
        </td>
        <td>
          {total.done}/{total.total}
        </td>
        {columns.map(({ section: { id } }) => (
          <td key={id}>
            <CellButton row={row} section={id} judged={judged} inMatrix onOpen={onOpen} />
          </td>
        ))}
        <td>{scores && sayScores(scores)}</td>
        <td class="when">{formatBeijing(handIn.checklist.changed)}</td>
        <td>
          <PaperResults row={row} />
        </td>
      </tr>
    )
  }
}

const steps: Record<string, readonly [across: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Moves the focus to the next button in the arrow's direction, over cells that have none; above the first row are the heads. */
function moveFocus(event: KeyboardEvent): void {
  const step = steps[event.key]
  const start = (event.target as Element).closest<HTMLTableCellElement>('td, th')
  if (!step || !start) return
  event.preventDefault()
  for (let cell = neighbour(start, step); cell; cell = neighbour(cell, step)) {
    const button = cell.querySelector('button')
    if (button) {
      button.focus()
      return
    }
  }
}

function neighbour(
  cell: HTMLTableCellElement,
  [across, down]: readonly [number, number],
): HTMLTableCellElement | null {
  const row = cell.parentElement as HTMLTableRowElement
  const table = row.closest('table') as HTMLTableElement
  const headOf = (at: number) =>
    table.tHead?.querySelector<HTMLTableCellElement>(`[data-column="${at}"]`) ?? null
  const place = cell.dataset.column
  if (place === undefined) {
    if (across) return row.cells[cell.cellIndex + across] ?? null
    const next = table.tBodies[0]?.rows[row.sectionRowIndex + down]
    return next ? (next.cells[cell.cellIndex] ?? null) : down < 0 ? headOf(cell.cellIndex) : null
  }
  if (across) return headOf(Number(place) + across)
  return (down > 0 && table.tBodies[0]?.rows[0]?.cells[Number(place)]) || null
}
