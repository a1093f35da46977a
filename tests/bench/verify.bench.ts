/** Verifying what an office receives, against reading and hashing the same bytes in the same browser. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { type Page, test } from 'playwright/test'
import type { Catalogue } from '../../src/core/edition/catalogue'
import { setOffset, writeEnd, writeHeaders } from '../../src/core/zip/headers'
import { openArchive } from '../../src/io/zip/open-zip'
import { serve } from '../server'
import { portalHost } from '../site/fixtures'
import { pack } from '../unit/generate'
import { catalogue, checklistAfter, fileOf } from '../unit/samples'
import { median, printRows } from './figures'
import { benchFolder, openBench } from './folder'
import { startBrowser } from './machine'

interface Bench {
  verify(input: HTMLInputElement, count: number): Promise<number>
  hash(input: HTMLInputElement, count: number): Promise<number>
  bringIn(input: HTMLInputElement, count: number, catalogue: Catalogue): Promise<number>
}
declare const bench: Bench

const megabyte = 1024 * 1024
const bundles = 30
const repacked = 20
const rounds = 3

test('verifying 30 bundles of 50 MB', async () => {
  const folder = await benchFolder('verifiers')
  const site = await serve(folder)
  const written = await writeBundles()
  const rows: string[][] = []
  try {
    const ratios: number[] = []
    const overHttp: number[] = []
    const times: number[] = []
    const peaks: { half: number; all: number; bare: number }[] = []
    for (let round = 0; round < rounds; round++) {
      // A browser of its own for each, so that none inherits another's memory.
      const measure = async (what: keyof Bench, count: number, host = '127.0.0.1') => {
        const machine = await startBrowser()
        const page = await openBench(await machine.context.newPage(), site.url('', host))
        await page.setInputFiles('input', written.paths)
        const measured = await machine.peak(() => run(page, what, count))
        await machine.close()
        return measured
      }
      // Twice as many bundles need as much memory, where nothing of them is kept.
      const half = await measure('verify', bundles / 2)
      const bare = await measure('hash', bundles)
      const { result, bytes } = await measure('verify', bundles)
      const http = await measure('verify', bundles, portalHost)
      overHttp.push(result / http.result)
      ratios.push(bare.result / result)
      times.push(result)
      peaks.push({ half: half.bytes, all: bytes, bare: bare.bytes })
    }
    const [share, ms] = [median(ratios), median(times)]
    const spread = ratios
      .map(ratio => Math.round(ratio * 100))
      .sort((a, b) => a - b)
      .join(', ')
    const memory = (of: keyof (typeof peaks)[number]) =>
      `+${Math.round(median(peaks.map(peak => peak[of])) / megabyte)} MB`
    rows.push([
      `verify ${bundles} bundles of 50 MB`,
      '印证',
      `${ms.toFixed(0)} ms`,
      `${Math.round(share * 100)} % of bare speed (${spread})`,
      `${memory('all')}; ${bundles / 2} bundles ${memory('half')}`,
    ])
    const shares = overHttp.map(share => share.toFixed(2)).join(', ')
    rows.push(['', '印证 over http', '', `${median(overHttp).toFixed(2)} of the secure context (${shares})`])
    rows.push(['', 'read + SHA-256 only', `${(ms * share).toFixed(0)} ms`, '100 %', memory('bare')])
  } finally {
    await site.close()
    await Promise.all([folder, written.folder].map(path => rm(path, { recursive: true, force: true })))
  }
  printRows(rows)
})

test('verifying and bringing in 20 bundles of 35 MB that were re-packed with DEFLATE', async () => {
  const folder = await benchFolder('verifiers')
  const site = await serve(folder)
  const written = await writeBundles(repacked, 7, repack)
  const rows: string[][] = []
  try {
    for (const what of ['verify', 'bringIn'] as const) {
      const machine = await startBrowser()
      const page = await openBench(await machine.context.newPage(), site.url())
      await page.setInputFiles('input', written.paths)
      const { result, bytes } = await machine.peak(() => run(page, what, repacked))
      await machine.close()
      const label = what === 'verify' ? 'verify' : 'bring in'
      rows.push([
        `${label} ${repacked} bundles of 35 MB, re-packed`,
        '印证',
        `${result.toFixed(0)} ms`,
        `+${Math.round(bytes / megabyte)} MB`,
      ])
    }
  } finally {
    await site.close()
    await Promise.all([folder, written.folder].map(path => rm(path, { recursive: true, force: true })))
  }
  printRows(rows)
})

/** The same archive with every entry DEFLATEd, as somebody leaves it who unpacked and packed a bundle. */
async function repack(zip: Blob): Promise<Blob> {
  const { entries, open } = await openArchive(zip)
  const parts: BlobPart[] = []
  const records: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const entry of entries) {
    const bytes = new Uint8Array(await (await open(entry)).arrayBuffer())
    // What is random doesn't compress, whatever the level: 0 is quick to write, and the same to read.
    const packed = new Uint8Array(deflateRawSync(bytes, { level: 0 }))
    const facts = { path: entry.path, date: new Date(0), method: 'deflated', crc32: crc32(bytes) } as const
    const { local, record } = writeHeaders({ ...facts, size: bytes.length, packedSize: packed.length })
    setOffset(record, offset)
    parts.push(local, packed)
    records.push(record)
    offset += local.length + packed.length
  }
  const size = records.reduce((sum, record) => sum + record.length, 0)
  return new Blob([...parts, ...records, writeEnd(entries.length, size, offset)])
}

function run(page: Page, what: keyof Bench, count: number): Promise<number> {
  return page
    .locator('input')
    .evaluate((input, [what, count, catalogue]) => bench[what](input as HTMLInputElement, count, catalogue), [
      what,
      count,
      catalogue,
    ] as const)
}

/** Bundles of attachments of 5 MB, ten as a rule, each of a unit of its own, as they are packed or packed again. */
async function writeBundles(
  count = bundles,
  attachments = 10,
  change: (zip: Blob) => Promise<Blob> = zip => Promise.resolve(zip),
): Promise<{ folder: string; paths: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'yinzheng-bench-bundles-'))
  const paths: string[] = []
  for (let unit = 1; unit <= count; unit++) {
    const contents = Array.from({ length: attachments }, () => new Uint8Array(randomBytes(5 * megabyte)))
    const files = contents.map((bytes, i) =>
      fileOf(`附件${i}.pdf`, '', {
        sha256: createHash('sha256').update(bytes).digest('hex'),
        size: bytes.length,
        crc32: crc32(bytes),
      }),
    )
    const checklist = { ...checklistAfter({ kind: 'add-files', item: '0-1', files }), id: `unit-${unit}` }
    const blobs = new Map(files.map((file, i) => [file.sha256, new Blob([contents[i] ?? ''])]))
    const [packed] = (await pack({ checklist, blobs })).files
    const path = join(folder, `${unit}.zip`)
    const zip = await change(packed ?? new Blob())
    await writeFile(path, Buffer.from(await zip.arrayBuffer()))
    paths.push(path)
  }
  return { folder, paths }
}
