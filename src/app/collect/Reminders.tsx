import { useState } from 'preact/hooks'
import type { Owed } from '../../core/collect/owed'
import { legible } from '../../core/text/legible'
import { getCatalogue } from '../../stores/page'
import { copyText } from '../../stores/site'
import { sayMissing, sayOwedBriefly, sayReminder } from '../../wording/collect'
import { intakeContent } from '../ui/page-content'

interface Props {
  owing: readonly Owed[]
}

/** 缺报清单: who owes what, each with a message that can be sent as it is. */
export function Reminders({ owing }: Props) {
  const [isOpen, setOpen] = useState(false)
  if (owing.length === 0) return null
  const { deadlineText, office } = intakeContent()
  const facts = { title: getCatalogue().bundleTitle, deadlineText, office }
  const nothing = owing.filter(({ row }) => row === null)
  const some = owing.length - nothing.length
  const counts = [nothing.length > 0 && `没有报送 ${nothing.length} 个`, some > 0 && `还要补材料 ${some} 个`]
  return (
    <details class="card reminders" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>缺报清单：{counts.filter(Boolean).join('，')}</h2>
      </summary>
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
          {owing.map(owed => (
            <Reminder key={owed.unit} owed={owed} text={sayReminder(owed, facts)} />
          ))}
        </ul>
      )}
    </details>
  )
}

function Reminder({ owed, text }: { owed: Owed; text: string }) {
  const [isShown, setShown] = useState(false)
  return (
    <li>
      <p>
        <strong>{owed.unit}</strong> {sayOwedBriefly(owed)}
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
