import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { AttachedFile } from '../../core/checklist/checklist'
import { formatSize } from '../../core/text/format'
import type { LookPieces } from './pieces'

interface Props {
  /** Null: nothing is shown, only how to. */
  file: AttachedFile | null
  pieces: LookPieces
  /** To the next file (1), to the one before (-1). */
  onStep: (by: number) => void
  onClose: () => void
  /** 这个文件归到…. */
  children: ComponentChildren
}

/**
 * A PDF is opened in a tab: the browser's viewer takes the focus once it has loaded, inert or not, and with it the words of a
 * search. Of a damaged one it shows a button that loads the whole page anew, and Enter presses it.
 */
const isPdf = ({ name }: AttachedFile) => /\.pdf$/i.test(name)

/** A look at one file beside the desk. On a narrow screen it lies over the list until it is closed. */
export function Look({ file, pieces, onStep, onClose, children }: Props) {
  const card = useRef<HTMLElement>(null)
  const isOpen = file !== null
  // At the top of the page it begins lower than it stands further down, and its buttons would be out of sight.
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), [isOpen])
  if (!file)
    return (
      <aside class="card look-hint">
        <p>点一下文件名，在这里看内容；方向键看上一个、下一个。</p>
        <p>按住 Shift 点，选一串；Ctrl+A 全选。在这里删除，电脑里的原文件不会动。</p>
      </aside>
    )
  return (
    <aside ref={card} class="card look" aria-label="看一眼">
      <header>
        <h3>{file.name}</h3>
        <span>{formatSize(file.size)}</span>
        <button type="button" class="button quiet" aria-label="关闭看一眼" onClick={onClose}>
          关闭
        </button>
      </header>
      {file.path && file.path !== file.name && <p class="where">{file.path}</p>}
      {isPdf(file) ? (
        <p class="hint">PDF 文件，点“打开”看。</p>
      ) : (
        <pieces.Preview
          sha256={file.sha256}
          name={file.originalName}
          size={file.size}
          load={() => pieces.readBytes(file)}
        />
      )}
      <div class="actions">
        <button type="button" class="button" onClick={() => onStep(-1)}>
          上一个
        </button>
        <button type="button" class="button" onClick={() => onStep(1)}>
          下一个
        </button>
        <button type="button" class="button" onClick={() => void pieces.openFile(file)}>
          打开
        </button>
        {children}
      </div>
    </aside>
  )
}
