import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import type { Arrival } from '../../core/intake/arrival'
import { isTrouble } from '../../core/intake/arrival'
import { formatSize } from '../../core/text/format'
import { $removableArrivals } from '../../stores/intake/hand-ins'
import { getCatalogue } from '../../stores/page'
import { ArrivalRow } from './ArrivalRow'

interface Props {
  arrivals: readonly Arrival[]
}

/** Arrivals in need of a look that are shown at once: a folder may hold hundreds of other files. */
const mostTroubles = 5

/** Everything that was dropped: what needs a look, and the rest of the list. */
export function Arrivals({ arrivals }: Props) {
  const [isWhole, setWhole] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const damaged = useStore($removableArrivals).size
  const troubles = arrivals.filter(arrival => isTrouble(arrival, getCatalogue().edition))
  const shown = isWhole ? troubles : troubles.slice(0, mostTroubles)
  const rest = arrivals.filter(arrival => !troubles.includes(arrival))
  const bytes = arrivals.reduce((sum, { size }) => sum + size, 0)
  const list = (some: readonly Arrival[]) => (
    <ul>
      {some.map(arrival => (
        <ArrivalRow key={arrival.id} arrival={arrival} />
      ))}
    </ul>
  )
  return (
    <section class="arrivals" id="arrivals" aria-label="收到的文件">
      {troubles.length > 0 && (
        <div class="card troubles">
          <h2>需要看一下的文件（{troubles.length}）</h2>
          {list(shown)}
          {shown.length < troubles.length && (
            <button type="button" class="button" onClick={() => setWhole(true)}>
              显示全部 {troubles.length} 个
            </button>
          )}
        </div>
      )}
      {rest.length > 0 && (
        <details class="all-arrivals" onToggle={event => setOpen(event.currentTarget.open)}>
          <summary>
            收到的文件 {arrivals.length} 个，{formatSize(bytes)}
            {troubles.length > 0 && `（其中 ${troubles.length} 个列在上面）`}
            {damaged > 0 && `，有 ${damaged} 个坏的可以移出`}
          </summary>
          {isOpen && list(rest)}
        </details>
      )}
    </section>
  )
}
