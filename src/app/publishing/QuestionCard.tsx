import { useEffect, useRef, useState } from 'preact/hooks'
import { choicesOf, likeOf } from '../../publish/draft/choices'
import { viewOfQuestion } from '../../publish/draft/place'
import type { AskedQuestion, Standing } from '../../publish/draft/project'
import { take } from '../../stores/publishing/project'
import { sayChoice } from '../../wording/publish-choices'
import { ask } from '../../wording/publishing'
import type { View } from './pieces'

/** One question with its answers; what follows from each stands below it. The same answer can be given to its like. */
export function QuestionCard({
  asked: { key, question },
  place,
  standing: { folder, open },
  onEdit,
  onView,
  onDone,
}: {
  asked: AskedQuestion
  place: number
  standing: Standing
  onEdit: (row: string) => void
  onView: (view: View) => void
  onDone: () => void
}) {
  const choices = choicesOf(question, folder)
  const [chosen, setChosen] = useState('accept')
  const head = useRef<HTMLParagraphElement>(null)
  const isFirst = useRef(place === 0)
  // The next question is where the last answer was given.
  useEffect(() => {
    if (isFirst.current) return
    head.current?.focus({ preventScroll: true })
    // What is pressed next is in sight: below a short window the whole desk comes up.
    const card = head.current?.parentElement
    const { top = 0, bottom = 0 } = card?.getBoundingClientRect() ?? {}
    if (top < 100 || bottom > innerHeight) card?.closest('.publish-desk')?.scrollIntoView({ block: 'start' })
  }, [])
  const choice = choices.find(({ id }) => id === chosen) ?? choices[0]
  if (!choice) return null
  const like = likeOf(
    question,
    choice,
    open.map(({ question }) => question),
    folder,
  )
  const answer = (isForAll: boolean) => {
    const others = isForAll ? open.filter(other => like.includes(other.question)) : []
    const answers = [{ key, question }, ...others]
    const picked = answers.flatMap(
      ({ question }) => choicesOf(question, folder).find(({ id }) => id === choice.id) ?? [],
    )
    void take({
      name: `问 ${place + 1}${others.length > 0 ? `等 ${answers.length} 个` : ''}`,
      answers: answers.map(({ key }) => key),
      changes: picked.flatMap(({ changes }) => changes),
      roles: picked.flatMap(({ role }) => role ?? []),
    })
    onDone()
  }
  const view = viewOfQuestion(question)
  return (
    <section class="card publish-question" aria-label={`问 ${place + 1}`}>
      <p ref={head} tabIndex={-1}>
        <strong class="attention">
          问 {place + 1}，共 {open.length} 个
        </strong>{' '}
        <span class="second">{question.row}</span>
      </p>
      <p class="what">{ask(question)}</p>
      <div role="radiogroup" aria-label="怎样回答">
        {choices.map(other => {
          const { name, effect } = sayChoice(question, other)
          return (
            <label key={other.id} class={`choice${other === choice ? ' is-chosen' : ''}`}>
              <input
                type="radio"
                name={`answer-${place}`}
                checked={other === choice}
                onChange={() => setChosen(other.id)}
              />
              <span>
                {name}
                {effect && <small>{effect}</small>}
              </span>
            </label>
          )
        })}
      </div>
      <button type="button" class="button primary wide" onClick={() => answer(false)}>
        就这样，看下一个
      </button>
      {like.length > 0 && (
        <button type="button" class="button wide" onClick={() => answer(true)}>
          同样的 {like.length} 个也这样答
        </button>
      )}
      {view !== 'table' ? (
        <button type="button" class="button quiet wide" onClick={() => onView(view)}>
          {view === 'notice' ? '到“通知”里改' : '到“共性资料和报告”里改'}
        </button>
      ) : (
        question.row && (
          <button type="button" class="button quiet wide" onClick={() => onEdit(question.row ?? '')}>
            我来改
          </button>
        )
      )}
    </section>
  )
}
