interface Props {
  /** What the file is, in a few words: 3 页. */
  what: string
  fit: string
  isFit: boolean
  onFit: () => void
  /** 1 or -1: larger, smaller. */
  onZoom: (by: number) => void
  onTurn?: () => void
}

/** The line above a picture or a page: what it is, and how large it is shown. */
export function Tools({ what, fit, isFit, onFit, onZoom, onTurn }: Props) {
  return (
    <div class="tools" role="group" aria-label="怎么显示">
      <span>{what}</span>
      <button type="button" class="button quiet" aria-pressed={isFit} onClick={onFit}>
        {fit}
      </button>
      <button type="button" class="button quiet" onClick={() => onZoom(1)}>
        放大
      </button>
      <button type="button" class="button quiet" onClick={() => onZoom(-1)}>
        缩小
      </button>
      {onTurn && (
        <button type="button" class="button quiet" onClick={onTurn}>
          旋转
        </button>
      )}
    </div>
  )
}
