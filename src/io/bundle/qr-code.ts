/** 校验码 as a QR code, for a phone held over the printed inventory. Part of `bundling`. */
import { correction, generate } from 'lean-qr'
import type { Code } from '../../core/bundle/cover'

/** ISO/IEC 18004 asks for four modules of white around it. */
const quiet = 4

/** The text as modules of a path, a horizontal run each; corrects up to a quarter of it, for bad prints. */
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
