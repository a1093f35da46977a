import { atom } from 'nanostores'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { useAtOnce } from './useAtOnce'

type Panels = typeof import('./panels')

/** The part, for all that wait for it: one 再试一次 brings everything. */
const $panels = atom<Panels | 'missing' | null>(null)

function load(): void {
  import('./panels').then(
    panels => $panels.set(panels),
    () => $panels.set('missing'),
  )
}

/** Draws something of `panels.ts`, loading it where it is not there yet; where that fails it says so and can be tried again. */
export function Later({ draw }: { draw: (panels: Panels) => ComponentChildren }) {
  const panels = useAtOnce($panels)
  useEffect(() => {
    const panels = $panels.get()
    if (!panels || panels === 'missing') load()
  }, [])
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
