import type { Checklist } from '../core/checklist/checklist'
import type { Section } from '../core/checklist/progress'
import { changeChecklist } from '../stores/checklist'
import { refusalWording } from '../wording/refusal'
import { KeepSafe } from './backup/KeepSafe'
import { Sending } from './sending/Sending'
import { usePart } from './ui/usePart'

interface Props {
  sections: Section[]
  checklist: Checklist
  isShown: boolean
}

/** 核对报送, with what else is done at the end: backups, bringing back, the removed files. */
export function HandIn({ sections, checklist, isShown }: Props) {
  const hasRemoved = isShown && checklist.removed.length > 0
  const part = usePart(() => import('./checklist/RemovedFiles'), hasRemoved)
  return (
    <>
      <Sending sections={sections} checklist={checklist} isShown={isShown} />
      <section class="card">
        <KeepSafe checklist={checklist} />
        {hasRemoved && typeof part === 'string' && <p role="alert">移除的文件都在：{refusalWording[part]}</p>}
        {hasRemoved && part && typeof part === 'object' && (
          <part.RemovedFiles checklist={checklist} change={changeChecklist} />
        )}
      </section>
    </>
  )
}
