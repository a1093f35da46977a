import { useEffect, useRef } from 'preact/hooks'

/** Buttons that keys press, by their `data-key`: whoever draws one says which key it has. */
const keys: Record<string, string> = {
  1: '1',
  2: '2',
  3: '3',
  4: '4',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

interface Steps {
  next: () => void
  previous: () => void
}

/**
 * Keys of the reading view: digits for a verdict, arrows for files, with Alt also for items. A box keeps its own keys, but for
 * Ctrl+Enter, which goes on.
 */
export function useReviewKeys(steps: Steps): void {
  const latest = useRef(steps)
  latest.current = steps
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, altKey, ctrlKey, metaKey, target } = event
      if (document.querySelector('dialog[open]')) return
      const step = stepOf(event)
      if (step) {
        event.preventDefault()
        return latest.current[step]()
      }
      const isField = target instanceof Element && target.closest('input, textarea, select') !== null
      const name = keys[key]
      if (!name || isField || altKey || ctrlKey || metaKey) return
      const button = document.querySelector<HTMLButtonElement>(`.review [data-key="${name}"]`)
      if (!button || button.disabled) return
      event.preventDefault()
      button.click()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

function stepOf({ key, altKey, ctrlKey }: KeyboardEvent): keyof Steps | null {
  if (ctrlKey && key === 'Enter') return 'next'
  if (altKey && key === 'ArrowDown') return 'next'
  return altKey && key === 'ArrowUp' ? 'previous' : null
}
