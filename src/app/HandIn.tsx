import type { Checklist } from '../core/checklist/checklist'
import type { Section } from '../core/checklist/progress'
import { changeChecklist } from '../stores/checklist'
import { KeepSafe } from './backup/KeepSafe'
import { Sending } from './sending/Sending'
import { Part } from './ui/Part'

interface Props {
  sections: Section[]
  checklist: Checklist
  isShown: boolean
}

/** 核对报送, with what else is done at the end: backups, bringing back, the removed files. */
export function HandIn({ sections, checklist, isShown }: Props) {
  return (
    <>
      <Sending sections={sections} checklist={checklist} isShown={isShown} />
      <section class="card">
        <KeepSafe checklist={checklist} />
        {isShown && checklist.removed.length > 0 && (
          <Part load={() => import('./checklist/RemovedFiles')} failed="移除的文件都在：">
            {({ RemovedFiles }) => <RemovedFiles checklist={checklist} change={changeChecklist} />}
          </Part>
        )}
      </section>
    </>
  )
}
