/** Small things that several views of the publisher's page show. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Shells } from '../../publish/pages/shell'

/** What a publisher looks at, one at a time. */
export const views = ['table', 'notice', 'template', 'years', 'look'] as const

export type View = (typeof views)[number]

/** Endings of the files that can be read. */
export const sourceKinds = '.docx,.xlsx,.csv,.html,.htm'

let shells: Shells | null = null

/** What the build put into the page for the pages that are made. */
export function readShells(): Shells {
  shells ??= JSON.parse(document.getElementById('shells')?.textContent ?? '') as Shells
  return shells
}

export function PickButton({
  label,
  accept,
  onPick,
  isPrimary = false,
}: {
  label: string
  accept: string
  onPick: (files: File[]) => void
  isPrimary?: boolean
}) {
  return (
    <label class={isPrimary ? 'button primary add' : 'button add'}>
      {label}
      <input
        type="file"
        aria-label={label}
        accept={accept}
        onChange={({ currentTarget }) => {
          onPick([...(currentTarget.files ?? [])])
          // Emptied, since picking the same file again would fire no event.
          currentTarget.value = ''
        }}
      />
    </label>
  )
}

export function Field({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label class="field">
      <span>{label}</span>
      {children}
    </label>
  )
}

/** A text that counts when its box is left. One that may not be empty stays as it was. `most` characters. */
export function TextField({
  label,
  value,
  onText,
  isOptional = false,
  rows,
  most,
}: {
  label: string
  value: string
  onText: (text: string) => void
  isOptional?: boolean
  rows?: number
  most?: number | undefined
}) {
  const box = {
    value,
    maxLength: most,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      const text = currentTarget.value.trim()
      if (text !== '' || isOptional) onText(text)
      else currentTarget.value = value
    },
  }
  return (
    <Field label={label}>
      {rows === undefined ? <input type="text" {...box} /> : <textarea rows={rows} {...box} />}
    </Field>
  )
}

/** A box for one more thing. `objectTo` says why a text can't be added, or nothing. */
export function AddForm({
  label,
  onAdd,
  objectTo = () => '',
}: {
  label: string
  onAdd: (text: string) => void
  objectTo?: (text: string) => string
}) {
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  return (
    <>
      <form
        class="publish-add"
        onSubmit={event => {
          event.preventDefault()
          const wanted = text.trim()
          const objection = wanted && objectTo(wanted)
          setSaid(objection)
          if (wanted === '' || objection) return
          setText('')
          onAdd(wanted)
        }}
      >
        <Field label={label}>
          <input type="text" value={text} onInput={({ currentTarget: { value } }) => setText(value)} />
        </Field>
        <button type="submit" class="button">
          加上
        </button>
      </form>
      {said && (
        <p class="attention" role="alert">
          {said}
        </p>
      )}
    </>
  )
}
