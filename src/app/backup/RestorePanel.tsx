import { useStore } from '@nanostores/preact'
import type { RestoreOutcome } from '../../core/backup/outcome'
import { formatSize } from '../../core/text/format'
import { $restoring, cancelRestoring, decide, dismissRestoring } from '../../stores/backup/restore'
import { sayRestoreProblem } from '../../wording/bundle'
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
            <>
              {restoring.outcomes.map((outcome, i) => (
                <Outcome key={i} outcome={outcome} />
              ))}
              {restoring.refusal && (
                <p class="wrong">
                  导入没有做完：{refusalWording[restoring.refusal]}已经导入的都在，可以再导入一次。
                </p>
              )}
              {restoring.refused.length > 0 && (
                <ul>
                  {restoring.refused.map(({ name, problem }, i) => (
                    <li key={i}>
                      <strong>{name}</strong> {sayRestoreProblem(problem)}
                      {problem.code === 'other-edition' && (
                        <OtherEdition checklist={problem.checklist} onStart={() => close(true)} />
                      )}
                    </li>
                  ))}
                </ul>
              )}
              {restoring.outcomes.length + restoring.refused.length === 0 && !restoring.refusal && (
                <p>没有导入任何内容，原来的清单没有改动。</p>
              )}
            </>
          )}
        </div>
        <button type="button" class="button" onClick={() => (isBusy ? cancelRestoring() : close(false))}>
          {isBusy ? '停止导入' : '知道了'}
        </button>
      </div>
    </section>
  )
}

function Outcome({ outcome }: { outcome: RestoreOutcome }) {
  const { unit, files, missing, missingVolumes, volumes } = outcome
  return (
    <>
      <p>
        <strong>已导入“{unit}”</strong>：
        {files > 0 ? `新增 ${files} 个文件，文字和勾选已合并。` : '文字和勾选已合并，没有新的文件。'}
        {missingVolumes.length > 0 &&
          `这个材料包共 ${volumes} 卷，缺第 ${missingVolumes.join('、')} 卷，请再导入缺的卷。`}
      </p>
      {missing.length > 0 && (
        <p class="wrong">
          有 {missing.length} 个文件只有名称、没有内容，请导入缺的卷或重新添加：
          {missing.slice(0, 20).join('；')}
          {missing.length > 20 ? '……' : ''}
        </p>
      )}
    </>
  )
}
