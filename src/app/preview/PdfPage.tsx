import { useEffect, useRef, useState } from 'preact/hooks'

/** What viewers take behind an address (Adobe's open parameters): the page as wide as there is room, no small pages beside it. */
const asWide = '#navpanes=0&view=FitH'

/**
 * A PDF in the browser's own viewer. It takes the focus once it has loaded, and with it the keys of whoever goes from file to
 * file or types a word: until the pointer is over it the frame is inert, and browsers that know no `inert` give the focus back.
 */
export function PdfPage({ name, url }: { name: string; url: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [isOver, setOver] = useState(false)
  const over = useRef(false)
  over.current = isOver
  useEffect(() => {
    let last = document.activeElement
    const note = ({ target }: Event) => {
      if (target !== frame.current) last = target as Element
    }
    const giveBack = () => {
      const isTaken = document.activeElement === frame.current && !over.current
      if (isTaken && last instanceof HTMLElement) last.focus({ preventScroll: true })
    }
    document.addEventListener('focusin', note)
    addEventListener('blur', giveBack)
    return () => {
      document.removeEventListener('focusin', note)
      removeEventListener('blur', giveBack)
    }
  }, [])
  return (
    <div
      class="stage"
      role="group"
      aria-label={name}
      onMouseEnter={() => setOver(true)}
      onMouseLeave={() => setOver(false)}
    >
      <iframe ref={frame} class="pdf" src={url + asWide} title={name} inert={!isOver} />
    </div>
  )
}
