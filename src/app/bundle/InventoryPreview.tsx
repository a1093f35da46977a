import { useEffect, useRef } from 'preact/hooks'

interface Props {
  /** Of the inventory's body, and its style sheet. */
  html: string
  style: string
  closeInventory: () => void
}

/**
 * The inventory as it will be printed, alone on the page, with the browser's print dialog over it. It stands in a shadow
 * root with the style sheet that 目录.html has in a bundle: both look the same, and the page's own styles stay out.
 */
export function InventoryPreview({ html, style, closeInventory }: Props) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!host.current) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    // The Content-Security-Policy blocks a <style>, not this. Chrome 73, Firefox 101, Safari 16.4.
    sheet.replaceSync(style)
    root.adoptedStyleSheets = [sheet]
    root.innerHTML = html
    const place = scrollY
    document.documentElement.classList.add('is-previewing')
    scrollTo(0, 0)
    // Only after the browser has drawn it: it prints what it has drawn.
    const frame = requestAnimationFrame(() => setTimeout(() => print()))
    return () => {
      cancelAnimationFrame(frame)
      document.documentElement.classList.remove('is-previewing')
      scrollTo(0, place)
    }
  }, [html, style])
  return (
    <section class="preview" aria-label="打印目录">
      <div class="preview-bar">
        <p class="width">
          <button type="button" class="button primary" onClick={() => print()}>
            打印
          </button>
          <button type="button" class="button" onClick={closeInventory}>
            返回清单
          </button>
          <span>封面签字、盖章后与材料一起报送。纸张选 A4；不要页眉页脚的，可在打印窗口里去掉。</span>
        </p>
      </div>
      <div class="preview-sheet">
        <div ref={host} />
      </div>
    </section>
  )
}
