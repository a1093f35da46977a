import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** A modal window with a title and a way to close it; the browser keeps the focus inside. `onClose` is called once. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ComponentChildren
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const isClosed = useRef(false)
  useEffect(() => dialog.current?.showModal(), [])

  // On a busy page the close event comes after the next key: what that key opened must not be closed by it. So Escape is
  // answered at its cancel event, and the close event of a dialog that is gone means nothing.
  function close() {
    if (isClosed.current || !dialog.current) return
    isClosed.current = true
    dialog.current.close()
    onClose()
  }

  return (
    <dialog
      ref={dialog}
      aria-label={title}
      // A file input inside sends a cancel event of its own through here.
      onCancel={({ target, currentTarget }) => target === currentTarget && close()}
      onClose={close}
    >
      <div class="dialog-head">
        <h2>{title}</h2>
        <button type="button" class="button quiet" onClick={close}>
          关闭
        </button>
      </div>
      {children}
    </dialog>
  )
}
