import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** The element that something is shown in, and its inner size in CSS pixels, which follows the window. */
export function useStage<Stage extends HTMLElement>(): {
  stage: RefObject<Stage | null>
  width: number
  height: number
} {
  const stage = useRef<Stage>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const element = stage.current
    if (!element) return
    // Rounded up, what fills it would be a hair too large, and it would scroll.
    const measure = () => {
      const { width, height } = element.getBoundingClientRect()
      setSize({ width: Math.floor(width), height: Math.floor(height) })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { stage, ...size }
}
