import { useState } from 'preact/hooks'
import { type RowState, shareOf } from '../../core/assignment/overview'
import { answerOf, type Checklist } from '../../core/checklist/checklist'
import { isDone } from '../../core/checklist/progress'
import { nameStep } from '../../core/checklist/section-name'
import type { Team } from '../../core/checklist/teams'
import type { Catalogue } from '../../core/edition/catalogue'

interface Props {
  rows: readonly RowState[]
  catalogue: Catalogue
  checklist: Checklist
  teams: readonly Team[]
  /** Ids of items. */
  chosen: ReadonlySet<string>
  onChoose: (ids: readonly string[], isOn: boolean) => void
  give: (team: Team, ids: readonly string[], isOn: boolean) => void
}

/** Who has what: a line for each row, its items below it where they are parted, a column for each team. */
export function TeamTable({ rows, checklist, teams, chosen, onChoose, give }: Props) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => {
    const next = new Set(opened)
    if (!next.delete(id)) next.add(id)
    setOpened(next)
  }
  const sections = rows.map(({ section }) => section)
  // Where most rows are nobody's yet, none of them is the exception.
  const areFew = rows.filter(({ free }) => free.length > 0).length * 2 < rows.length
  return (
    <div class="card team-table">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden">选择</span>
            </th>
            <th scope="col">材料</th>
            <th scope="col">已备齐</th>
            {teams.map(({ name }) => (
              <th key={name} scope="col" class="for-team">
                {name}
              </th>
            ))}
            <th scope="col" class="for-team">
              没有分
            </th>
          </tr>
        </thead>
        {rows.map(row => {
          const { section, items, free, done, total } = row
          const ids = items.map(({ id }) => id)
          const name = nameStep(section, sections)
          const has = teams.filter(team => shareOf(row, team) !== 'none')
          const isParted = items.length > 1
          const isChosen = ids.every(id => chosen.has(id))
          const isOpen = opened.has(section.id)
          return (
            <tbody key={section.id}>
              <tr
                class={isChosen ? 'is-chosen' : areFew && free.length === ids.length ? 'is-free' : undefined}
              >
                <td>
                  <Box
                    label={`选择 ${name}`}
                    state={isChosen ? 'all' : ids.some(id => chosen.has(id)) ? 'some' : 'none'}
                    onChange={isOn => onChoose(ids, isOn)}
                  />
                </td>
                <th scope="row">
                  <span title={section.indicator?.content}>{name}</span>
                  {isParted && teams.length > 0 && (
                    <button
                      type="button"
                      class="link"
                      aria-expanded={isOpen}
                      aria-label={`${isOpen ? '收起' : '逐项分'} ${name}`}
                      onClick={() => toggle(section.id)}
                    >
                      {isOpen ? '收起' : `逐项分（${ids.length} 项）`}
                    </button>
                  )}
                  {teams.length > 0 && (
                    <small class="for-phone">
                      {has.map(team => team.name).join('、')} <span class="care">{sayFree(free, ids)}</span>
                    </small>
                  )}
                </th>
                <td class={total > 0 && done === total ? 'is-done' : undefined}>
                  {total > 0 ? `${done === total ? '✓ ' : ''}${done}/${total}` : '选填'}
                </td>
                {teams.map(team => (
                  <td key={team.name} class="for-team">
                    <Box
                      label={`${name} 分给 ${team.name}`}
                      state={shareOf(row, team)}
                      onChange={isOn => give(team, ids, isOn)}
                    />
                  </td>
                ))}
                <td class="for-team care">{teams.length > 0 && sayFree(free, ids)}</td>
              </tr>
              {isOpen &&
                items.map(({ id, text }) => (
                  <tr key={id} class={chosen.has(id) ? 'of-row is-chosen' : 'of-row'}>
                    <td>
                      <Box
                        label={`选择 ${id}`}
                        state={chosen.has(id) ? 'all' : 'none'}
                        onChange={isOn => onChoose([id], isOn)}
                      />
                    </td>
                    <th scope="row">
                      <span class="id">{id}</span> {text}
                      <small class="for-phone">
                        {teams
                          .filter(team => team.items.includes(id))
                          .map(team => team.name)
                          .join('、')}{' '}
                        <span class="care">{free.includes(id) && '! 没有分'}</span>
                      </small>
                    </th>
                    <td class="is-done">{isDone(answerOf(checklist, id)) ? '✓' : ''}</td>
                    {teams.map(team => (
                      <td key={team.name} class="for-team">
                        <Box
                          label={`${id} 分给 ${team.name}`}
                          state={team.items.includes(id) ? 'all' : 'none'}
                          onChange={isOn => give(team, [id], isOn)}
                        />
                      </td>
                    ))}
                    <td class="for-team care">{free.includes(id) && '! 没有分'}</td>
                  </tr>
                ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

function sayFree(free: readonly string[], ids: readonly string[]): string {
  if (free.length === 0) return ''
  return free.length === ids.length ? '! 没有分' : `! ${free.length} 项没有分`
}

interface BoxProps {
  label: string
  state: 'all' | 'some' | 'none'
  onChange: (isOn: boolean) => void
}

/** A box to tick, whose whole cell is the target; a line in it where only some is ticked. */
function Box({ label, state, onChange }: BoxProps) {
  return (
    <label class="give-box">
      <input
        type="checkbox"
        aria-label={label}
        checked={state === 'all'}
        indeterminate={state === 'some'}
        onChange={() => onChange(state !== 'all')}
      />
    </label>
  )
}
