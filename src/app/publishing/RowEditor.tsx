import { useEffect, useRef } from 'preact/hooks'
import { scoringOf } from '../../core/edition/catalogue'
import type { IndicatorSource } from '../../core/edition/table-source'
import type { Change } from '../../publish/draft/change'
import type { Standing } from '../../publish/draft/project'
import { readDepartments } from '../../publish/table/department-cell'
import { take } from '../../stores/publishing/project'
import { roleNames } from '../../wording/publishing'
import { ItemsEditor } from './ItemsEditor'
import { Field } from './pieces'

/** One row: every cell as it is printed, its points, departments and items. A change counts when the box is left. */
export function RowEditor({
  standing: { folder },
  row,
  column,
  onClose,
}: {
  standing: Standing
  row: IndicatorSource
  column: string | undefined
  onClose: () => void
}) {
  const { columns, departments } = folder.files.indicators
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const wanted = box.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(column ?? '')}"]`)
    ;(wanted ?? box.current?.querySelector<HTMLElement>('textarea'))?.focus()
  }, [])
  const changeRow = (name: string, ...changes: Change[]) => void take({ name: `${row.id} ${name}`, changes })
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
        const isShared = row.merged?.includes(name)
        return (
          <Field key={name} label={role === 'none' ? name : `${name}（${roleNames[role]}）`}>
            {isShared ? (
              <span class="second">与上一行合并</span>
            ) : (
              <textarea
                rows={role === 'content' || role === 'evidence' ? 4 : 1}
                data-column={name}
                value={row.cells[name] ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  changeRow(
                    name,
                    { kind: 'cell', row: row.id, column: name, text: value.trim() },
                    ...follow(role, row.id, value),
                  )
                }
              />
            )}
          </Field>
        )
      })}
      <ScoringFields row={row} onChange={change => changeRow('分值', change)} />
      <Field label="负责（牵头）部门，几个之间用顿号">
        <input
          type="text"
          value={namesOf(row.departments)}
          onChange={({ currentTarget: { value } }) =>
            changeRow('部门', {
              kind: 'departments',
              row: row.id,
              lead: split(value),
              supporting: split(namesOf(row.supporting)),
            })
          }
        />
      </Field>
      <Field label="配合部门">
        <input
          type="text"
          value={namesOf(row.supporting)}
          onChange={({ currentTarget: { value } }) =>
            changeRow('配合部门', {
              kind: 'departments',
              row: row.id,
              lead: split(namesOf(row.departments)),
              supporting: split(value),
            })
          }
        />
      </Field>
      <ItemsEditor folder={folder} row={row} />
      <Field label="编者注">
        <textarea
          rows={2}
          value={row.note ?? ''}
          onChange={({ currentTarget: { value } }) =>
            changeRow('编者注', { kind: 'note', row: row.id, text: value.trim() })
          }
        />
      </Field>
    </section>
  )
}

/** What a cell says besides its text. */
function follow(role: string, row: string, text: string): Change[] {
  const number = /^\s*(\d+(?:\.\d+)?)\s*分?\s*$/.exec(text)?.[1]
  if (role === 'points' && number && Number(number) > 0)
    return [{ kind: 'scoring', row, scoring: { kind: 'points', points: Number(number) } }]
  if (role !== 'department') return []
  const { named } = readDepartments(text, 'lead')
  const those = (part: 'lead' | 'support') =>
    named.filter(entry => entry.part === part).map(({ name }) => name)
  return [{ kind: 'departments', row, lead: those('lead'), supporting: those('support') }]
}

function split(text: string): string[] {
  return text
    .split(/[、,，;；\s]+/)
    .map(name => name.trim())
    .filter(Boolean)
}

const kinds = {
  points: '分',
  bonus: '分，最高加',
  deduction: '分，最高扣',
  veto: '一票否决',
  none: '没有分值',
}

function ScoringFields({ row, onChange }: { row: IndicatorSource; onChange: (change: Change) => void }) {
  const scoring = scoringOf(row)
  const points = 'points' in scoring ? scoring.points : 0
  const set = (kind: keyof typeof kinds, value: number) => {
    if (kind === 'none' || kind === 'veto') onChange({ kind: 'scoring', row: row.id, scoring: { kind } })
    else if (value > 0) onChange({ kind: 'scoring', row: row.id, scoring: { kind, points: value } })
    else onChange({ kind: 'scoring', row: row.id, scoring: { kind, points: 1 } })
  }
  return (
    <div class="publish-scoring">
      <Field label="怎样计分">
        <select
          value={scoring.kind}
          onChange={({ currentTarget }) => set(currentTarget.value as keyof typeof kinds, points)}
        >
          {Object.entries(kinds).map(([kind, name]) => (
            <option key={kind} value={kind}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      {'points' in scoring && (
        <Field label="多少分">
          <input
            type="number"
            min="0"
            step="any"
            value={points}
            onChange={({ currentTarget }) => set(scoring.kind, Number(currentTarget.value))}
          />
        </Field>
      )}
    </div>
  )
}
