import { useState } from 'preact/hooks'
import type { SendingActions } from './pieces'

/** A text to be sent, with a button that copies it. */
export function Field({ name, text, copy }: { name: string; text: string; copy: SendingActions['copy'] }) {
  const [isCopied, setCopied] = useState('')
  return (
    <p class="to-copy">
      <b>{name}</b>
      <span>{text}</span>
      <button
        type="button"
        class="button"
        aria-label={`复制${name}`}
        onClick={() => void copy(text).then(isDone => setCopied(isDone ? text : ''))}
      >
        {isCopied === text ? '✓ 已复制' : '复制'}
      </button>
    </p>
  )
}
