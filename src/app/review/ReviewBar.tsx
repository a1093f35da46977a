import { useState } from 'preact/hooks'
import { titleSection } from '../../core/checklist/section-name'
import { countJudged, type Tally } from '../../core/review/tally'
import type { Stop, StopFilter } from '../../core/review/walk'
import { filterWording, sayReviewSaving } from '../../wording/review'
import { Closing } from './Closing'
import type { ReviewActions, ReviewState } from './pieces'

interface Props {
  stop: Stop
  /** Over all units. */
  total: Tally
  filter: StopFilter
  isListOpen: boolean
  onList: () => void
  state: ReviewState
  actions: ReviewActions
}

/** Who and what, how far, how safe, and the way back; on a narrow screen what opens the list. */
export function ReviewBar({ stop, total, filter, isListOpen, onList, state, actions }: Props) {
  const [isClosing, setClosing] = useState(false)
  const [done, all] = countJudged(total)
  const { saving, place } = state
  const list = place.order === 'by-unit' ? '指标列表' : '单位列表'
  return (
    <header class="review-bar">
      <button type="button" class="button quiet" onClick={actions.close}>
        ‹<span class="review-word"> 收件核验</span>
      </button>
      <div class="review-where">
        <h1>{stop.judged.row.unit}</h1>
        <p>逐项审阅：{titleSection(stop.section)}</p>
      </div>
      <button type="button" class="button list-button" aria-expanded={isListOpen} onClick={onList}>
        {filter === 'all' ? list : `只看${filterWording[filter]}`}
      </button>
      <div class="review-progress">
        <p>
          <span>
            已审 <strong>{done}</strong>/{all}
          </span>
          {total.returned > 0 && <span>退回 {total.returned}</span>}
          {total.doubtful > 0 && <span>存疑 {total.doubtful}</span>}
          {total.repaired + total.changed > 0 && <span>已补 {total.repaired + total.changed}</span>}
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
