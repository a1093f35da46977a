import { useContext, useRef, useState } from 'preact/hooks'
import { activeKindOfFile } from '../../core/checklist/active-file'
import type { AttachedFile } from '../../core/checklist/checklist'
import type { Item } from '../../core/edition/catalogue'
import { splitExtension } from '../../core/text/filename'
import { formatSize } from '../../core/text/format'
import { legible } from '../../core/text/legible'
import { changeChecklist } from '../../stores/checklist'
import { downloadFile, isPicture, openFile } from '../../stores/stored-files'
import { activeHintWording } from '../../wording/checklist'
import { RenameForm } from './RenameForm'
import { SectionsContext } from './SectionsContext'
import { ShareForm } from './ShareForm'
import { Thumbnail } from './Thumbnail'

interface Props {
  item: Item
  file: AttachedFile
  /** Ids of the other items that use the same bytes. */
  others: string[]
}

/** One attached file: thumbnail or type, name and size, and behind 操作 what can be done with it. */
export function FileRow({ item, file, others }: Props) {
  const sections = useContext(SectionsContext)
  const [open, setOpen] = useState<'menu' | 'rename' | 'share' | null>(null)
  const [isLost, setLost] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  // The pressed button is gone with the form, so the focus goes back to 操作.
  const close = () => {
    setOpen(null)
    more.current?.focus()
  }
  const kind = activeKindOfFile(file)
  // Direction marks are taken out first: the name is cut in two, and its second half must not turn around.
  const [stem, extension] = splitExtension(legible(file.name))
  const toggle = (next: typeof open) => setOpen(open === next ? null : next)
  const use = (action: (file: AttachedFile) => Promise<boolean>) =>
    void action(file).then(isThere => setLost(!isThere))
  return (
    <li class="file">
      <div class="file-line">
        {isPicture(file) ? (
          <Thumbnail file={file} />
        ) : (
          <span class={`type is-${colourOf(extension)}`}>
            {extension.slice(1, 5).toUpperCase() || '文件'}
          </span>
        )}
        <button type="button" class="file-name" title={file.name} onClick={() => use(openFile)}>
          <span class="head">{stem.slice(0, -4)}</span>
          <span class="tail">
            {stem.slice(-4)}
            {extension}
          </span>
        </button>
        <span class="size">{formatSize(file.size)}</span>
        <button
          type="button"
          ref={more}
          class="button quiet more"
          aria-expanded={open !== null}
          aria-label={`对“${file.name}”的操作`}
          onClick={() => toggle(open ? null : 'menu')}
        >
          操作
        </button>
      </div>
      {kind && <p class="also">这{activeHintWording[kind]}</p>}
      {others.length > 0 && <p class="also">同一份文件也用于 {others.join('、')}，只保存一份。</p>}
      {isLost && (
        <p class="hint" role="alert">
          这个文件的内容不在浏览器里了，请重新添加。
        </p>
      )}
      {open === 'menu' && (
        <div class="file-actions">
          <button type="button" class="button" onClick={() => use(openFile)}>
            打开
          </button>
          <button type="button" class="button" onClick={() => use(downloadFile)}>
            另存
          </button>
          <button type="button" class="button" onClick={() => toggle('rename')}>
            改名
          </button>
          <button type="button" class="button" onClick={() => toggle('share')}>
            也用于其他材料项
          </button>
          <button
            type="button"
            class="button"
            onClick={() => changeChecklist({ kind: 'remove-file', item: item.id, sha256: file.sha256 })}
          >
            移除
          </button>
        </div>
      )}
      {open === 'rename' && <RenameForm item={item} file={file} onDone={close} />}
      {open === 'share' && (
        <ShareForm sections={sections} item={item} file={file} others={others} onDone={close} />
      )}
    </li>
  )
}

/** The colour of a type badge. */
function colourOf(extension: string): string {
  if (/^\.pdf$/i.test(extension)) return 'pdf'
  if (/^\.(docx?|wps|rtf|odt)$/i.test(extension)) return 'text'
  if (/^\.(xlsx?|et|csv|ods)$/i.test(extension)) return 'table'
  return 'other'
}
