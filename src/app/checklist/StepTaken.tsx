import { useStore } from '@nanostores/preact'
import { $step, undoStep } from '../../stores/moving'

/** What was just done with files here, with its 撤销; what was moved from one item to another is said at both. */
export function StepTaken({ place }: { place: string }) {
  const step = useStore($step)
  if (!step || (step.place !== place && !(step.place && step.items[0] === place))) return null
  const { kind, files, items } = step
  const to = items.length > 1 ? `${items.length} 项` : items[0] || '“待归类”'
  return (
    <div class="strip is-good" aria-live="polite">
      <p>{kind === 'moved' ? `✓ 已把 ${files} 个文件归入 ${to}` : `✓ 已移除 ${files} 个文件`}</p>
      <button type="button" class="button" onClick={undoStep}>
        撤销
      </button>
    </div>
  )
}
