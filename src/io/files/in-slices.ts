/** Runs long work in slices of a few dozen milliseconds, between which the page answers. */
import type { Steps } from '../../core/files/steps'

/** Shorter than a person notices; a pause costs some 0.1 ms. */
const sliceTime = 40

export async function runInSlices<Result>(steps: Steps<Result>): Promise<Result> {
  let end = performance.now() + sliceTime
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (performance.now() < end) continue
    await pause()
    end = performance.now() + sliceTime
  }
}

/** A turn of the event loop. A timer would wait a second in a tab nobody looks at. */
function pause(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })
}
