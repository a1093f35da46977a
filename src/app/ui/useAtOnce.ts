import type { ReadableAtom } from 'nanostores'
import { useLayoutEffect, useState } from 'preact/hooks'

/**
 * The store's value, drawn before the browser's next task. `useStore` draws by a timer, which a busy or hidden page puts
 * off: too late for what must not be said a moment longer than it is true.
 */
export function useAtOnce<Value>(store: ReadableAtom<Value>): Value {
  const [value, setValue] = useState(store.get())
  useLayoutEffect(() => store.subscribe(next => setValue(() => next)), [store])
  return value
}
