import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { $packing } from '../stores/bundle'
import { $checklist } from '../stores/checklist'
import { $paper } from '../stores/inventory'
import { $precheck } from '../stores/precheck'
import { $restoring } from '../stores/restore'
import { $storage, $units } from '../stores/units'
import { storageWording } from '../wording/checklist'
import { RestorePanel } from './backup/RestorePanel'
import { InventoryPreview } from './bundle/InventoryPreview'
import { PackingPanel } from './bundle/PackingPanel'
import { PrecheckPanel } from './bundle/PrecheckPanel'
import { Checklist } from './Checklist'
import { AddingPanel } from './checklist/AddingPanel'
import { ExportRaw, UnreadableUnits } from './checklist/UnreadableUnits'
import { ReportPanel } from './report/ReportPanel'
import { StartForm } from './StartForm'
import type { PageContent } from './ui/page-content'

/** The whole checklist page: the start form, or the open checklist. */
export function Page({ content, asked }: { content: PageContent; asked: string[] }) {
  const checklist = useStore($checklist)
  const storage = useStore($storage)
  const precheck = useStore($precheck)
  const packing = useStore($packing)
  const restoring = useStore($restoring)
  const hasUnreadable = useStore($units).some(unit => 'problem' in unit)
  const paper = useStore($paper)
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
        <Checklist content={content} checklist={checklist} onAddUnit={() => setAdding(true)} />
      ) : (
        <StartForm content={content} asked={asked} onDone={() => setAdding(false)} />
      )}
      {paper.state === 'inventory' && <InventoryPreview />}
      <div class="tray">
        <AddingPanel />
        {paper.state !== 'idle' && <ReportPanel />}
        {precheck.state !== 'idle' && <PrecheckPanel />}
        {checklist && packing.state !== 'idle' && <PackingPanel content={content} checklist={checklist} />}
        {restoring.state !== 'idle' && <RestorePanel content={content} onDone={setAdding} />}
      </div>
    </>
  )
}
