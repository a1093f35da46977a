import type { ReadableAtom } from 'nanostores'
import { useLayoutEffect, useState } from 'preact/hooks'

/**
 * The store's value, drawn before the browser's next task. `useStore` draws by a timer, which the browser delays in a
 * busy or hidden page: 已保存 would stay on screen after it is no longer true.
 */
export function useAtOnce<Value>(store: ReadableAtom<Value>): Value {
  const [value, setValue] = useState(store.get())
  useLayoutEffect(() => store.subscribe(next => setValue(() => next)), [store])
  return value
}
