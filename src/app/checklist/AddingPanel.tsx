import { useStore } from '@nanostores/preact'
import { formatSize } from '../../core/text/format'
import { $adding, $underWay, dismissActive, dismissRefused } from '../../stores/adding'
import { cancelAdding, removeActive } from '../../stores/attachments'
import { Part } from '../ui/Part'

/** The progress of adding files, a button to stop it, and what the person must be told of some of them. */
export function AddingPanel() {
  const { total, done, bytes, bytesRead, current, refused, active, litter } = useStore($adding)
  const isBusy = useStore($underWay).length > 0
  const isTold = refused.length + litter.length + active.length > 0
  if (!isBusy && !isTold) return null
  return (
    <section class="adding" aria-label="添加附件" aria-live="polite">
      <div class="width">
        {isBusy && (
          <>
            <div class="adding-head">
              <p>
                {total === 0
                  ? '正在读取……'
                  : `正在添加 ${done}/${total} 个文件，${formatSize(bytesRead)} / ${formatSize(bytes)}　${current}`}
              </p>
              <button type="button" class="button" onClick={cancelAdding}>
                停止添加
              </button>
            </div>
            <progress value={bytesRead} max={bytes} aria-label="添加进度" />
          </>
        )}
        {isTold && (
          <Part
            load={() => import('./AddingNotes')}
            failed={
              refused.length > 0 ? `有 ${refused.length} 个文件没有添加，原因没有打开：` : '有提示没有打开：'
            }
          >
            {({ AddingNotes }) => (
              <AddingNotes {...{ refused, active, litter, dismissRefused, dismissActive, removeActive }} />
            )}
          </Part>
        )}
      </div>
    </section>
  )
}
