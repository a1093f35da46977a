import { type Judged, tally } from '../../core/review/tally'
import type { ReviewChangeHere } from '../../stores/review/reviews'
import { sayTally } from '../../wording/review'
import { Dialog } from '../ui/Dialog'

interface Props {
  judged: Judged
  /** The notice's, as a day; empty where it has none. */
  deadline: string
  onChange: (change: ReviewChangeHere) => void
  onClose: () => void
}

/** The closing word for a unit, and the day until which it is to put right what was returned. */
export function Closing({ judged: { row, review, standings }, deadline, onChange, onClose }: Props) {
  const { text, until } = review.closing ?? { text: '', until: '' }
  return (
    <Dialog title={`整体意见：${row.unit}`} onClose={onClose}>
      <div class="stack">
        <p class="more">{sayTally(tally(standings))}。这里写的会放进给这个单位的审核意见。</p>
        <label class="field">
          <span>对这个单位的整体意见（选填）</span>
          <textarea
            rows={4}
            value={text}
            onInput={({ currentTarget }) => onChange({ kind: 'closing', text: currentTarget.value, until })}
          />
        </label>
        <label class="field">
          <span>退回的材料，请在哪一天以前补齐</span>
          <input
            type="date"
            value={until}
            min={deadline.slice(0, 4) ? `${deadline.slice(0, 4)}-01-01` : undefined}
            onInput={({ currentTarget }) => onChange({ kind: 'closing', text, until: currentTarget.value })}
          />
        </label>
      </div>
    </Dialog>
  )
}
