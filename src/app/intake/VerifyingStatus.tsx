import { useStore } from '@nanostores/preact'
import type { Arrival } from '../../core/intake/arrival'
import { formatSize } from '../../core/text/format'
import { $bytesRead, $isVerifying, resumeVerifying, stopVerifying } from '../../stores/intake/arrivals'

/** Progress of verifying, and the files that were stopped. A component of its own, since it changes some times a second. */
export function VerifyingStatus({ arrivals }: { arrivals: readonly Arrival[] }) {
  const bytesRead = useStore($bytesRead)
  const isVerifying = useStore($isVerifying)
  const open = arrivals.filter(({ state }) => state === 'waiting' || state === 'verifying')
  const current = open.find(({ state }) => state === 'verifying') ?? open[0]
  if (!current) {
    const stopped = arrivals.filter(({ refusal }) => refusal === 'cancelled').map(({ id }) => id)
    const verified = arrivals.filter(({ state }) => state === 'verified').length
    return (
      <>
        <p class="hidden" role="status">
          {isVerifying ? '正在汇总。' : `核验完毕，共 ${verified} 个文件。`}
        </p>
        {stopped.length > 0 && (
          <p class="stopped">
            按您的要求停止，还有 {stopped.length} 个没有核验。{' '}
            <button type="button" class="button" onClick={() => resumeVerifying(stopped)}>
              继续核验
            </button>
          </p>
        )}
      </>
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
