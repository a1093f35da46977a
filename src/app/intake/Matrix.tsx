import { Component } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Section } from '../../core/checklist/progress'
import { abbreviateSection } from '../../core/checklist/section-name'
import { levelsAbove } from '../../core/edition/catalogue'
import type { Column, Matrix as Shown, UnitRow } from '../../core/intake/collate'
import { formatBeijing } from '../../core/text/format'
import { sayScores } from '../../wording/intake'
import type { OpenRow } from './CellButton'
import { CellButton } from './CellButton'
import { PaperResults } from './PaperCode'
import { SoundnessBadge, UnitMarks } from './UnitMarks'

interface Props {
  matrix: Shown
  onOpen: OpenRow
}

/** Units and indicators, grouped by department. Tab goes from unit to unit, the arrows go through the cells. */
export function Matrix({ matrix: { columns: found, rows }, onOpen }: Props) {
  // The same columns are the same list, so that rows which stay as they are need not be drawn again.
  const drawn = useGrowing(rows.length)
  const columns = useMemo(() => found, [JSON.stringify(found.map(({ section }) => section.id))])
  return (
    <>
      <div class="matrix-frame" role="region" aria-label="汇总矩阵">
        <table class="matrix" onKeyDown={moveFocus}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                单位
              </th>
              <th scope="col" rowSpan={2}>
                核验
              </th>
              <th scope="col" rowSpan={2}>
                完成
              </th>
              {groupColumns(columns).map(({ name, count, isAlone }, first) => (
                <th
                  key={`${first} ${name}`}
                  scope={isAlone ? 'col' : 'colgroup'}
                  colSpan={count}
                  rowSpan={isAlone ? 2 : 1}
                  class="group"
                >
                  {name}
                </th>
              ))}
              <th scope="col" rowSpan={2}>
                自评分
              </th>
              <th scope="col" rowSpan={2}>
                最后修改
              </th>
              <th scope="col" rowSpan={2}>
                校验码
              </th>
            </tr>
            <tr>
              {columns
                .filter(({ section }) => section.indicator)
                .map(({ section }) => (
                  <th key={section.id} scope="col" class="id" title={titleOf(section)}>
                    {section.id}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, drawn).map(row => (
              <MatrixRow key={row.handIn.id} row={row} columns={columns} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="legend">
        ✓ 齐全　3/4 部分完成　无附件：已勾选，没有附件　缺：没有填报　！ 有文件缺失或被改动　？
        文件在没有收到的卷里　空白：不由这个单位报。 点格子看填报内容和文件，点单位名称看核验情况；也可以用
        Tab 和方向键。
      </p>
    </>
  )
}

/** Drawn at once. */
const rowsAtOnce = 40

/** How many of so many rows are drawn: the first ones at once, the others while the page answers in between. */
function useGrowing(count: number): number {
  const [most, setMost] = useState(rowsAtOnce)
  useEffect(() => {
    if (count <= most) return setMost(Math.max(rowsAtOnce, count))
    const timer = setTimeout(() => setMost(most + rowsAtOnce))
    return () => clearTimeout(timer)
  }, [count, most])
  return Math.min(most, count)
}

interface RowProps {
  row: UnitRow
  columns: readonly Column[]
  onOpen: OpenRow
}

/** Drawn anew only when it changed: there may be 480 of them, of fifty cells each. */
class MatrixRow extends Component<RowProps> {
  override shouldComponentUpdate({ row, columns }: RowProps): boolean {
    return row !== this.props.row || columns !== this.props.columns
  }

  override render({ row, columns, onOpen }: RowProps) {
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
        <td>
          {total.done}/{total.total}
        </td>
        {columns.map(({ section: { id } }) => (
          <td key={id}>
            <CellButton row={row} section={id} inMatrix onOpen={onOpen} />
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

interface Group {
  name: string
  count: number
  /** The group is a single column, which needs no heading of its own. */
  isAlone: boolean
}

/** Departments side by side with how many columns they have; where a row has none, its outermost level stands for it. */
function groupColumns(columns: readonly Column[]): Group[] {
  const groups: Group[] = []
  for (const { department, section } of columns) {
    const { indicator } = section
    const level = indicator && (indicator.levels[0] ?? '考核指标')
    const name = department?.name.replace(/部门$/, '') ?? level ?? abbreviateSection(section.id)
    const last = groups[groups.length - 1]
    if (last?.name === name && !last.isAlone) last.count += 1
    else groups.push({ name, count: 1, isAlone: !indicator })
  }
  return groups
}

/** The tooltip of a column: levels, content and criteria. */
function titleOf({ indicator }: Section): string | undefined {
  if (!indicator) return undefined
  const above = levelsAbove(indicator).join(' › ')
  return [above, indicator.content, indicator.criteria].filter(Boolean).join('\n')
}

const steps: Record<string, readonly [across: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Moves the focus to the next button in the arrow's direction, over cells that have none. */
function moveFocus(event: KeyboardEvent): void {
  const step = steps[event.key]
  const start = (event.target as Element).closest<HTMLTableCellElement>('td, th')
  if (!step || !start) return
  event.preventDefault()
  const column = start.cellIndex
  for (let cell = neighbour(start, step, column); cell; cell = neighbour(cell, step, column)) {
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
  column: number,
): HTMLTableCellElement | undefined {
  const row = cell.parentElement as HTMLTableRowElement
  if (across) return row.cells[cell.cellIndex + across]
  return (row.parentElement as HTMLTableSectionElement).rows[row.sectionRowIndex + down]?.cells[column]
}
