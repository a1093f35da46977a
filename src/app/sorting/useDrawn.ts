import { useEffect, useRef, useState } from 'preact/hooks'
import { type Drawn, drawMore, type FileGroup } from '../../core/sorting/groups'

/** As many files as are drawn without being felt. */
const step = 60

/**
 * What is drawn of the groups, more of it from one turn to the next: ten thousand rows at once would stop the page, and so would as many
 * that get another group.
 */
export function useDrawn(groups: readonly FileGroup[]): Drawn['filesOf'] {
  const [turn, setTurn] = useState(0)
  const drawn = useRef<Drawn>({ groupOf: new Map(), filesOf: new Map(), isAll: true })
  drawn.current = drawMore(groups, drawn.current, step)
  const { filesOf, isAll } = drawn.current
  useEffect(() => {
    if (isAll) return
    const timer = setTimeout(() => setTurn(turn + 1), 30)
    return () => clearTimeout(timer)
  })
  return filesOf
}
