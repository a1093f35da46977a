import { useEffect, useRef } from 'preact/hooks'
import type { AttachedFile } from '../../core/checklist/checklist'
import type { Item } from '../../core/edition/catalogue'
import { formatSize } from '../../core/text/format'
import { pressedOnce } from '../ui/pressed-once'
import { PdfLook } from './PdfLook'
import type { DeskPieces } from './pieces'

interface Props {
  /** Null: nothing is shown, only how to. */
  file: AttachedFile | null
  /** Items that it may belong to, likeliest first, with what they are called. */
  likely: readonly { item: Item; name: string }[]
  pieces: DeskPieces
  /** To the next file (1), to the one before (-1). */
  onStep: (by: number) => void
  onClose: () => void
}

const isPdf = ({ name }: AttachedFile) => /\.pdf$/i.test(name)

/** As many likely items have a button of their own. */
const mostButtons = 2

/** A look at one file beside the desk. On a narrow screen it lies over the list until it is closed. */
export function Look({ file, likely, pieces, onStep, onClose }: Props) {
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
  // Without the one that was brought: that is the same for all.
  const folder = file.path?.split('/').slice(1, -1).join('/') ?? ''
  return (
    <aside ref={card} class="card look" aria-label="看一眼">
      <header>
        <h3 title={file.name}>{file.name}</h3>
        <button type="button" class="button quiet" aria-label="关闭看一眼" onClick={onClose}>
          关闭
        </button>
      </header>
      <p class="where" title={file.path}>
        {formatSize(file.size)}
        {folder !== '' && `　${folder}`}
      </p>
      <div class="seen">
        {isPdf(file) ? (
          <PdfLook key={file.sha256} file={file} pieces={pieces} />
        ) : (
          <pieces.Preview
            sha256={file.sha256}
            name={file.originalName}
            size={file.size}
            load={() => pieces.readBytes(file)}
          />
        )}
      </div>
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
        <button type="button" class="button" onClick={pressedOnce(() => pieces.remove([file.sha256]))}>
          删除
        </button>
        {likely.slice(0, mostButtons).map(({ item, name }) => (
          <button
            key={item.id}
            type="button"
            class="button whole is-likely"
            title={`归入 ${item.id} ${name}`}
            onClick={pressedOnce(() => pieces.move([{ sha256: file.sha256, to: item.id }]))}
          >
            归入 <strong>{item.id}</strong> {name}
          </button>
        ))}
        <pieces.Move
          hashes={[file.sha256]}
          label="这个文件归到…"
          class="button primary whole"
          likely={likely.map(({ item }) => item.id)}
        />
      </div>
    </aside>
  )
}
