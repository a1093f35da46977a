import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { $packing } from '../stores/bundle'
import { $checklist } from '../stores/checklist'
import { $inventory } from '../stores/inventory'
import { $precheck } from '../stores/precheck'
import { $reportDownload } from '../stores/report'
import { $restoring } from '../stores/restore'
import { $storage, $units } from '../stores/units'
import { storageWording } from '../wording/checklist'
import { RestorePanel } from './backup/RestorePanel'
import { InventoryPanel } from './bundle/InventoryPanel'
import { InventoryPreview } from './bundle/InventoryPreview'
import { PackingPanel } from './bundle/PackingPanel'
import { PrecheckPanel } from './bundle/PrecheckPanel'
import { Checklist } from './Checklist'
import { AddingPanel } from './checklist/AddingPanel'
import { ExportRaw, UnreadableUnits } from './checklist/UnreadableUnits'
import { ReportPanel } from './report/ReportPanel'
import { StartForm } from './StartForm'

/** The whole checklist page: the start form, or the open checklist. */
export function Page({ asked }: { asked: string[] }) {
  const checklist = useStore($checklist)
  const storage = useStore($storage)
  const precheck = useStore($precheck)
  const packing = useStore($packing)
  const restoring = useStore($restoring)
  const hasUnreadable = useStore($units).some(unit => 'problem' in unit)
  const inventory = useStore($inventory)
  const reportDownload = useStore($reportDownload)
  const [isAdding, setAdding] = useState(false)
  const isNewer = storage?.kind === 'memory' && storage.reason === 'VersionError'
  return (
    <>
      {storage?.kind === 'memory' && (
        <div class="banner warning" role="alert">
          <div class="width">
            <strong>{storageWording[isNewer ? 'newer' : 'memory']}</strong>（{storage.reason}）{' '}
            {isNewer && <ExportRaw id={null} />}
          </div>
        </div>
      )}
      {hasUnreadable && <UnreadableUnits />}
      {checklist && !isAdding ? (
        <Checklist checklist={checklist} onAddUnit={() => setAdding(true)} />
      ) : (
        <StartForm asked={asked} onDone={() => setAdding(false)} />
      )}
      {inventory.state === 'shown' && <InventoryPreview />}
      <div class="tray">
        <AddingPanel />
        {reportDownload.state !== 'idle' && <ReportPanel />}
        {inventory.state !== 'idle' && <InventoryPanel />}
        {precheck.state !== 'idle' && <PrecheckPanel />}
        {checklist && packing.state !== 'idle' && <PackingPanel checklist={checklist} />}
        {restoring.state !== 'idle' && <RestorePanel onDone={setAdding} />}
      </div>
    </>
  )
}
