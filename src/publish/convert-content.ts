/** `npm run convert-content`: writes every older `indicators.yaml` anew and keeps the old file beside it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { convertOlderIndicators, isOlderIndicators } from '../build/older-indicators'
import { writeIndicators } from './content-writer'

/** The folders whose file was converted. A file that is not sound is left alone, with its folder in `broken`. */
export function convertContent(base: string): { converted: string[]; broken: string[] } {
  const converted: string[] = []
  const broken: string[] = []
  for (const name of readdirSync(base)) {
    const path = join(base, name, 'indicators.yaml')
    if (!existsSync(path)) continue
    const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
    try {
      const data: unknown = parse(text)
      if (!isOlderIndicators(data)) continue
      const written = writeIndicators(convertOlderIndicators(data))
      writeFileSync(join(base, name, 'indicators.旧.yaml'), text)
      writeFileSync(path, written)
      converted.push(name)
    } catch {
      // Not sound in its own form: check-content says where.
      broken.push(name)
    }
  }
  return { converted, broken }
}
