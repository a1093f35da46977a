/** The files a clerk has: real ones in the test's own folder, and ones whose names this system's disk would not take. */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

/** A file without a place on a disk, as a browser takes it. */
export interface Paper {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Writes files below `folder`, by name. @returns their paths in the same order. */
export async function writePapers(
  folder: string,
  papers: Record<string, string | Buffer>,
): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const entries = Object.entries(papers).map(([name, content]) => [join(folder, name), content] as const)
  await Promise.all(entries.map(([path, content]) => writeFile(path, content)))
  return entries.map(([path]) => path)
}

/** A file whose bytes are `content`, by default its own name. */
export function paper(name: string, content: string | Buffer = name): Paper {
  return { name, mimeType: '', buffer: Buffer.from(content) }
}

export function sha256Of(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A PNG of one colour. */
export function png(side: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const row = Buffer.from([0, ...Array.from({ length: side }, () => [red, green, blue]).flat()])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // 8 bits a sample, colour without alpha.
  header.set([8, 2], 8)
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
