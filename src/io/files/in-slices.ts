/** Runs long work in slices of some milliseconds, between which the page answers. */
import type { Steps } from '../../core/files/steps'

/** Milliseconds: with the last step of it no task comes near 50; a pause costs some 0.1 ms. */
const sliceTime = 20

export async function runInSlices<Result>(steps: Steps<Result>): Promise<Result> {
  const breathe = createBreather()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    const pausing = breathe()
    // To await nothing would cost more than most steps.
    if (pausing) await pausing
  }
}

/** What long work awaits between its steps: it pauses when the page has waited long enough. */
export function createBreather(): () => Promise<void> | undefined {
  let end = performance.now() + sliceTime
  return () =>
    performance.now() < end
      ? undefined
      : pause().then(() => {
          end = performance.now() + sliceTime
        })
}

/** A turn of the event loop. A timer would wait a second in a tab nobody looks at. */
export function pause(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })
}
