import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { downloadText } from '../stores/backup/backup'
import { $restoring } from '../stores/backup/restore'
import { $packing } from '../stores/bundle/bundle'
import { $inventory } from '../stores/bundle/inventory'
import { $checklist, $collisions, $gone, chooseText, letGo, saveAgain } from '../stores/checklist'
import { $reportDownload } from '../stores/report/report'
import { $storage, $units } from '../stores/units'
import { storageWording } from '../wording/checklist'
import { refusalWording } from '../wording/refusal'
import { HalfImport } from './backup/HalfImport'
import { RestorePanel } from './backup/RestorePanel'
import { InventoryPanel } from './bundle/InventoryPanel'
import { InventoryPreview } from './bundle/InventoryPreview'
import { PackingPanel } from './bundle/PackingPanel'
import { Checklist } from './Checklist'
import { AddingPanel } from './checklist/AddingPanel'
import { ExportRaw, UnreadableUnits } from './checklist/UnreadableUnits'
import { DragFrame } from './DragFrame'
import { ReportPanel } from './report/ReportPanel'
import { SilenceBanner } from './SilenceBanner'
import { StartForm } from './StartForm'
import { usePart } from './ui/usePart'

/** The whole checklist page: the start form, or the open checklist. */
export function Page({ preselected }: { preselected: string[] }) {
  const checklist = useStore($checklist)
  const storage = useStore($storage)
  const packing = useStore($packing)
  const restoring = useStore($restoring)
  const hasUnreadable = useStore($units).some(unit => 'problem' in unit)
  const inventory = useStore($inventory)
  const reportDownload = useStore($reportDownload)
  const gone = useStore($gone)
  const goneView = usePart(() => import('./checklist/GoneChecklist'), gone.length > 0)
  const [collision] = useStore($collisions)
  const dialog = usePart(() => import('./checklist/CollisionDialog'), collision !== undefined)
  const [isAdding, setAdding] = useState(false)
  const isNewer = storage?.kind === 'memory' && storage.reason === 'VersionError'
  return (
    <>
      {storage && storage.kind !== 'durable' && (
        <div class="banner warning" role="alert">
          <div class="width">
            <strong>{storageWording[isNewer ? 'newer' : storage.kind]}</strong>
            {storage.kind === 'memory' && `（${storage.reason}）`} {isNewer && <ExportRaw recordKey={null} />}
          </div>
        </div>
      )}
      {typeof goneView === 'string' && <p role="alert">清单已在别的窗口里删除。{refusalWording[goneView]}</p>}
      {goneView &&
        typeof goneView === 'object' &&
        gone.map(checklist => (
          <goneView.GoneChecklist key={checklist.id} {...{ checklist, downloadText, saveAgain, letGo }} />
        ))}
      {hasUnreadable && <UnreadableUnits />}
      <HalfImport />
      {collision && typeof dialog === 'string' && (
        <p role="alert">两个窗口写的不一样，两边的都在：{refusalWording[dialog]}</p>
      )}
      {collision && dialog && typeof dialog === 'object' && (
        <dialog.CollisionDialog
          key={`${collision.conflict.item} ${collision.conflict.field} ${collision.conflict.mine}`}
          collision={collision}
          choose={chooseText}
        />
      )}
      {checklist && !isAdding ? (
        <Checklist checklist={checklist} onAddUnit={() => setAdding(true)} />
      ) : (
        <StartForm preselected={preselected} onDone={() => setAdding(false)} />
      )}
      {checklist && <DragFrame />}
      {inventory.state === 'shown' && <InventoryPreview />}
      <div class="tray">
        <SilenceBanner />
        <AddingPanel />
        {reportDownload.state !== 'idle' && <ReportPanel />}
        {inventory.state !== 'idle' && <InventoryPanel />}
        {checklist && packing.state !== 'idle' && <PackingPanel checklist={checklist} />}
        {restoring.state !== 'idle' && <RestorePanel onDone={setAdding} />}
      </div>
    </>
  )
}
