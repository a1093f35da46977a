import { useStore } from '@nanostores/preact'
import { useContext, useState } from 'preact/hooks'
import { $checklist } from '../../stores/checklist'
import { $recentItems, moveTo } from '../../stores/moving'
import { Part } from '../ui/Part'
import { SectionsContext } from './SectionsContext'

interface Props {
  /** The place that the files are at. */
  from: string
  /** Their SHA-256. */
  hashes: readonly string[]
  onDone: () => void
  /** What the button says. */
  label?: string
  class?: string
  /** Items to offer first. */
  likely?: readonly string[]
}

/** 移到…: asks for an item and moves files there. */
export function MoveButton({
  from,
  hashes,
  onDone,
  label = '移到…',
  class: look = 'button',
  likely = [],
}: Props) {
  const [isOpen, setOpen] = useState(false)
  const sections = useContext(SectionsContext)
  const checklist = useStore($checklist)
  const recent = useStore($recentItems)
  const choose = (to: string) => {
    setOpen(false)
    moveTo(
      from,
      hashes.map(sha256 => ({ sha256, from, to })),
    )
    onDone()
  }
  return (
    <>
      <button type="button" class={look} disabled={hashes.length === 0} onClick={() => setOpen(true)}>
        {label}
      </button>
      {isOpen && checklist && (
        <Part load={() => import('./ItemChooser')}>
          {({ ItemChooser }) => (
            <ItemChooser
              from={from}
              hashes={hashes}
              sections={sections}
              checklist={checklist}
              recent={[...new Set([...likely, ...recent])]}
              onChoose={choose}
              onClose={() => setOpen(false)}
            />
          )}
        </Part>
      )}
    </>
  )
}
