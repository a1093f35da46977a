import { useState } from 'preact/hooks'
import type { Change } from '../../core/checklist/change'
import type { AttachedFile } from '../../core/checklist/checklist'
import type { Section } from '../../core/checklist/progress'
import type { Item } from '../../core/edition/catalogue'

interface Props {
  sections: readonly Section[]
  item: Item
  file: AttachedFile
  /** Ids of items that use the file already. */
  others: string[]
  change: (change: Change) => void
  onDone: () => void
}

/** 也用于其他材料项: chooses further items for a file, whose bytes stay stored once. A part of the page. */
export function ShareForm({ sections, item, file, others, change, onDone }: Props) {
  const [chosen, setChosen] = useState<string[]>([])
  const items = sections
    .flatMap(section => section.items)
    .filter(other => other.id !== item.id && !others.includes(other.id))
  const submit = (event: Event) => {
    event.preventDefault()
    if (chosen.length > 0) change({ kind: 'share-file', item: item.id, sha256: file.sha256, items: chosen })
    onDone()
  }
  return (
    <form class="share" onSubmit={submit}>
      <fieldset>
        <legend>“{file.name}”还能印证哪些材料项？</legend>
        <div class="share-list">
          {items.map(({ id, text }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={event =>
                  setChosen(
                    event.currentTarget.checked ? [...chosen, id] : chosen.filter(other => other !== id),
                  )
                }
              />
              <span>
                <span class="id">{id}</span> {text}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="actions">
        <button type="submit" class="button primary">
          确定
        </button>
        <button type="button" class="button" onClick={onDone}>
          取消
        </button>
      </div>
    </form>
  )
}
