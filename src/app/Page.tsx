import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { $checklist } from '../stores/checklist'
import { $storage } from '../stores/units'
import { storageWording } from '../wording'
import { AddingPanel } from './AddingPanel'
import { Checklist } from './Checklist'
import { PackingPanel } from './PackingPanel'
import { PrecheckPanel } from './PrecheckPanel'
import { RestorePanel } from './RestorePanel'
import { StartForm } from './StartForm'
import type { PageContent } from './start'
import { UnreadableUnits } from './Units'

/** The whole checklist page: the start form, or the open checklist. */
export function Page({ content, asked }: { content: PageContent; asked: string[] }) {
  const checklist = useStore($checklist)
  const storage = useStore($storage)
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      {storage?.kind === 'memory' && (
        <div class="banner warning" role="alert">
          <div class="width">
            <strong>{storageWording[storage.reason === 'VersionError' ? 'newer' : 'memory']}</strong>（
            {storage.reason}）
          </div>
        </div>
      )}
      <UnreadableUnits />
      {checklist && !isAdding ? (
        <Checklist content={content} checklist={checklist} onAddUnit={() => setAdding(true)} />
      ) : (
        <StartForm content={content} asked={asked} onDone={() => setAdding(false)} />
      )}
      <div class="tray">
        <AddingPanel />
        <PrecheckPanel />
        {checklist && <PackingPanel content={content} checklist={checklist} />}
        <RestorePanel onDone={() => setAdding(false)} />
      </div>
    </>
  )
}
