import { useRef, useState } from 'preact/hooks'
import { Tools } from './Tools'
import { useStage } from './useStage'

const step = 1.2
/** What stands left and right of the paper: 12 px each, and the bar to scroll with. */
const margin = 24 + 17

interface Props {
  name: string
  html: string
  width: number
  pages: number | null
}

/**
 * A Word file in a frame without rights: no script, no address, an origin that is nobody's. So the page can't look into it either,
 * and its size is that of the paper.
 */
export function WordPage({ name, html, width, pages }: Props) {
  const { stage, ...room } = useStage<HTMLDivElement>()
  const frame = useRef<HTMLIFrameElement>(null)
  const [zoom, setZoom] = useState(1)
  const paper = width + margin
  const scale = Math.min(1, room.width / paper || 1) * zoom
  const shown = { width: Math.max(paper, room.width / scale), height: Math.max(0, room.height) / scale }
  // Keys go to the frame once it was clicked into; when the pointer leaves it they are the page's again.
  const giveBack = () => {
    if (document.activeElement === frame.current) stage.current?.focus({ preventScroll: true })
  }
  return (
    <>
      <Tools
        what={pages === null ? '' : `${pages} 页`}
        fit="整页宽"
        isFit={zoom === 1}
        onFit={() => setZoom(1)}
        onZoom={by => setZoom(Math.min(4, Math.max(0.5, zoom * step ** by)))}
      />
      <div class="stage" ref={stage} tabIndex={-1} role="group" aria-label={name} onMouseLeave={giveBack}>
        <iframe
          ref={frame}
          title={name}
          sandbox=""
          referrerpolicy="no-referrer"
          srcdoc={html}
          style={{
            width: `${shown.width}px`,
            height: `${shown.height}px`,
            transform: `scale(${scale})`,
          }}
        />
      </div>
    </>
  )
}
