import type { AttachedFile } from '../../core/checklist/checklist'
import { formatSize } from '../../core/text/format'
import { pressedOnce } from '../ui/pressed-once'
import type { DeskPieces } from './pieces'

interface Props {
  files: readonly AttachedFile[]
  /** Ids of the items they may belong to, likeliest first. */
  likely: readonly string[]
  pieces: DeskPieces
  onCancel: () => void
}

/** What is chosen on the desk, at its foot: how many, and what is done with them at once. */
export function Chosen({ files, likely, pieces, onCancel }: Props) {
  const hashes = files.map(({ sha256 }) => sha256)
  return (
    <div class="foot-bar">
      <p aria-live="polite">
        <strong>已选 {files.length} 个</strong>{' '}
        <small>{formatSize(files.reduce((sum, { size }) => sum + size, 0))}</small>
      </p>
      <button type="button" class="button quiet" onClick={onCancel}>
        取消选择
      </button>
      <button type="button" class="button" onClick={pressedOnce(() => pieces.remove(hashes))}>
        删除
      </button>
      <pieces.Move hashes={hashes} label="移到…" class="button primary" likely={likely} />
    </div>
  )
}
