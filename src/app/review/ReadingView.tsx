import { useEffect, useMemo, useState } from 'preact/hooks'
import { answerOf } from '../../core/checklist/checklist'
import { itemStateOf } from '../../core/intake/collate'
import { seeItem } from '../../core/review/seen'
import { addTallies, tally } from '../../core/review/tally'
import {
  findStop,
  fitsFilter,
  isOpenStop,
  listStops,
  placeOf,
  type Stop,
  type StopFilter,
  stepFrom,
  stopsIn,
} from '../../core/review/walk'
import { privateReviewWording, sayNotSaved } from '../../wording/review'
import type { ReviewProps } from './pieces'
import { ReviewBar } from './ReviewBar'
import { Sheets } from './Sheets'
import { StopList } from './StopList'
import { useReviewKeys } from './useReviewKeys'
import { VerdictPanel } from './VerdictPanel'

/** 逐项审阅: who on the left, what in the middle, the office's word on the right. It reads no store: it is a part. */
export function ReadingView({ state, actions, pieces }: ReviewProps) {
  const { units, place } = state
  const [filter, setFilter] = useState<StopFilter>('all')
  const [says, setSays] = useState('')
  /** Whether the list is open where it is folded: on a narrow screen. */
  const [isListOpen, setListOpen] = useState(false)
  /** SHA-256 of the file that was asked for last, and which asking it was: the same one may be asked for again. */
  const [wanted, setWanted] = useState({ file: '', times: 0 })
  const stops = useMemo(() => listStops(units, place.order), [units, place.order])
  const stop = findStop(stops, place)
  const total = useMemo(() => addTallies(units.map(({ standings }) => tally(standings))), [units])
  const go = (to: Stop | null, none = '') => {
    setSays(to ? '' : none)
    if (!to) return
    actions.go(placeOf(to, place.order))
    // Where all is in one column, the files stand above what was pressed.
    scrollTo(0, 0)
  }
  /** What the main button leads to: a judged item only where the person looks through those. */
  const isNext = (one: Stop) =>
    fitsFilter(one, filter) && (isOpenStop(one) || ['accepted', 'returned', 'doubtful'].includes(filter))
  const steps = {
    next: () => stop && go(stepFrom(stops, stop, isNext), '✓ 都看过了，没有未看的材料项。'),
    previous: () => stop && go(stepFrom(stops, stop, one => fitsFilter(one, filter), -1)),
    acceptRest: () => {
      if (!stop) return
      const { judged, section } = stop
      const here = (one: Stop) => one.judged === judged && one.section.id === section.id
      const rest = restOf(stop)
      for (const one of rest) {
        const seen = seeItem(judged.row.handIn, one.item.id)
        actions.change(judged.row, { kind: 'word', item: one.item.id, verdict: 'accepted', note: '', seen })
      }
      const left = (one: Stop) =>
        isNext(one) && !(here(one) && rest.some(({ item }) => item.id === one.item.id))
      go(stepFrom(stops, stop, left), '✓ 都看过了，没有未看的材料项。')
    },
  }
  useReviewKeys(steps)
  useEffect(() => scrollTo(0, 0), [])
  if (!stop) return null
  const section = stopsIn(stop.judged, stop.section.id)
  return (
    <div class={`review${isListOpen ? ' is-choosing' : ''}`} id="review">
      <ReviewBar
        stop={stop}
        total={total}
        filter={filter}
        isListOpen={isListOpen}
        onList={() => setListOpen(!isListOpen)}
        state={state}
        actions={actions}
      />
      {state.saving.state === 'failed' ? (
        <p class="review-trouble" role="alert">
          {sayNotSaved(state.saving.refusal)}{' '}
          <button type="button" class="link" onClick={actions.retry}>
            再试一次
          </button>
        </p>
      ) : (
        state.isPrivate && (
          <p class="review-trouble" role="alert">
            {privateReviewWording}
          </p>
        )
      )}
      <div class="review-body">
        <StopList
          units={units}
          stops={stops}
          stop={stop}
          order={place.order}
          filter={filter}
          onFilter={setFilter}
          onGo={(to, file) => {
            setSays('')
            if (file) setWanted({ file, times: wanted.times + 1 })
            if (to.order === place.order) setListOpen(false)
            actions.go(to)
          }}
        />
        <Sheets
          key={`${stop.judged.row.handIn.id} ${stop.section.id}`}
          stops={section}
          item={stop.item.id}
          wanted={wanted}
          onItem={item => actions.go({ ...placeOf(stop, place.order), item })}
          actions={actions}
          pieces={pieces}
        />
        <VerdictPanel
          key={`${stop.judged.row.handIn.id} ${stop.item.id}`}
          stop={stop}
          section={section}
          rest={restOf(stop)}
          says={says}
          state={state}
          onGo={to => go(to)}
          onFile={file => setWanted({ file, times: wanted.times + 1 })}
          onChange={change => actions.change(stop.judged.row, change)}
          {...steps}
        />
      </div>
    </div>
  )
}

/** Items of the same unit and row that nobody judged yet and that can be accepted together: all is there that is said to be there. */
function restOf({ judged, section }: Stop): Stop[] {
  const { checklist, present } = judged.row.handIn
  return stopsIn(judged, section.id).filter(({ standing, item }) => {
    const state = itemStateOf(answerOf(checklist, item.id), present)
    return standing === 'unseen' && state !== 'missing' && (state !== 'partial' || !item.counted)
  })
}
