/** The page's Preact for its parts: `build/classic-scripts` has the same names. */
import * as preact from 'preact'
import * as hooks from 'preact/hooks'
import * as runtime from 'preact/jsx-runtime'

/** From now on parts of the page can draw. */
export function sharePreact(): void {
  Object.assign(globalThis, {
    yinzheng_preact: preact,
    yinzheng_preact_hooks: hooks,
    yinzheng_preact_jsx: runtime,
  })
}
