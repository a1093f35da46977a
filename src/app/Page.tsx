import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { downloadText } from '../stores/backup/backup'
import { $halfImport, giveUpHalfImport } from '../stores/backup/half-import'
import { $absentUses, $lacking, removeAbsent } from '../stores/backup/lacking'
import { $restoring } from '../stores/backup/restoring'
import {
  $isSending,
  $packing,
  confirmBackup,
  downloadBundle,
  forgetPacking,
  handOver,
  packVolumes,
} from '../stores/bundle/bundle'
import { $inventory, closeInventory } from '../stores/bundle/inventory'
import {
  $checklist,
  $collisions,
  $gone,
  changeChecklist,
  chooseText,
  letGo,
  saveAgain,
} from '../stores/checklist'
import { $given } from '../stores/given'
import { getCatalogue } from '../stores/page'
import { $reportDownload, dismissReport } from '../stores/report/report'
import { $storage, $unitRefusal, $units, deleteUnreadable, exportRaw } from '../stores/units'
import { Offer } from './assignment/Assign'
import { RestoreInput } from './backup/RestoreInput'
import { RestorePanel } from './backup/RestorePanel'
import { Checklist } from './Checklist'
import { AddingPanel } from './checklist/AddingPanel'
import { DragFrame } from './DragFrame'
import { SilenceBanner } from './SilenceBanner'
import { StartForm } from './StartForm'
import { Part } from './ui/Part'
import { tellHeight } from './ui/tell-height'

const actions = { changeChecklist, confirmBackup, downloadBundle, forgetPacking, handOver, packVolumes }

/** The desk's own foot stands above it. */
const tellTray = tellHeight('--tray')

/** The whole checklist page: the start form, or the open checklist. */
export function Page({ preselected }: { preselected: string[] }) {
  const checklist = useStore($checklist)
  const storage = useStore($storage)
  const packing = useStore($packing)
  const isSending = useStore($isSending)
  const restoring = useStore($restoring)
  const units = useStore($units)
  const refusal = useStore($unitRefusal)
  const hasUnreadable = units.some(unit => 'problem' in unit)
  const inventory = useStore($inventory)
  const reportDownload = useStore($reportDownload)
  const gone = useStore($gone)
  const given = useStore($given)
  const half = useStore($halfImport)
  const [collision] = useStore($collisions)
  const [absent, lacking] = [useStore($absentUses), useStore($lacking)]
  const isRare = absent.length + gone.length > 0 || half !== null || hasUnreadable
  const isTelling = [packing, inventory, reportDownload].some(({ state }) => state !== 'idle')
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      {storage && storage.kind !== 'durable' && (
        <Part
          load={() => import('./backup/rare-views')}
          failed="填的内容可能存不住，关闭页面前请下载材料包："
        >
          {({ StorageWarning }) => <StorageWarning storage={storage} exportRaw={exportRaw} />}
        </Part>
      )}
      {isRare && (
        <Part load={() => import('./backup/rare-views')} failed="有一条提醒没有打开，内容都没有动：">
          {views => (
            <>
              {gone.map(checklist => (
                <views.GoneChecklist key={checklist.id} {...{ checklist, downloadText, saveAgain, letGo }} />
              ))}
              {hasUnreadable && (
                <views.UnreadableUnits {...{ units, refusal, deleteUnreadable, exportRaw }} />
              )}
              {half && <views.HalfImport half={half} giveUp={giveUpHalfImport} Import={RestoreInput} />}
              {absent.length > 0 && !half && given === null && (
                <views.AbsentFiles
                  uses={absent}
                  lacking={lacking}
                  remove={removeAbsent}
                  Import={RestoreInput}
                />
              )}
            </>
          )}
        </Part>
      )}
      {collision && (
        <Part load={() => import('./checklist/CollisionDialog')} failed="两个窗口写的不一样，两边的都在：">
          {({ CollisionDialog }) => (
            <CollisionDialog
              key={`${collision.conflict.item} ${collision.conflict.field} ${collision.conflict.mine}`}
              collision={collision}
              choose={chooseText}
            />
          )}
        </Part>
      )}
      {given !== null ? (
        <Offer given={given} />
      ) : checklist && !isAdding ? (
        <Checklist checklist={checklist} onAddUnit={() => setAdding(true)} />
      ) : (
        <StartForm preselected={preselected} onDone={() => setAdding(false)} />
      )}
      {checklist && <DragFrame />}
      {inventory.state === 'shown' && (
        <Part load={() => import('./bundle/InventoryPreview')}>
          {({ InventoryPreview }) => (
            <InventoryPreview html={inventory.html} style={inventory.style} closeInventory={closeInventory} />
          )}
        </Part>
      )}
      <div ref={tellTray} class={isTelling ? 'tray is-telling' : 'tray'}>
        <SilenceBanner />
        <AddingPanel />
        {isTelling && (
          <Part load={() => import('./bundle/panels')} reassured="清单和文件都还在。">
            {({ ReportPanel, InventoryPanel, PackingPanel }) => (
              <>
                {reportDownload.state !== 'idle' && (
                  <ReportPanel download={reportDownload} dismiss={dismissReport} />
                )}
                {inventory.state !== 'idle' && (
                  <InventoryPanel inventory={inventory} close={closeInventory} />
                )}
                {checklist && (
                  <PackingPanel {...{ packing, checklist, isSending, actions }} catalogue={getCatalogue()} />
                )}
              </>
            )}
          </Part>
        )}
        {restoring.state !== 'idle' && <RestorePanel onDone={setAdding} />}
      </div>
    </>
  )
}
