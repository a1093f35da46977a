interface Props {
  label: string
  /** Id of the element that the text is about. */
  describedBy: string
  value: string
  /** Lines of the empty box. */
  rows?: number
  id?: string
  placeholder?: string
  onInput: (value: string) => void
}

/** A box that grows with its text: a hidden copy of the text beside it gives both their height. */
export function TextBox({ label, describedBy, value, rows = 1, id, placeholder = label, onInput }: Props) {
  return (
    <div class="text-box">
      <span class="copy" aria-hidden="true">
        {value}{' '}
      </span>
      <textarea
        id={id}
        rows={rows}
        aria-label={label}
        aria-describedby={describedBy}
        placeholder={placeholder}
        value={value}
        onInput={event => onInput(event.currentTarget.value)}
      />
    </div>
  )
}
