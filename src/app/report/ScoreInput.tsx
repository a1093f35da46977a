import type { Indicator } from '../../core/edition/catalogue'
import { parseScore, vetoAnswers } from '../../core/report/score'
import { changeChecklist } from '../../stores/checklist'

const labels = { points: '自评分（选填）', bonus: '自评加分（选填）', deduction: '自评扣分（选填）' }

/** The optional 自评分 of one row: points, points added or taken off, or 发生/未发生 for a veto. */
export function ScoreInput({ indicator, score }: { indicator: Indicator; score: string }) {
  const { id, scoring } = indicator
  const set = (score: string) => changeChecklist({ kind: 'set-score', indicator: id, score })
  const isWrong = parseScore(scoring, score).kind === 'wrong'
  if (scoring.kind === 'veto') {
    return (
      <label class="score-input">
        是否发生（选填）
        <select value={score} onChange={event => set(event.currentTarget.value)}>
          <option value="">未填</option>
          <option value={vetoAnswers.no}>未发生</option>
          <option value={vetoAnswers.yes}>发生</option>
        </select>
      </label>
    )
  }
  if (scoring.kind === 'none') return null
  return (
    <label class="score-input">
      {labels[scoring.kind]}
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={isWrong}
        value={score}
        onInput={event => set(event.currentTarget.value)}
      />
      {isWrong && <span class="hint">请填 0 到 {scoring.points} 之间的数字</span>}
    </label>
  )
}
