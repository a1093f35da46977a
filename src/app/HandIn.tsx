import type { Checklist } from '../core/checklist/checklist'
import type { Section } from '../core/checklist/progress'
import { KeepSafe } from './backup/KeepSafe'
import { RemovedFiles } from './checklist/RemovedFiles'
import { Sending } from './sending/Sending'

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
        {checklist.removed.length > 0 && <RemovedFiles checklist={checklist} />}
      </section>
    </>
  )
}
