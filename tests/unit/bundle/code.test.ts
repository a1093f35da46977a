import { writeFileSync } from 'node:fs'
import { drawCode } from '../../../src/io/bundle/qr-code'
import { run, withTools } from '../../tools'
import { expect, test } from '../runner'

test('drawCode() draws what another program reads, within a quiet zone', withTools, () => {
  const text = '6F2A-91C4-0B77-E3D0'
  const { size, path } = drawCode(text)
  const scale = 4
  const dark = new Set<number>()
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(width); i++) dark.add(Number(y) * size + Number(x) + i)
  }
  const modules = Array.from({ length: size * size }, (_, i) => (dark.has(i) ? 0 : 255))
  for (let i = 0; i < 4 * size; i++) expect(modules[i]).toBe(255)
  const pixels = Buffer.alloc(size * size * scale * scale)
  for (let y = 0; y < size * scale; y++)
    for (let x = 0; x < size * scale; x++)
      pixels[y * size * scale + x] = modules[Math.floor(y / scale) * size + Math.floor(x / scale)] ?? 255
  const image = test.info().outputPath('code.pgm')
  writeFileSync(image, Buffer.concat([Buffer.from(`P5 ${size * scale} ${size * scale} 255\n`), pixels]))
  expect(run('zbarimg', '--quiet', '--raw', image).trim()).toBe(text)
})
