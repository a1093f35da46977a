import { useState } from 'preact/hooks'
import type { Change } from '../../core/checklist/change'
import type { Checklist } from '../../core/checklist/checklist'
import { formatSize } from '../../core/text/format'

interface Props {
  checklist: Checklist
  change: (change: Change) => void
}

/**
 * Files taken off an item, to be brought back one by one or let go for good. A part of the page.
 *
 * Decision: Removing a file keeps its bytes. They go when 最近移除的文件 is emptied, so 撤销 works after the page was closed.
 */
export function RemovedFiles({ checklist, change }: Props) {
  const [isAsked, setAsked] = useState(false)
  const count = checklist.removed.length
  const bytes = checklist.removed.reduce((sum, { file }) => sum + file.size, 0)
  return (
    <details class="removed">
      <summary>
        最近移除的文件：{count} 个，{formatSize(bytes)}
      </summary>
      <ul>
        {checklist.removed.map(({ item, file, removed }) => (
          <li key={removed + item + file.sha256}>
            <span>
              {item || '待归类'} {file.name}（{formatSize(file.size)}）
            </span>
            <button
              type="button"
              class="button"
              onClick={() => change({ kind: 'restore-file', item, sha256: file.sha256 })}
            >
              恢复
            </button>
          </li>
        ))}
      </ul>
      <p>移除的文件不进材料包，但还占着存储空间。清空以后不能再恢复。</p>
      {isAsked ? (
        <div class="notice wrong" role="alert">
          <p>
            要清空吗？这 {count} 个文件会从这台电脑的浏览器里删掉，不能再恢复。您自己电脑上的原文件不受影响。
          </p>
          <div class="actions">
            <button
              type="button"
              class="button danger"
              onClick={() => {
                setAsked(false)
                change({ kind: 'empty-removed' })
              }}
            >
              确定清空
            </button>
            <button type="button" class="button" onClick={() => setAsked(false)}>
              不清空
            </button>
          </div>
        </div>
      ) : (
        <button type="button" class="button" onClick={() => setAsked(true)}>
          清空
        </button>
      )}
    </details>
  )
}
