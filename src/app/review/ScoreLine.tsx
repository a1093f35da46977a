import type { Scoring } from '../../core/edition/catalogue'
import { formatScoring } from '../../core/edition/scoring'
import { parseScore, vetoAnswers } from '../../core/report/score'
import type { Stop } from '../../core/review/walk'
import type { ReviewChangeHere } from '../../stores/review/reviews'

interface Props {
  stop: Stop
  onChange: (change: ReviewChangeHere) => void
}

/** 县初评分 of the row, beside its most and what the unit gave itself, with a reason; nothing where the row has no score. */
export function ScoreLine({ stop: { judged, section }, onChange }: Props) {
  const { indicator } = section
  if (!indicator || indicator.scoring.kind === 'none') return null
  const { id, scoring } = indicator
  const { text, reason } = judged.review.scores[id] ?? { text: '', reason: '' }
  const own = judged.row.handIn.checklist.report.scores[id] ?? ''
  const set = (score: { text: string; reason: string }) =>
    onChange({ kind: 'score', indicator: id, ...score })
  const isWrong = parseScore(scoring, text).kind === 'wrong'
  return (
    <div class="score-line">
      <span>{id} 初评</span>
      <ScoreField
        label={`${id} 县初评分`}
        scoring={scoring}
        text={text}
        isWrong={isWrong}
        onText={text => set({ text, reason })}
      />
      <span class="more">
        {formatScoring(scoring)} · 自评 {own || '没填'}
      </span>
      {text === '' && own !== '' && parseScore(scoring, own).kind !== 'wrong' && (
        <button type="button" class="link" onClick={() => set({ text: own, reason })}>
          照自评
        </button>
      )}
      {(text !== '' || reason !== '') && (
        <input
          type="text"
          class="reason"
          aria-label={`${id} 初评理由`}
          placeholder="理由（选填）"
          value={reason}
          onInput={({ currentTarget }) => set({ text, reason: currentTarget.value })}
        />
      )}
      {isWrong && <p class="wrong">{sayWrong(scoring)}</p>}
    </div>
  )
}

interface FieldProps {
  label: string
  scoring: Scoring
  text: string
  isWrong: boolean
  onText: (text: string) => void
}

function ScoreField({ label, scoring, text, isWrong, onText }: FieldProps) {
  if (scoring.kind !== 'veto')
    return (
      <input
        type="text"
        class="points"
        inputMode="decimal"
        aria-label={label}
        value={text}
        aria-invalid={isWrong}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
    )
  return (
    <select aria-label={label} value={text} onChange={({ currentTarget }) => onText(currentTarget.value)}>
      <option value="">未定</option>
      <option value={vetoAnswers.no}>没有发生</option>
      <option value={vetoAnswers.yes}>发生，一票否决</option>
    </select>
  )
}

function sayWrong(scoring: Scoring): string {
  const most = 'points' in scoring ? scoring.points : 0
  return `请填 0 到 ${most} 的数，最多两位小数。`
}
