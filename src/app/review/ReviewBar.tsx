import { useState } from 'preact/hooks'
import { titleSection } from '../../core/checklist/section-name'
import { countJudged, type Tally } from '../../core/review/tally'
import type { Stop } from '../../core/review/walk'
import { sayReviewSaving } from '../../wording/review'
import { Closing } from './Closing'
import type { ReviewActions, ReviewState } from './pieces'

interface Props {
  stop: Stop
  /** Over all units. */
  total: Tally
  state: ReviewState
  actions: ReviewActions
}

/** Who and what, how far, how safe, and the way back. */
export function ReviewBar({ stop, total, state, actions }: Props) {
  const [isClosing, setClosing] = useState(false)
  const [done, all] = countJudged(total)
  const { saving } = state
  return (
    <header class="review-bar">
      <button type="button" class="button quiet" onClick={actions.close}>
        ‹ 收件核验
      </button>
      <div class="review-where">
        <h1>{stop.judged.row.unit}</h1>
        <p>逐项审阅：{titleSection(stop.section)}</p>
      </div>
      <div class="review-progress">
        <p>
          已审 <strong>{done}</strong>/{all}
          {total.returned > 0 && `　退回 ${total.returned}`}
          {total.doubtful > 0 && `　存疑 ${total.doubtful}`}
          {total.repaired + total.changed > 0 && `　已补 ${total.repaired + total.changed}`}
        </p>
        <progress value={done} max={Math.max(1, all)} aria-label="审阅进度" />
      </div>
      <button type="button" class="button" onClick={() => setClosing(true)}>
        整体意见
      </button>
      <p class={`review-saving is-${saving.state}`} role="status">
        {sayReviewSaving(saving)}
      </p>
      {isClosing && (
        <Closing
          judged={stop.judged}
          deadline={state.deadline}
          onChange={change => actions.change(stop.judged.row, change)}
          onClose={() => setClosing(false)}
        />
      )}
    </header>
  )
}
