import { useEffect, useRef } from 'preact/hooks'
import type { IndicatorSource } from '../../core/edition/table-source'
import { separateCell, writeCell } from '../../publish/draft/cells'
import type { Change } from '../../publish/draft/change'
import { newRowId } from '../../publish/draft/change-rows'
import { type Project, type Standing, usedIds } from '../../publish/draft/project'
import { take } from '../../stores/publishing/project'
import { roleNames } from '../../wording/publishing'
import { ItemsEditor } from './ItemsEditor'
import { Field, TextField } from './pieces'
import { ScoringFields } from './ScoringFields'

/** One row: every cell as it is printed, its points, departments and items. A change counts when the box is left. */
export function RowEditor({
  project,
  standing: { folder },
  row,
  column,
  onEdit,
  onClose,
}: {
  project: Project
  standing: Standing
  row: IndicatorSource
  column: string | undefined
  onEdit: (row: string) => void
  onClose: () => void
}) {
  const { columns, departments, indicators } = folder.files.indicators
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const wanted = box.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(column ?? '')}"]`)
    const first = wanted ?? box.current?.querySelector<HTMLElement>('textarea')
    // The browser would scroll the page to the box, away from the table: the desk comes into sight whole, then the box in it.
    first?.focus({ preventScroll: true })
    box.current?.closest('.publish-desk')?.scrollIntoView({ block: 'start' })
    const side = box.current?.parentElement
    if (side && first) side.scrollTop = first.offsetTop - 120
  }, [])
  const changeRow = (name: string, ...changes: Change[]) => void take({ name: `${row.id} ${name}`, changes })
  const changeDepartments = (name: string, lead: string, supporting: string) =>
    changeRow(name, {
      kind: 'departments',
      row: row.id,
      lead: split(lead),
      supporting: split(supporting),
    })
  const namesOf = (ids: readonly string[] = []) =>
    ids.map(id => departments.find(department => department.id === id)?.name ?? id).join('、')
  return (
    <section ref={box} class="card publish-row" aria-label={`改 ${row.id}`}>
      <div class="dialog-head">
        <h2>{row.id}</h2>
        <button type="button" class="button" onClick={onClose}>
          看问题
        </button>
      </div>
      {columns.map(({ name, role }) => {
        const label = role === 'none' ? name : `${name}（${roleNames[role]}）`
        if (row.merged?.includes(name))
          return (
            // No label: a press on its words would be one on the button.
            <div key={name} class="field">
              <span>{label}</span>
              <span class="second">
                与上一行合并{' '}
                <button
                  type="button"
                  class="link"
                  aria-label={`${name}单独写`}
                  onClick={() => changeRow(`${name}单独写`, ...separateCell(folder, row, name))}
                >
                  单独写
                </button>
              </span>
            </div>
          )
        return (
          <Field key={name} label={label}>
            <textarea
              rows={role === 'content' || role === 'evidence' ? 4 : 1}
              data-column={name}
              value={row.cells[name] ?? ''}
              onChange={({ currentTarget: { value } }) =>
                changeRow(name, ...writeCell(folder, row.id, name, value.trim()))
              }
            />
          </Field>
        )
      })}
      <ScoringFields row={row} onChange={change => changeRow('分值', change)} />
      <TextField
        label="负责（牵头）部门，几个之间用顿号"
        value={namesOf(row.departments)}
        isOptional
        onText={text => changeDepartments('部门', text, namesOf(row.supporting))}
      />
      <TextField
        label="配合部门"
        value={namesOf(row.supporting)}
        isOptional
        onText={text => changeDepartments('配合部门', namesOf(row.departments), text)}
      />
      <ItemsEditor folder={folder} row={row} />
      <TextField
        label="编者注"
        rows={2}
        value={row.note ?? ''}
        isOptional
        onText={text => changeRow('编者注', { kind: 'note', row: row.id, text })}
      />
      <p class="actions">
        <button
          type="button"
          class="button"
          onClick={() => {
            const id = newRowId(folder, row.id, usedIds(project))
            void take({ name: `加一行 ${id}`, changes: [{ kind: 'row-added', after: row.id, id }] })
            onEdit(id)
          }}
        >
          下面加一行
        </button>
        <button
          type="button"
          class="button quiet"
          disabled={indicators.length === 1}
          onClick={() => {
            void take({ name: `去掉 ${row.id}`, changes: [{ kind: 'row-removed', row: row.id }] })
            onClose()
          }}
        >
          去掉这一行
        </button>
      </p>
    </section>
  )
}

function split(text: string): string[] {
  return text
    .split(/[、,，;；\s]+/)
    .map(name => name.trim())
    .filter(Boolean)
}
