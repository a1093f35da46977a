import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

type Panels = typeof import('./panels')

/** Draws something of `panels.ts`, loading it where it is not there yet; says so where it can't be loaded. */
export function Later({ draw }: { draw: (panels: Panels) => ComponentChildren }) {
  const [panels, setPanels] = useState<Panels | 'missing' | null>(null)
  useEffect(() => {
    import('./panels').then(setPanels, () => setPanels('missing'))
  }, [])
  if (panels === 'missing') {
    return (
      <p class="banner warning" role="alert">
        网页有一部分没有加载成功，填写的内容都在。请检查网络，再点一次。
      </p>
    )
  }
  return <>{panels && draw(panels)}</>
}
