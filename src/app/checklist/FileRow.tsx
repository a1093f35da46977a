import { useContext, useRef, useState } from 'preact/hooks'
import { activeKindOfFile } from '../../core/checklist/active-file'
import type { AttachedFile } from '../../core/checklist/checklist'
import type { Item } from '../../core/edition/catalogue'
import { splitExtension } from '../../core/text/filename'
import { formatSize } from '../../core/text/format'
import { legible } from '../../core/text/legible'
import { changeChecklist } from '../../stores/checklist'
import { writeDragged } from '../../stores/moving'
import { downloadFile, openFile } from '../../stores/stored-files'
import { Part } from '../ui/Part'
import { MoveButton } from './MoveButton'
import { SectionsContext } from './SectionsContext'
import { Thumbnail } from './Thumbnail'

interface Props {
  item: Item
  file: AttachedFile
  /** Ids of the other items that use the same bytes. */
  others: string[]
  /** A picture is a tile until it is pressed. */
  isTile: boolean
  /** The item has further files, of which several may be chosen. */
  hasOthers: boolean
  /** SHA-256 of the item's files that are chosen; null where nobody is choosing. */
  chosen: readonly string[] | null
  onChoose: (chosen: readonly string[]) => void
}

/** One attached file: thumbnail or type, name and size, and behind 操作 what can be done with it. */
export function FileRow({ item, file, others, isTile, hasOthers, chosen, onChoose }: Props) {
  const sections = useContext(SectionsContext)
  const [open, setOpen] = useState<'menu' | 'rename' | 'share' | null>(null)
  const [isLost, setLost] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  // The pressed button is gone with the form, so the focus goes back to 操作.
  const close = () => {
    setOpen(null)
    more.current?.focus()
  }
  const { sha256, absent } = file
  const kind = activeKindOfFile(file)
  // Direction marks are taken out first: the name is cut in two, and its second half must not turn around.
  const [stem, extension] = splitExtension(legible(file.name))
  const toggle = (next: typeof open) => setOpen(open === next ? null : next)
  const use = (action: (file: AttachedFile) => Promise<boolean>) =>
    void action(file).then(isThere => setLost(!isThere))
  return (
    <li
      class={`file${absent ? ' is-absent' : ''}${isTile && !open ? ' is-tile' : ''}${open ? ' is-open' : ''}`}
      draggable
      onDragStart={({ dataTransfer }) => {
        const dragged = chosen?.includes(sha256) ? chosen : [sha256]
        if (dataTransfer) writeDragged(dataTransfer, item.id, dragged)
      }}
    >
      <div class="file-line">
        {chosen && (
          <label class="pick">
            <input
              type="checkbox"
              aria-label={`选择 ${file.name}`}
              checked={chosen.includes(sha256)}
              onChange={event =>
                onChoose(
                  event.currentTarget.checked
                    ? [...chosen, sha256]
                    : chosen.filter(other => other !== sha256),
                )
              }
            />
          </label>
        )}
        {!isTile && <span class="type">{extension.slice(1, 5).toUpperCase() || '文件'}</span>}
        {(!isTile || open) && (
          <>
            <button type="button" class="file-name" title={file.name} onClick={() => use(openFile)}>
              {stem}
              {extension}
            </button>
            <span class="size">{absent ? '! 没有内容' : formatSize(file.size)}</span>
          </>
        )}
        <button
          type="button"
          ref={more}
          class="button quiet more"
          aria-expanded={open !== null}
          aria-label={`对“${file.name}”的操作`}
          title={isTile ? file.name : undefined}
          onClick={() => toggle(open ? null : 'menu')}
        >
          {isTile ? absent ? <span class="type">! 没有内容</span> : <Thumbnail file={file} /> : '操作'}
        </button>
      </div>
      {kind && (
        <Part load={() => import('./AddingNotes')}>{({ ActiveHint }) => <ActiveHint kind={kind} />}</Part>
      )}
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
          <MoveButton from={item.id} hashes={[sha256]} onDone={close} />
          {hasOthers && !chosen && (
            <button
              type="button"
              class="button"
              onClick={() => {
                onChoose([sha256])
                close()
              }}
            >
              选择多个
            </button>
          )}
          <button
            type="button"
            class="button"
            onClick={() => changeChecklist({ kind: 'remove-file', item: item.id, sha256 })}
          >
            移除
          </button>
        </div>
      )}
      {open === 'rename' && (
        <Part load={() => import('./RenameForm')}>
          {({ RenameForm }) => <RenameForm item={item} file={file} change={changeChecklist} onDone={close} />}
        </Part>
      )}
      {open === 'share' && (
        <Part load={() => import('./ShareForm')}>
          {({ ShareForm }) => (
            <ShareForm
              sections={sections}
              item={item}
              file={file}
              others={others}
              change={changeChecklist}
              onDone={close}
            />
          )}
        </Part>
      )}
    </li>
  )
}
