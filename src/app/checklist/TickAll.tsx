import { useState } from 'preact/hooks'
import type { Change } from '../../core/checklist/change'
import { answerOf, type Checklist } from '../../core/checklist/checklist'
import { hintOf } from '../../core/checklist/progress'
import type { Item } from '../../core/edition/catalogue'

interface Props {
  items: readonly Item[]
  checklist: Checklist
  change: (change: Change) => void
}

/** 有附件的 38 项都勾上: ticks at once what has files and no tick, with 撤销 in its place. */
export function TickAll({ items, checklist, change }: Props) {
  const [ticked, setTicked] = useState<string[]>([])
  const open = items.filter(item => hintOf(item, answerOf(checklist, item.id)) === 'files-without-tick')
  const set = (items: string[], ready: boolean) => {
    change({ kind: 'set-all-ready', items, ready })
    setTicked(ready ? items : [])
  }
  if (ticked.length > 0)
    return (
      <div class="strip is-good" aria-live="polite">
        <p>✓ 已勾上 {ticked.length} 项</p>
        <button type="button" class="button" onClick={() => set(ticked, false)}>
          撤销
        </button>
      </div>
    )
  if (open.length < 2) return null
  return (
    <div class="strip is-care">
      <p>{open.length} 项已有附件，还没有勾选。</p>
      <button
        type="button"
        class="button"
        onClick={() =>
          set(
            open.map(({ id }) => id),
            true,
          )
        }
      >
        有附件的 {open.length} 项都勾上
      </button>
    </div>
  )
}
