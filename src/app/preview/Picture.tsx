import { useState } from 'preact/hooks'
import { noPreviewWording } from '../../wording/preview'
import { Tools } from './Tools'
import { useStage } from './useStage'

const step = 1.4
const largest = 8

/** A picture: fitted into its place, larger, smaller, turned by quarters. */
export function Picture({ url, name }: { url: string; name: string }) {
  const { stage, width, height } = useStage<HTMLDivElement>()
  const [natural, setNatural] = useState({ width: 0, height: 0 })
  const [isBroken, setBroken] = useState(false)
  /** Null: fitted. */
  const [chosen, setChosen] = useState<number | null>(null)
  const [quarters, setQuarters] = useState(0)
  const isOnItsSide = quarters % 2 === 1
  const box = isOnItsSide ? { width: natural.height, height: natural.width } : natural
  const fitted = box.width > 0 ? Math.min(1, width / box.width, height / box.height) : 1
  const scale = chosen ?? fitted
  const zoom = (by: number) =>
    setChosen(Math.min(largest, Math.max(Math.min(fitted, 1) / 2, scale * step ** by)))
  if (isBroken) return <p class="previewing">{noPreviewWording.damaged}</p>
  return (
    <>
      <Tools
        what={natural.width > 0 ? `${natural.width} × ${natural.height}` : ''}
        fit="整张"
        isFit={chosen === null}
        onFit={() => setChosen(null)}
        onZoom={zoom}
        onTurn={() => setQuarters((quarters + 1) % 4)}
      />
      <div
        class="stage"
        ref={stage}
        role="group"
        aria-label={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
        tabIndex={0}
        onDblClick={() => setChosen(chosen === null ? 1 : null)}
      >
        <div class="turned" style={{ width: `${box.width * scale}px`, height: `${box.height * scale}px` }}>
          <img
            src={url}
            alt={name}
            style={{
              width: `${natural.width * scale}px`,
              height: `${natural.height * scale}px`,
              transform: `translate(-50%, -50%) rotate(${quarters * 90}deg)`,
            }}
            onLoad={({ currentTarget }) =>
              setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
            }
            onError={() => setBroken(true)}
          />
        </div>
      </div>
    </>
  )
}
