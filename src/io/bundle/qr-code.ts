/** 校验码 as a QR code, for a phone held over the printed inventory. Part of `bundling`. */
import { correction, generate } from 'lean-qr'
import type { Code } from '../../core/bundle/cover'

/** White modules around the code, as ISO/IEC 18004 asks. */
const quiet = 4

/** The text as a QR code that stays readable with a quarter of it lost to a bad print. Its path has a box for each horizontal run. */
export function drawCode(text: string): Code {
  const { size, get } = generate(text, { minCorrectionLevel: correction.Q })
  const runs: string[] = []
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = x
      while (x < size && get(x, y)) x++
      if (x > start) runs.push(`M${start + quiet} ${y + quiet}h${x - start}v1h-${x - start}z`)
    }
  }
  return { size: size + 2 * quiet, path: runs.join('') }
}
