import { Fragment } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { buildTable } from '../../core/edition/printed-table'
import { type ColumnRole, columnRoles } from '../../core/edition/table-source'
import { findRow } from '../../publish/draft/choices'
import { columnOf } from '../../publish/draft/place'
import type { AskedQuestion, Project, Standing } from '../../publish/draft/project'
import { type Read, take } from '../../stores/publishing/project'
import { ask, roleNames } from '../../wording/publishing'
import type { View } from './pieces'
import { QuestionCard } from './QuestionCard'
import { RowEditor } from './RowEditor'

/** The table as it will be printed; above each column what it was taken for, beside it one question at a time or one row. */
export function TableDesk({
  project,
  read,
  standing,
  onView,
}: {
  project: Project
  read: Read
  standing: Standing
  onView: (view: View) => void
}) {
  const { folder, open } = standing
  const [asked, setAsked] = useState('')
  const [edited, setEdited] = useState<{ row: string; column?: string } | null>(null)
  const place = Math.max(
    0,
    open.findIndex(({ key }) => key === asked),
  )
  const question = open[place]
  const row = edited && findRow(folder, edited.row)
  return (
    <div class="publish-desk">
      <PrintedTable
        read={read}
        standing={standing}
        current={question}
        onEdit={(row, column) => setEdited({ row, column })}
        onAsk={key => {
          setEdited(null)
          setAsked(key)
        }}
      />
      <div class="publish-side">
        {row ? (
          <RowEditor
            key={row.id}
            project={project}
            standing={standing}
            row={row}
            column={edited?.column}
            onEdit={row => setEdited({ row })}
            onClose={() => setEdited(null)}
          />
        ) : (
          question && (
            <QuestionCard
              key={question.key}
              asked={question}
              place={place}
              standing={standing}
              onEdit={row => setEdited({ row })}
              onView={onView}
              onDone={() => setAsked(open[place + 1]?.key ?? '')}
            />
          )
        )}
        {!row && !question && (
          <p class="card done">✓ 问题都回答了。请再看一遍表和通知，点一格就能改，然后在下面生成。</p>
        )}
        {!row && open.length > 1 && (
          <ol class="card plain publish-waiting" aria-label="其余的问题">
            {open.map(
              ({ key, question }, i) =>
                i !== place && (
                  <li key={key}>
                    <button type="button" class="link" onClick={() => setAsked(key)}>
                      问 {i + 1}：{question.row} {ask(question)}
                    </button>
                  </li>
                ),
            )}
          </ol>
        )}
      </div>
    </div>
  )
}

function PrintedTable({
  read: { edition },
  standing: { folder, open },
  current,
  onEdit,
  onAsk,
}: {
  read: Read
  standing: Standing
  current: AskedQuestion | undefined
  onEdit: (row: string, column: string) => void
  onAsk: (key: string) => void
}) {
  const { indicators } = folder.files
  const { columns } = indicators
  const rows = useMemo(() => buildTable(indicators), [indicators])
  const places = useMemo(
    () =>
      open.map(asked => ({
        asked,
        row: asked.question.row && findRow(folder, asked.question.row)?.id,
        column: columnOf(asked.question, columns),
      })),
    [open, folder, columns],
  )
  const frame = useRef<HTMLDivElement>(null)
  // The cell that is asked about comes into sight, and only the table scrolls.
  useEffect(() => {
    const { current: box } = frame
    const cell = box?.querySelector<HTMLElement>('.ask[aria-current="true"]')?.closest('td')
    if (box && cell) box.scrollTop = cell.offsetTop - box.clientHeight / 3
  }, [current?.key])
  return (
    <div ref={frame} class="publish-table" role="region" aria-label="考核要点表">
      <table>
        <thead>
          <tr>
            {columns.map(({ name, role, heading }, i) => (
              <th key={name} scope="col" class={role === 'none' ? 'is-none' : undefined}>
                <select
                  aria-label={`“${name}”一栏是`}
                  value={role}
                  onChange={({ currentTarget }) => {
                    const wanted = currentTarget.value as ColumnRole
                    const step = {
                      name: `“${name}”改为${roleNames[wanted]}`,
                      roles: [{ column: name, role: wanted }],
                    }
                    void take(step).then(trouble => {
                      if (trouble) currentTarget.value = role
                    })
                  }}
                >
                  {columnRoles.map(role => (
                    <option key={role} value={role}>
                      {roleNames[role]}
                    </option>
                  ))}
                </select>
                <span class="heading">
                  {heading?.join(' ') ?? name}
                  {edition.indicators.columns[i]?.basis === 'guess' && <span class="attention"> 猜的</span>}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, lines, cells }) => {
            const asking = places.filter(({ row }) => row === id)
            return (
              <Fragment key={id}>
                {lines.map(line => (
                  <tr key={`${id} ${line}`} class="line">
                    <th colSpan={columns.length}>{line}</th>
                  </tr>
                ))}
                <tr class={asking.length > 0 ? 'is-asking' : undefined}>
                  {cells.map(({ column, text, rowSpan, columnSpan }, i) => {
                    const here = asking.filter(
                      ({ column: name }) => name === column.name || (name === undefined && i === 0),
                    )
                    return (
                      <td
                        key={column.name}
                        rowSpan={rowSpan}
                        colSpan={columnSpan}
                        class={here.length > 0 ? 'is-asked' : column.role === 'none' ? 'is-none' : undefined}
                      >
                        <button type="button" class="cell" onClick={() => onEdit(id, column.name)}>
                          {text || <span class="hidden">空格，点一下改</span>}
                        </button>
                        {here.map(({ asked }) => (
                          <button
                            key={asked.key}
                            type="button"
                            class="ask"
                            aria-current={asked === current}
                            onClick={() => onAsk(asked.key)}
                          >
                            问 {open.indexOf(asked) + 1}
                          </button>
                        ))}
                      </td>
                    )
                  })}
                </tr>
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
