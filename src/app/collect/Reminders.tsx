import { useStore } from '@nanostores/preact'
import { useMemo, useState } from 'preact/hooks'
import type { Owed } from '../../core/collect/owed'
import { legible } from '../../core/text/legible'
import { downloadLetters } from '../../stores/collect/letters'
import { getCatalogue } from '../../stores/page'
import { $judged } from '../../stores/review/judged'
import { type Answered, findAnswered } from '../../stores/review/replies'
import { copyText } from '../../stores/site'
import { sayReplyCounts } from '../../wording/bundle'
import { sayMissing, sayOwedBriefly, sayReminder, sayReminderSubject } from '../../wording/collect'
import { intakeContent, replyFrom } from '../ui/page-content'

interface Props {
  owing: readonly Owed[]
}

/** 缺报清单: who owes what, each with a message that can be sent as it is. */
export function Reminders({ owing }: Props) {
  const [isOpen, setOpen] = useState(false)
  const from = replyFrom()
  const judged = useStore($judged)
  const answered = useMemo(() => findAnswered(judged, from), [judged])
  const all = [
    ...owing,
    ...answered.filter(({ row }) => !owing.some(owed => owed.row === row)).map(owesAnswer),
  ]
  if (all.length === 0) return null
  const { deadlineText } = intakeContent()
  const facts = { title: getCatalogue().bundleTitle, deadlineText, ...from }
  const letters = all.map(owed => {
    const reply = answered.find(({ row }) => row === owed.row)?.reply ?? null
    return { owed, reply, subject: sayReminderSubject(owed, facts), text: sayReminder(owed, facts, reply) }
  })
  const nothing = owing.filter(({ row }) => row === null)
  const some = all.length - nothing.length
  const counts = [nothing.length > 0 && `没有报送 ${nothing.length} 个`, some > 0 && `还要补材料 ${some} 个`]
  return (
    <details class="card reminders" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>缺报清单：{counts.filter(Boolean).join('，')}</h2>
      </summary>
      {isOpen && (
        <p class="export-buttons">
          <button
            type="button"
            class="button"
            onClick={() => downloadLetters(letters.map(({ subject, text }) => `${subject}\n\n${text}`))}
          >
            {all.length} 封催报存成一个文本文件
          </button>
        </p>
      )}
      {isOpen && nothing.length > 0 && (
        <p>
          <CopyButton
            text={nothing.map(({ unit, unread }) => sayMissing(unit, unread)).join('\n')}
            label="复制没有报送的单位名单"
          />
        </p>
      )}
      {isOpen && (
        <ul>
          {letters.map(letter => (
            <Reminder key={letter.owed.unit} {...letter} />
          ))}
        </ul>
      )}
    </details>
  )
}

/** A unit that owes nothing but an answer to what was returned. */
function owesAnswer({ row }: Answered): Owed {
  const { count } = row.handIn.volumes
  return { unit: row.unit, expected: null, unread: [], row, volumes: [], count, items: [], errors: [] }
}

interface Letter {
  owed: Owed
  reply: Answered['reply'] | null
  subject: string
  text: string
}

function Reminder({ owed, reply, subject, text }: Letter) {
  const [isShown, setShown] = useState(false)
  return (
    <li>
      <p>
        <strong>{owed.unit}</strong>{' '}
        {[sayOwedBriefly(owed), reply && sayReplyCounts(reply)].filter(Boolean).join('，')}
      </p>
      <p class="export-buttons">
        <CopyButton text={text} label="复制催报" of={owed.unit} onFail={() => setShown(true)} />
        <button
          type="button"
          class="button quiet"
          aria-expanded={isShown}
          aria-label={`查看催报${owed.unit}的话`}
          onClick={() => setShown(!isShown)}
        >
          查看
        </button>
        <CopyButton text={subject} label="复制邮件主题" of={owed.unit} />
        <a
          class="button quiet"
          aria-label={`写邮件催报${owed.unit}`}
          href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(legible(text))}`}
        >
          写邮件
        </a>
      </p>
      {isShown && (
        <textarea
          readOnly
          rows={Math.min(16, text.split('\n').length + 1)}
          aria-label={`催报${owed.unit}`}
          value={legible(text)}
          onFocus={event => event.currentTarget.select()}
        />
      )}
    </li>
  )
}

interface CopyProps {
  text: string
  label: string
  /** Whom it is about, for those who hear the button's name. */
  of?: string
  onFail?: () => void
}

function CopyButton({ text, label, of = '', onFail }: CopyProps) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  const copy = async () => {
    const isDone = await copyText(text)
    setOutcome(isDone ? 'copied' : 'failed')
    if (!isDone) onFail?.()
  }
  const says = { none: label, copied: '✓ 已复制', failed: '没有复制成，请选中文字复制' }[outcome]
  return (
    <button
      type="button"
      class="button"
      aria-label={of ? `${says}：${of}` : says}
      onClick={() => void copy()}
    >
      {says}
    </button>
  )
}
