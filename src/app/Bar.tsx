import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import type { Checklist } from '../core/checklist/checklist'
import type { Progress } from '../core/checklist/progress'
import { $underWay } from '../stores/adding'
import { $packing, downloadBundle } from '../stores/bundle/bundle'
import { $saving, changeChecklist, type Saving, saveQueue } from '../stores/checklist'
import { getCatalogue } from '../stores/page'
import { $storage } from '../stores/units'
import { saveRefusalWording } from '../wording/checklist'
import { UnitFields } from './checklist/UnitFields'
import { Units } from './checklist/Units'
import { StepTabs } from './StepTabs'
import { Dialog } from './ui/Dialog'
import { tellHeight } from './ui/tell-height'
import { useAtOnce } from './ui/useAtOnce'

interface Props {
  /** Id of the view that is shown. */
  view: string
  checklist: Checklist
  progress: Progress
  onAddUnit: () => void
}

const tellBar = tellHeight('--bar')

/** The bar on top: the unit, the three steps, whether all is saved, and 下载材料包. */
export function Bar({ view, checklist, progress, onAddUnit }: Props) {
  const [open, setOpen] = useState<'edit' | 'units' | null>(null)
  const packing = useStore($packing)
  // A bundle packed now would lack the files that are still being added.
  const isAdding = useStore($underWay).length > 0
  const { unit } = checklist
  const departments = getCatalogue().departments.filter(department =>
    unit.departments.includes(department.id),
  )
  const about = checklist.part?.team ?? departments.map(department => department.name).join('、')
  const close = () => setOpen(null)
  return (
    <div ref={tellBar} class="bar">
      <div class="width">
        <div class="who">
          <h1>{unit.name}</h1>
          <p>
            <span class="departments" title={about}>
              {about}
            </span>
            {!checklist.part && (
              <button type="button" class="link" onClick={() => setOpen('edit')}>
                修改
              </button>
            )}
            <button type="button" class="link" onClick={() => setOpen('units')}>
              切换单位
            </button>
          </p>
        </div>
        <StepTabs view={view} checklist={checklist} progress={progress} />
        <div class="next">
          <SavedStatus />
          <button
            type="button"
            class="button"
            disabled={isAdding || packing.state === 'packing'}
            onClick={() => void downloadBundle()}
          >
            下载材料包
          </button>
        </div>
      </div>
      {open === 'edit' && (
        <Dialog title="修改单位信息" onClose={close}>
          <UnitFields
            unit={unit}
            action="保存修改"
            onCancel={close}
            onSubmit={changed => {
              changeChecklist({ kind: 'set-unit', unit: changed })
              close()
            }}
          />
        </Dialog>
      )}
      {open === 'units' && (
        <Units current={checklist.id} onAdd={onAddUnit} onSwitch={close} onClose={close} />
      )}
    </div>
  )
}

/** Says 已保存 only after the transaction completed; where it failed, the reason and 重试. */
function SavedStatus() {
  const saving = useAtOnce($saving)
  const storage = useStore($storage)
  return (
    <span class={`saved is-${saving.state}`}>
      <span role="status">{saySaving(saving, storage?.kind === 'memory')}</span>
      {saving.state === 'failed' && saving.refusal !== 'checklist-gone' && (
        <button type="button" class="link" onClick={saveQueue}>
          重试
        </button>
      )}
    </span>
  )
}

function saySaving(saving: Saving, isMemory: boolean): string {
  switch (saving.state) {
    case 'idle':
      return '填写后自动保存'
    case 'saving':
      return '正在保存…'
    case 'saved':
      return isMemory ? '仅在本页暂存' : `已保存 ${formatTime(saving.at)}`
    case 'failed':
      return `${saving.unit ? `“${saving.unit}”` : ''}${saveRefusalWording[saving.refusal]}`
  }
}

function formatTime(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}
