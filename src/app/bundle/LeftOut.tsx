import type { Checklist } from '../../core/checklist/checklist'

interface Props {
  /** The checklist as it was packed. */
  packed: Checklist
  open: Checklist
  /** Packs once more, with 待归类. */
  pack: () => void
}

/** How many files of 待归类 a bundle leaves out, which makes it no whole backup, and the way to have them in it. */
export function LeftOut({ packed, open, pack }: Props) {
  const left = open.unsorted.length - packed.unsorted.length
  if (left <= 0) return null
  return (
    <div class="actions">
      <p>
        <strong>! “待归类”的 {left} 个文件没有打进去，</strong>
        只在这台电脑上。报送可以不带；当备份、交给同事要带上。
      </p>
      <button type="button" class="button" onClick={pack}>
        连同待归类再打一次
      </button>
    </div>
  )
}
