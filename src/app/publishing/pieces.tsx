/** Small things that several views of the publisher's page show. */
import type { ComponentChildren } from 'preact'
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
