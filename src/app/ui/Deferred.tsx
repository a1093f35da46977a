import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

interface Props {
  /** What is drawn is made of it. */
  of: unknown
  isShown: boolean
  children: () => ComponentChildren
}

/** What is not shown is there from the start, but follows what it is made of in a task of its own: what is shown is drawn first. */
export function Deferred({ of, isShown, children }: Props) {
  const drawn = useRef<ComponentChildren>(null)
  const isDue = useRef(true)
  const [, draw] = useState({})
  if (isShown || isDue.current) drawn.current = children()
  isDue.current = false
  useEffect(() => {
    if (isShown) return
    const timer = setTimeout(() => {
      isDue.current = true
      draw({})
    })
    return () => clearTimeout(timer)
  }, [of, isShown])
  return <>{drawn.current}</>
}
