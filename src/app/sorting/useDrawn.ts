import { useEffect, useRef, useState } from 'preact/hooks'
import { type Drawn, drawMore, nothingDrawn } from '../../core/sorting/drawn'
import type { NumberedGroups } from '../../core/sorting/groups'

/** As many files as are drawn without being felt. */
const step = 40

/** The groups as they are drawn, more of them from one turn to the next. */
export function useDrawn(groups: NumberedGroups): Drawn['groups'] {
  const [turn, setTurn] = useState(0)
  const drawn = useRef(nothingDrawn)
  drawn.current = drawMore(groups, drawn.current, step)
  const { groups: list, isAll } = drawn.current
  useEffect(() => {
    if (isAll) return
    const timer = setTimeout(() => setTurn(turn + 1), 20)
    return () => clearTimeout(timer)
  })
  return list
}
