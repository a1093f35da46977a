import { useMemo, useRef, useState } from 'preact/hooks'
import { answerOf } from '../../core/checklist/checklist'
import { checklistIdsOf } from '../../core/review/of-unit'
import { phrasesFor, phrasesIn, togglePhrase } from '../../core/review/phrases'
import type { Verdict } from '../../core/review/review'
import { isOpen, seeItem } from '../../core/review/seen'
import type { Stop } from '../../core/review/walk'
import type { ReviewChangeHere } from '../../stores/review/reviews'
import { standingMarks, standingWording, usualPhrases, verdictWording } from '../../wording/review'
import { ItemFacts } from './ItemFacts'
import type { ReviewState } from './pieces'
import { ScoreLine } from './ScoreLine'

interface Props {
  stop: Stop
  /** All items of the unit in this section. */
  section: readonly Stop[]
  /** Those that can be accepted together. */
  rest: readonly Stop[]
  /** Why the main button led nowhere. */
  says: string
  state: ReviewState
  onGo: (to: Stop) => void
  onFile: (sha256: string) => void
  onChange: (change: ReviewChangeHere) => void
  next: () => void
  previous: () => void
  acceptRest: () => void
}

const verdicts = Object.keys(verdictWording) as Verdict[]
const marks = { accepted: '✓', returned: '↩', doubtful: '?' } satisfies Record<Verdict, string>

/** Phrases that are shown before 更多 is pressed. */
const mostPhrases = 3

/** What the item asks, what the unit says of it, and the office's word: verdict, note, score of the row. */
export function VerdictPanel(props: Props) {
  const { stop, section, rest, says, state, onGo, onFile, onChange, next, previous, acceptRest } = props
  const { judged, item, standing } = stop
  const { row, review } = judged
  const note = useRef<HTMLTextAreaElement>(null)
  const [isAsked, setAsked] = useState(false)
  const [last] = review.words[item.id] ?? []
  // What was said of other bytes stands above, to be compared; this word is new.
  const word = last && (last.verdict === null || !isOpen(standing)) ? last : null
  const [verdict, text] = [word?.verdict ?? null, word?.note ?? '']
  const isLocked = checklistIdsOf(row).some(id => state.unreadable.has(id))
  const say = (verdict: Verdict | null, note: string) => {
    setAsked(false)
    onChange({ kind: 'word', item: item.id, verdict, note, seen: seeItem(row.handIn, item.id) })
  }
  const goOn = () => {
    if (verdict !== 'returned' || text.trim() !== '') return next()
    setAsked(true)
    note.current?.focus()
  }
  return (
    <section class="verdict-panel" aria-label="审核意见">
      <div class="verdict-scroll">
        <ul class="item-tabs" aria-label="这一行的材料项">
          {section.map(one => (
            <li key={one.item.id}>
              <button
                type="button"
                aria-current={one.item.id === item.id ? 'true' : undefined}
                aria-label={`${one.item.id} ${standingWording[one.standing]}`}
                onClick={() => onGo(one)}
              >
                {one.item.id} {standingMarks[one.standing]}
              </button>
            </li>
          ))}
        </ul>
        <ItemFacts stop={stop} state={state} onFile={onFile} />
        {isLocked ? (
          <p class="wrong" role="alert">
            这个单位的审核记录这一版网页读不了（由更新版本的网页保存，或者被改动过），原样保留着，不会覆盖。请刷新网页，或者用新版的离线文件打开。
          </p>
        ) : (
          <>
            <div class="verdicts" role="group" aria-label="结论">
              {verdicts.map((one, i) => (
                <button
                  key={one}
                  type="button"
                  class={`is-${one}`}
                  aria-pressed={one === verdict}
                  data-key={i + 1}
                  title={`键盘：${i + 1}`}
                  onClick={() => say(one === verdict ? null : one, text)}
                >
                  {marks[one]} {verdictWording[one]}
                </button>
              ))}
            </div>
            <Phrases
              stop={stop}
              state={state}
              note={text}
              isShort={verdict === 'accepted'}
              onToggle={phrase => say(verdict ?? 'returned', togglePhrase(text, phrase))}
            />
            <textarea
              ref={note}
              rows={2}
              class="note"
              aria-label="意见"
              aria-required={verdict === 'returned'}
              placeholder={verdict === 'returned' ? '缺什么、要补什么' : '补充说明（选填）'}
              value={text}
              onInput={({ currentTarget }) => say(verdict, currentTarget.value)}
            />
            {isAsked && (
              <p class="wrong" role="alert">
                退回要写明缺什么、要补什么，单位才知道怎么办。
              </p>
            )}
          </>
        )}
      </div>
      <footer>
        {!isLocked && <ScoreLine stop={stop} onChange={onChange} />}
        <p class="review-says" role="status">
          {says}
        </p>
        <div class="verdict-steps">
          <button type="button" class="button" title="键盘：Alt+↑" onClick={previous}>
            上一项
          </button>
          {rest.length > 1 && !isLocked && (
            <button type="button" class="button" data-key="4" title="键盘：4" onClick={acceptRest}>
              ✓ {rest.length === section.length ? '' : '其余 '}
              {rest.length} 项认可
            </button>
          )}
          <button type="button" class="button primary" title="键盘：Alt+↓" onClick={goOn}>
            {verdict === null ? '下一项' : '保存，下一项'}
          </button>
        </div>
      </footer>
    </section>
  )
}

interface PhrasesProps {
  stop: Stop
  state: ReviewState
  note: string
  /** Only what is in the note already: what is good needs none. */
  isShort: boolean
  onToggle: (phrase: string) => void
}

function Phrases({ stop: { item, judged }, state, note, isShort, onToggle }: PhrasesProps) {
  const [isWhole, setWhole] = useState(false)
  const isMissing = answerOf(judged.row.handIn.checklist, item.id).files.length === 0
  // Made once for an item: what is typed must not move the buttons.
  const phrases = useMemo(() => {
    const usual = isMissing ? ['没有交这一项的材料', ...usualPhrases] : usualPhrases
    return phrasesFor(item, state.reviews.values(), usual)
  }, [item.id, judged.row.handIn.id])
  const own = phrasesIn(note)
  if (isShort && !own.some(phrase => phrases.includes(phrase))) return null
  const first = phrases.filter((phrase, i) => i < mostPhrases || own.includes(phrase))
  const shown = isWhole ? phrases : first
  return (
    <div class="phrases" role="group" aria-label="常用意见">
      {shown.map(phrase => (
        <button
          key={phrase}
          type="button"
          aria-pressed={own.includes(phrase)}
          onClick={() => onToggle(phrase)}
        >
          {own.includes(phrase) && '✓ '}
          {phrase}
        </button>
      ))}
      {phrases.length > first.length && (
        <button type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? '收起' : '更多'}
        </button>
      )}
    </div>
  )
}
