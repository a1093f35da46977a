import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { countLeftOut, unsavedSince } from '../../core/backup/backup'
import type { Checklist } from '../../core/checklist/checklist'
import { $backup, downloadText } from '../../stores/backup/backup'
import { $merged, undoLastMerge } from '../../stores/backup/merged'
import { measureSavedHere } from '../../stores/backup/saved-here'
import { getCatalogue } from '../../stores/page'
import { $storage } from '../../stores/units'
import { Part } from '../ui/Part'
import { checklistContent } from '../ui/page-content'
import { RestoreInput } from './RestoreInput'
import { SingleFileLink } from './SingleFileLink'

/** 备份与交接: when this checklist was last downloaded, and the buttons to back it up as text and to restore a bundle. */
export function KeepSafe({ checklist }: { checklist: Checklist }) {
  const [isOpen, setOpen] = useState(false)
  const backup = useStore($backup)
  const storage = useStore($storage)
  const merged = useStore($merged)
  const unsaved = unsavedSince(getCatalogue(), checklist, backup)
  const leftOut = countLeftOut(checklist, backup)
  return (
    <div class="keep-safe" id="keep-safe">
      <h3>备份与交接</h3>
      <Part load={() => import('./SavedHere')}>
        {part => <part.LastBackup {...{ backup, unsaved, leftOut }} />}
      </Part>
      <div class="actions">
        <RestoreInput />
        <button type="button" class="button" onClick={() => void downloadText(checklist)}>
          下载文字备份（不含附件）
        </button>
        <button type="button" class="button" onClick={() => setOpen(true)}>
          本机保存情况
        </button>
      </div>
      {merged && (
        <Part load={() => import('./RestoreResults')}>
          {({ UndoMerge }) => <UndoMerge merged={merged} undo={undoLastMerge} />}
        </Part>
      )}
      {isOpen && (
        <Part load={() => import('./SavedHere')}>
          {({ SavedHere }) => (
            <SavedHere
              backup={backup}
              kind={storage?.kind}
              measure={measureSavedHere}
              singleFile={checklistContent().singleFile && <SingleFileLink />}
              onClose={() => setOpen(false)}
            />
          )}
        </Part>
      )}
    </div>
  )
}
