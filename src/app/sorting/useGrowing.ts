import { useEffect, useState } from 'preact/hooks'

/** As many as are drawn without being felt. */
const step = 60

/** The list, more of it from one turn to the next: ten thousand rows at once would stop the page. */
export function useGrowing<Value>(list: readonly Value[]): readonly Value[] {
  const [most, setMost] = useState(step)
  useEffect(() => {
    if (most >= list.length) return
    const timer = setTimeout(() => setMost(most + step), 30)
    return () => clearTimeout(timer)
  }, [most, list.length])
  return list.length > most ? list.slice(0, most) : list
}
