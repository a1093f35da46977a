/**
 * The page's views: elements with `data-step`, of which one is shown. Which one, the address says: `#item-7-1-1` is somewhere in
 * one of them. Links need no code, and the browser's way back works.
 */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks'

/** The view that holds the target of the address; `first` until the address leads to one. */
export function useView(first: string): string {
  const [view, setView] = useState(first)
  const [hash, setHash] = useState('')
  useEffect(() => {
    const follow = () => {
      const id = decodeURIComponent(location.hash.slice(1))
      const step = document.getElementById(id)?.closest<HTMLElement>('[data-step]')?.dataset.step
      if (!step) return
      setView(step)
      setHash(id)
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  // The browser could not scroll to what was hidden. A view, or what it begins with, leads to its top: what comes later then pushes nothing.
  useLayoutEffect(() => {
    const target = document.getElementById(hash)
    if (!target) return
    const isTop = target.dataset.step || target.matches('[data-step] > :first-child')
    if (isTop) scrollTo(0, 0)
    else target.scrollIntoView()
  }, [view, hash])
  return view
}
