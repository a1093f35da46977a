import { useState } from 'preact/hooks'
import type { Checklist } from '../../core/checklist/checklist'
import { addPicked } from '../../stores/attachments'
import { changeChecklist } from '../../stores/checklist'
import { getCatalogue } from '../../stores/page'
import { Part } from '../ui/Part'

/** 报告另附: the unit's own file is the report; the window in which it is chosen is fetched when it is needed. */
export function ReportFile({ checklist }: { checklist: Checklist }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        报告另附…
      </button>
      {isOpen && (
        <Part load={() => import('./ReportFileDialog')}>
          {({ ReportFileDialog }) => (
            <ReportFileDialog
              checklist={checklist}
              item={getCatalogue().report.item}
              add={addPicked}
              change={changeChecklist}
              onClose={() => setOpen(false)}
            />
          )}
        </Part>
      )}
    </>
  )
}
