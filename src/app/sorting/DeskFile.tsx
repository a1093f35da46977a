import { useMemo } from 'preact/hooks'
import type { AttachedFile } from '../../core/checklist/checklist'
import { splitExtension } from '../../core/text/filename'
import { formatSize } from '../../core/text/format'
import { legible } from '../../core/text/legible'
import type { DeskPieces } from './pieces'

interface Props {
  file: AttachedFile
  /** The item suggested, or empty. */
  suggested: string
  /** A photo among others: its picture is the target. */
  isTile: boolean
  isChosen: boolean
  isShown: boolean
  pieces: DeskPieces
  onChoose: (hashes: readonly string[], isOn: boolean, isRange?: boolean) => void
  onShow: (file: AttachedFile) => void
  /** Begins to drag it, with what is chosen beside it. */
  onDrag: (data: DataTransfer, sha256: string) => void
}

/** A file of 待归类: its box, what it is called or looks like, its size. */
export function DeskFile(props: Props) {
  const { file, suggested, isChosen, isShown } = props
  // Drawn anew only where it changed: there may be thousands.
  return useMemo(() => <Body {...props} />, [file, suggested, isChosen, isShown])
}

function Body(props: Props) {
  const { file, suggested, isTile, isChosen, isShown, pieces, onChoose, onShow, onDrag } = props
  const { sha256 } = file
  const path = file.path ?? file.originalName
  const folder = nearestFolders(path)
  const [, extension] = splitExtension(legible(file.name))
  const isPicture = pieces.isPicture(file)
  return (
    <li
      class={`file desk-file${file.absent ? ' is-absent' : ''}${isTile ? ' is-photo' : ''}${isChosen ? ' is-chosen' : ''}${isShown ? ' is-shown' : ''}`}
      data-file={path}
      data-suggested={suggested}
      data-hash={sha256}
      draggable
      onDragStart={({ dataTransfer }) => {
        if (dataTransfer) onDrag(dataTransfer, sha256)
      }}
    >
      <label class="pick">
        <input
          type="checkbox"
          aria-label={`选择 ${file.name}`}
          checked={isChosen}
          onClick={event => {
            onChoose([sha256], event.currentTarget.checked, event.shiftKey)
          }}
        />
      </label>
      {!isPicture && <span class="type">{extension.slice(1, 5).toUpperCase() || '文件'}</span>}
      <button
        type="button"
        class="file-name"
        title={path}
        aria-pressed={isShown}
        onClick={event => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) onChoose([sha256], !isChosen, event.shiftKey)
          else onShow(file)
        }}
      >
        {isPicture && <pieces.Thumbnail file={file} side={isTile ? 160 : 88} />}
        <span>
          {file.name}
          {!isTile && folder !== '' && <small>{folder}</small>}
        </span>
      </button>
      {file.absent ? (
        <span class="size">! 没有内容</span>
      ) : (
        !isTile && <span class="size">{formatSize(file.size)}</span>
      )}
    </li>
  )
}

/** The two folders that a file lies in, without the one that was brought: that is the same for all. */
function nearestFolders(path: string): string {
  return path.split('/').slice(1, -1).slice(-2).join('/')
}
