import { useState } from 'preact/hooks'
import type { AttachedFile, RemovedFile } from '../../core/checklist/checklist'
import type { Item } from '../../core/edition/catalogue'
import { changeChecklist } from '../../stores/checklist'
import { FileRow } from './FileRow'

interface Props {
  item: Item
  files: AttachedFile[]
  /** Files removed from this item. */
  removed: RemovedFile[]
  /** Ids of the other items that use the same bytes, by SHA-256; only files that have any. */
  shared: Record<string, string[]>
}

/** Files of an item drawn at once; a button shows more. A folder of a thousand photos must not stop the page. */
const shownAtOnce = 20
const opened = new Date().toISOString()

/** The files of one item, and 撤销 for each one removed since the page was opened. */
export function Attachments({ item, files, removed, shared }: Props) {
  const [most, setMost] = useState(shownAtOnce)
  const undoable = removed.filter(entry => entry.removed >= opened)
  return (
    <>
      {files.length > 0 && (
        <ul class="files">
          {files.slice(0, most).map(file => (
            <FileRow key={file.sha256} item={item} file={file} others={shared[file.sha256] ?? []} />
          ))}
        </ul>
      )}
      {files.length > most && (
        <button type="button" class="button quiet" onClick={() => setMost(most + 200)}>
          再显示 {Math.min(200, files.length - most)} 个（共 {files.length} 个文件）
        </button>
      )}
      {undoable.map(({ file, removed }) => (
        <p key={removed + file.sha256} class="undo">
          已移除“{file.name}”
          <button
            type="button"
            class="link"
            onClick={() => changeChecklist({ kind: 'restore-file', item: item.id, sha256: file.sha256 })}
          >
            撤销
          </button>
        </p>
      ))}
    </>
  )
}
