import { useStore } from '@nanostores/preact'
import { formatSize } from '../../core/text/format'
import { $adding, cancelAdding, dismissRefused } from '../../stores/attachments'
import { fileRefusalWording } from '../../wording/checklist'

/** The progress of adding files, a button to stop it, and each refused file with the reason. */
export function AddingPanel() {
  const { total, done, bytes, bytesRead, current, refused } = useStore($adding)
  const isBusy = total > 0
  if (!isBusy && refused.length === 0) return null
  return (
    <section class="adding" aria-label="添加附件" aria-live="polite">
      <div class="width">
        {isBusy && (
          <>
            <div class="adding-head">
              <p>
                正在添加 {done}/{total} 个文件，{formatSize(bytesRead)} / {formatSize(bytes)}　{current}
              </p>
              <button type="button" class="button" onClick={cancelAdding}>
                停止添加
              </button>
            </div>
            <progress value={bytesRead} max={bytes} aria-label="添加进度" />
          </>
        )}
        {refused.length > 0 && (
          <>
            <div class="adding-head">
              <p>有 {refused.length} 个文件没有添加，其他文件不受影响：</p>
              <button type="button" class="button" onClick={dismissRefused}>
                知道了
              </button>
            </div>
            <ul>
              {refused.map(({ item, name, reason }, i) => (
                <li key={i}>
                  {item} <strong>{name}</strong> {fileRefusalWording[reason]}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}
