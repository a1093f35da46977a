/** How much there is in a JSON text, before it is parsed: that can't be paused. */
import type { Steps } from './steps'

const [comma, bracket, brace] = [0x2c, 0x5b, 0x7b]
/** Bytes between two pauses: some milliseconds on a slow computer. */
const pauseEvery = 1024 * 1024

/** Counts the bytes that begin or part values: `{`, `[` and `,`, those in texts too. */
export function* countMarks(json: Uint8Array): Steps<number> {
  let marks = 0
  for (let start = 0; start < json.length; start += pauseEvery) {
    for (const byte of json.subarray(start, start + pauseEvery))
      if (byte === comma || byte === bracket || byte === brace) marks += 1
    yield
  }
  return marks
}
