import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { isMuch, unsavedSince } from '../../core/backup/backup'
import type { Checklist } from '../../core/checklist/checklist'
import { formatMinute } from '../../core/text/format'
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
  return (
    <div class="keep-safe" id="keep-safe">
      <h3>备份与交接</h3>
      <p>
        {backup
          ? `上次${backup.kind === 'bundle' ? '下载材料包' : '把文字备份交给浏览器下载'}：${formatMinute(backup.at)}。`
          : '这份清单还没有确认存好的备份，只存在这个浏览器里。'}
        下载的材料包就是备份：换电脑、交给同事、误删以后，在那里“导入材料包”就能接着填，文件也在里面。
      </p>
      {isMuch(unsaved) && (
        <p class="hint">
          {backup ? '那以后' : '现在已经'}添加了 {unsaved.files} 个文件、完成了 {unsaved.items} 项
          {unsaved.characters > 0 && `、写了 ${unsaved.characters} 字报告`}，建议下载一次材料包作为备份。
        </p>
      )}
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
