/** Tars written byte by byte, and by programs. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from '../runner'
import { type Bytes, joined } from './archives'

/** A header of 512 bytes whose checksum is right; `type` as POSIX has it. */
export function tarHeader(name: string, size: number, type = '0', magic = 'ustar\0' + '00'): Bytes {
  const block = Buffer.alloc(512)
  block.write(name, 0, 100)
  block.write('0000644\0', 100)
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  block.write('        ', 148)
  block.write(type, 156)
  block.write(magic, 257, 'latin1')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return new Uint8Array(block)
}

/** A text filled up to whole blocks. */
export function blocksOf(content: string | Uint8Array): Bytes {
  const bytes = Buffer.from(content as string)
  return joined(new Uint8Array(bytes), new Uint8Array(-bytes.length & 511))
}

/** Files as one tar, each with a header of its own. */
export function tarOf(files: Record<string, string | Uint8Array>, magic?: string): Bytes {
  const parts = Object.entries(files).flatMap(([name, content]) => [
    tarHeader(name, Buffer.from(content as string).length, '0', magic),
    blocksOf(content),
  ])
  return joined(...parts, new Uint8Array(1024))
}

/** Files as GNU tar packs them in a format of its own. */
export function packTar(files: Record<string, string | Uint8Array>, format: string): Bytes {
  const folder = test.info().outputPath(`tar-${format}`)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const made = test.info().outputPath(`${format}.tar`)
  execFileSync('tar', [`--format=${format}`, '-cf', made, '-C', folder, '.'])
  return new Uint8Array(readFileSync(made))
}
