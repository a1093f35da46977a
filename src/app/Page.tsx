import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { $packing } from '../stores/bundle'
import { $checklist } from '../stores/checklist'
import { $paper } from '../stores/papers'
import { $precheck } from '../stores/precheck'
import { $restoring } from '../stores/restore'
import { $storage, $units } from '../stores/units'
import { storageWording } from '../wording'
import { AddingPanel } from './AddingPanel'
import { Checklist } from './Checklist'
import { Later } from './Later'
import { StartForm } from './StartForm'
import type { PageContent } from './start'

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
            {isNewer && <Later draw={({ ExportRaw }) => <ExportRaw id={null} />} />}
          </div>
        </div>
      )}
      {hasUnreadable && <Later draw={({ UnreadableUnits }) => <UnreadableUnits />} />}
      {checklist && !isAdding ? (
        <Checklist content={content} checklist={checklist} onAddUnit={() => setAdding(true)} />
      ) : (
        <StartForm content={content} asked={asked} onDone={() => setAdding(false)} />
      )}
      {paper.state === 'inventory' && <Later draw={({ InventoryPreview }) => <InventoryPreview />} />}
      <div class="tray">
        <AddingPanel />
        {paper.state !== 'idle' && <Later draw={({ PaperPanel }) => <PaperPanel />} />}
        {precheck.state !== 'idle' && <Later draw={({ PrecheckPanel }) => <PrecheckPanel />} />}
        {checklist && packing.state !== 'idle' && (
          <Later draw={({ PackingPanel }) => <PackingPanel content={content} checklist={checklist} />} />
        )}
        {restoring.state !== 'idle' && (
          <Later draw={({ RestorePanel }) => <RestorePanel content={content} onDone={setAdding} />} />
        )}
      </div>
    </>
  )
}
