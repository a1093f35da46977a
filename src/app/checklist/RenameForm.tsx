import { useState } from 'preact/hooks'
import type { Change } from '../../core/checklist/change'
import type { AttachedFile } from '../../core/checklist/checklist'
import type { Item } from '../../core/edition/catalogue'
import { splitExtension } from '../../core/text/filename'

interface Props {
  item: Item
  file: AttachedFile
  change: (change: Change) => void
  onDone: () => void
}

/** Renames a file for the bundle; its extension stays. A part of the page. */
export function RenameForm({ item, file, change, onDone }: Props) {
  const [stem, extension] = splitExtension(file.name)
  const [draft, setDraft] = useState(stem)
  const submit = (event: Event) => {
    event.preventDefault()
    if (draft.trim() !== '') {
      change({
        kind: 'rename-file',
        item: item.id,
        sha256: file.sha256,
        name: draft.trim() + extension,
      })
    }
    onDone()
  }
  return (
    <form class="file-actions" onSubmit={submit}>
      <label class="rename">
        新名称
        <input type="text" value={draft} onInput={event => setDraft(event.currentTarget.value)} />
        {extension}
      </label>
      <button type="submit" class="button primary">
        保存名称
      </button>
      <button type="button" class="button" onClick={onDone}>
        取消
      </button>
      {file.name !== file.originalName && <small>原文件名：{file.originalName}</small>}
    </form>
  )
}
