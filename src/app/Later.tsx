import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'

type Panels = typeof import('./panels')

/** Draws something of `panels.ts`, loading it where it is not there yet; where that fails it says so and can be tried again. */
export function Later({ draw }: { draw: (panels: Panels) => ComponentChildren }) {
  const [panels, setPanels] = useState<Panels | 'missing' | null>(null)
  const load = () => {
    import('./panels').then(setPanels, () => setPanels('missing'))
  }
  useEffect(load, [])
  if (panels === 'missing') {
    return (
      <div class="banner warning" role="alert">
        <p class="width">
          网页有一部分没有加载成功，填写的内容都在。请检查网络。{' '}
          <button type="button" class="button" onClick={load}>
            再试一次
          </button>
        </p>
      </div>
    )
  }
  return <>{panels && draw(panels)}</>
}
