import { useStore } from '@nanostores/preact'
import { formatSize } from '../core/format'
import { $bytesRead, type Arrival, resumeVerifying, stopVerifying } from '../stores/intake'
import { ArrivalRow } from './ArrivalRow'
import { isTrouble } from './arrival-trouble'
import type { IntakeContent } from './start-intake'

interface Props {
  arrivals: readonly Arrival[]
  content: IntakeContent
}

/** Everything that was dropped: how far verifying is, what needs a look, and the whole list. */
export function Arrivals({ arrivals, content }: Props) {
  const troubles = arrivals.filter(arrival => isTrouble(arrival, content.catalogue.edition))
  const rest = arrivals.filter(arrival => !troubles.includes(arrival))
  const stopped = arrivals.filter(({ refusal }) => refusal === 'cancelled').map(({ id }) => id)
  const bytes = arrivals.reduce((sum, { size }) => sum + size, 0)
  return (
    <section class="arrivals" aria-label="收到的文件">
      <VerifyingStatus arrivals={arrivals} />
      {stopped.length > 0 && (
        <p class="stopped">
          按您的要求停止，还有 {stopped.length} 个没有核验。{' '}
          <button type="button" class="button" onClick={() => resumeVerifying(stopped)}>
            继续核验
          </button>
        </p>
      )}
      {troubles.length > 0 && (
        <div class="card troubles">
          <h2>需要看一下的文件（{troubles.length}）</h2>
          <ul>
            {troubles.map(arrival => (
              <ArrivalRow key={arrival.id} arrival={arrival} content={content} />
            ))}
          </ul>
        </div>
      )}
      {rest.length > 0 && (
        <details class="all-arrivals">
          <summary>
            收到的文件 {arrivals.length} 个，{formatSize(bytes)}
            {troubles.length > 0 && `（其中 ${troubles.length} 个列在上面）`}
          </summary>
          <ul>
            {rest.map(arrival => (
              <ArrivalRow key={arrival.id} arrival={arrival} content={content} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** Drawn by itself: it changes ten times a second. */
function VerifyingStatus({ arrivals }: { arrivals: readonly Arrival[] }) {
  const bytesRead = useStore($bytesRead)
  const open = arrivals.filter(({ state }) => state === 'waiting' || state === 'verifying')
  const current = open.find(({ state }) => state === 'verifying') ?? open[0]
  if (!current) {
    const verified = arrivals.filter(({ state }) => state === 'verified').length
    return (
      <p class="hidden" role="status">
        核验完毕，共 {verified} 个文件。
      </p>
    )
  }
  const bytes = arrivals.reduce((sum, { size }) => sum + size, 0)
  const left = open.reduce((sum, { size }) => sum + size, 0)
  const done = bytes - left + Math.min(bytesRead, current.size)
  return (
    <div class="card verifying">
      <p>
        正在核验第 {arrivals.length - open.length + 1} 个，共 {arrivals.length} 个：
        <strong>{current.name}</strong>
      </p>
      <p class="amount">
        {formatSize(done)} / {formatSize(bytes)}
      </p>
      <button type="button" class="button" onClick={stopVerifying}>
        停止核验
      </button>
      <progress value={done} max={Math.max(1, bytes)} aria-label="核验进度" />
    </div>
  )
}
