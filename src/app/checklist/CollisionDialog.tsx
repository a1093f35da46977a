import { useState } from 'preact/hooks'
import type { Collision } from '../../core/checklist/collision'
import { Dialog } from '../ui/Dialog'
import { keepsBoth, TextChoice } from './TextChoice'

interface Props {
  collision: Collision
  choose: (collision: Collision, text: string) => void
}

/** The same text was written in two windows: neither is lost, a person chooses. Closing it keeps both. A part of the page. */
export function CollisionDialog({ collision, choose }: Props) {
  const { checklist, conflict } = collision
  const { mine, theirs, field } = conflict
  const both = keepsBoth(field) ? `${mine}\n${theirs}` : mine
  const [chosen, setChosen] = useState(both)
  return (
    <Dialog title="两个窗口里写的不一样" onClose={() => choose(collision, both)}>
      <p>
        “{checklist.unit.name}”的这一处，您在本页写的时候，另一个窗口也改了，并且已经保存。请选择保留哪一个：
      </p>
      <div class="conflicts">
        <TextChoice
          conflict={conflict}
          labels={['本页写的', '另一个窗口写的']}
          chosen={chosen}
          onChoose={setChosen}
        />
      </div>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => choose(collision, chosen)}>
          保留选中的
        </button>
      </div>
    </Dialog>
  )
}
