import { useStore } from '@nanostores/preact'
import { formatSize } from '../../core/text/format'
import { $merged, undoLastMerge } from '../../stores/backup/merged'
import { cancelRestoring } from '../../stores/backup/restore'
import { $restoring, decide, dismissRestoring, type Restored } from '../../stores/backup/restoring'
import { refusalWording } from '../../wording/refusal'
import { OtherEdition } from '../checklist/OtherEdition'
import { usePart } from '../ui/usePart'

interface Props {
  /** Called with true where the person begins a new checklist from what was imported. */
  onDone: (isStarting: boolean) => void
}

/** The progress of an import, and its outcome. */
export function RestorePanel({ onDone }: Props) {
  const restoring = useStore($restoring)
  const part = usePart(() => import('./RestoreDialog'), restoring.state !== 'idle')
  if (restoring.state === 'idle') return null
  if (restoring.state === 'asking') {
    if (part && typeof part === 'object')
      return <part.RestoreDialog question={restoring.question} decide={decide} />
    return (
      <section class="packing" aria-label="导入" aria-live="polite">
        <div class="width">
          <p class="packing-body">
            {part ? `要您决定的地方没有打开：${refusalWording[part]}` : '正在打开……'}
          </p>
          <button type="button" class="button" onClick={() => decide({ kind: 'leave' })}>
            不导入
          </button>
        </div>
      </section>
    )
  }
  const isBusy = restoring.state !== 'done'
  const close = (isStarting: boolean) => {
    dismissRestoring()
    onDone(isStarting)
  }
  return (
    <section class="packing" aria-label="导入" aria-live="polite">
      <div class="width">
        <div class="packing-body">
          {isBusy ? (
            <>
              <p>
                {restoring.state === 'reading' ? '正在读取' : '正在保存'}：{formatSize(restoring.bytesDone)} /{' '}
                {formatSize(restoring.bytes)}
              </p>
              <progress
                value={restoring.bytesDone}
                max={Math.max(1, restoring.bytes)}
                aria-label="导入进度"
              />
            </>
          ) : (
            <Results restoring={restoring} onStart={() => close(true)} />
          )}
        </div>
        <button type="button" class="button" onClick={() => (isBusy ? cancelRestoring() : close(false))}>
          {isBusy ? '停止导入' : '知道了'}
        </button>
      </div>
    </section>
  )
}

/** What came of it; it is told by a part, and without that at least that it is over. */
function Results({ restoring, onStart }: { restoring: Restored; onStart: () => void }) {
  const merged = useStore($merged)
  const part = usePart(() => import('./RestoreResults'), true)
  if (!part || typeof part === 'string')
    return <p>{part ? `导入完了：${refusalWording[part]}` : '正在打开……'}</p>
  return (
    <>
      <part.RestoreResults
        restoring={restoring}
        renderOther={checklist => <OtherEdition checklist={checklist} onStart={onStart} />}
      />
      {merged && restoring.outcomes.some(({ id }) => id === merged.after.id) && (
        <part.UndoMerge merged={merged} undo={() => undoLastMerge().then(dismissRestoring)} />
      )}
    </>
  )
}
