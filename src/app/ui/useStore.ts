import type { ReadableAtom } from 'nanostores'
import { useEffect, useState } from 'preact/hooks'

/** The store's value. After a change the component is redrawn in a task of its own, so that many changes in a row draw once. */
export function useStore<Value>(store: ReadableAtom<Value>): Value {
  const [, redraw] = useState({})
  const value = store.get()
  useEffect(() => {
    // Changed between drawing and listening.
    if (store.get() !== value) redraw({})
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = store.listen(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        redraw({})
      })
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store])
  return value
}
