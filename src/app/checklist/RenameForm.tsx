import { useState } from 'preact/hooks'
import type { AttachedFile } from '../../core/checklist/checklist'
import type { Item } from '../../core/edition/catalogue'
import { splitExtension } from '../../core/text/filename'
import { changeChecklist } from '../../stores/checklist'

interface Props {
  item: Item
  file: AttachedFile
  onDone: () => void
}

/** Renames a file for the bundle; its extension stays. */
export function RenameForm({ item, file, onDone }: Props) {
  const [stem, extension] = splitExtension(file.name)
  const [draft, setDraft] = useState(stem)
  const submit = (event: Event) => {
    event.preventDefault()
    if (draft.trim() !== '') {
      changeChecklist({
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
