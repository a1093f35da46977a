import { scoringOf } from '../../core/edition/catalogue'
import type { IndicatorSource } from '../../core/edition/table-source'
import type { Change } from '../../publish/draft/change'
import { Field } from './pieces'

const kinds = {
  points: '分',
  bonus: '分，最高加',
  deduction: '分，最高扣',
  veto: '一票否决',
  none: '没有分值',
}

/** How a row scores, and how much. */
export function ScoringFields({
  row,
  onChange,
}: {
  row: IndicatorSource
  onChange: (change: Change) => void
}) {
  const scoring = scoringOf(row)
  const points = 'points' in scoring ? scoring.points : 1
  const set = (kind: keyof typeof kinds, value: number) => {
    if (kind === 'none' || kind === 'veto') onChange({ kind: 'scoring', row: row.id, scoring: { kind } })
    else onChange({ kind: 'scoring', row: row.id, scoring: { kind, points: value } })
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
            onChange={({ currentTarget }) => {
              const value = Number(currentTarget.value)
              if (value > 0) set(scoring.kind, value)
              else currentTarget.value = `${points}`
            }}
          />
        </Field>
      )}
    </div>
  )
}
