import { useEffect, useMemo, useState } from 'preact/hooks'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import { coverCells, lettersOfColumn } from '../../core/preview/cover-cells'
import type { PreviewedSheet } from '../../core/preview/preview'
import type { Grid } from '../../core/preview/workbook'
import { refusalWording } from '../../wording/refusal'

/** The sheets of a workbook, one at a time. */
export function Workbook({ sheets }: { sheets: PreviewedSheet[] }) {
  const first = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]
  const [open, setOpen] = useState(first)
  const [grid, setGrid] = useState<Grid | Refusal | null>(null)
  useEffect(() => {
    let isGone = false
    setGrid(null)
    open?.read().then(
      read => !isGone && setGrid(read),
      error => !isGone && setGrid(refusalOf(error)),
    )
    return () => {
      isGone = true
    }
  }, [open])
  return (
    <>
      {sheets.length > 1 && (
        <div class="tools is-tabs" role="group" aria-label="工作表">
          {sheets.map(sheet => (
            <button
              type="button"
              key={sheet.name}
              class="button quiet"
              aria-pressed={sheet === open}
              onClick={() => setOpen(sheet)}
            >
              {sheet.name}
              {sheet.isHidden && '（隐藏）'}
            </button>
          ))}
        </div>
      )}
      {grid === null && <p class="previewing">正在打开……</p>}
      {typeof grid === 'string' && <p class="previewing wrong">没有读出来：{refusalWording[grid]}</p>}
      {grid && typeof grid === 'object' && <Sheet key={open?.name} name={open?.name ?? ''} grid={grid} />}
    </>
  )
}

/** As far as a cell reaches that is not empty, or was merged. */
function columnsOf({ rows, merges }: Grid): number {
  const ends = rows.map(row => row.length)
  return Math.max(0, ...ends, ...merges.map(({ column, columns }) => column + columns))
}

/** A browser draws some thousand cells without a pause. */
const cellsAtOnce = 4000

/** One sheet as a grid of texts, with the letters and numbers its cells go by. */
export function Sheet({ name, grid }: { name: string; grid: Grid }) {
  const cover = useMemo(() => coverCells(grid), [grid])
  const columns = columnsOf(grid)
  const rowsAtOnce = Math.max(20, Math.floor(cellsAtOnce / Math.max(1, columns)))
  const [shown, setShown] = useState(rowsAtOnce)
  const letters = Array.from({ length: columns }, (_, column) => lettersOfColumn(column))
  if (columns === 0) return <p class="previewing">这张工作表是空的。</p>
  return (
    <div
      class="stage"
      role="group"
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
      tabIndex={0}
    >
      <table class="grid-table">
        <thead>
          <tr>
            <th />
            {letters.map(letter => (
              <th key={letter}>{letter}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.slice(0, shown).map((row, r) => (
            <tr key={r}>
              <th>{r + 1}</th>
              {letters.map((letter, c) => {
                const span = cover(r, c)
                return (
                  span && (
                    <td
                      key={letter}
                      rowSpan={span.rows}
                      colSpan={span.columns}
                      style={{ minWidth: `${Math.min(40, grid.widths[c] ?? 0)}ch` }}
                    >
                      {row[c]}
                    </td>
                  )
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {grid.rows.length > shown && (
        <button type="button" class="button" onClick={() => setShown(shown + rowsAtOnce)}>
          再显示 {Math.min(rowsAtOnce, grid.rows.length - shown)} 行（共 {grid.rows.length} 行）
        </button>
      )}
      {grid.isCut && <p class="cut">这张表很大，只显示前面的部分，全部内容请另存以后看。</p>}
    </div>
  )
}
