/** The two sides of hashing: the page's pool, and the worker that asks it for what it can't read itself. */
import { deflateRawSync } from 'node:zlib'
import { headLength } from '../../../src/core/files/active-content'
import type { Digest } from '../../../src/core/files/digest'
import type { DigestJob } from '../../../src/io/files/digest-job'
import { chunksOf, serveDigests } from '../../../src/io/files/digest-jobs'
import { createPool } from '../../../src/io/files/digest-pool'
import { expect, test } from '../runner'

type Message = Record<string, unknown>
type Listener = ((event: { data: unknown }) => unknown) | null

const decode = (parts: Uint8Array[]) => Buffer.concat(parts).toString()

/** A worker on this thread whose own side is `serveDigests`; its digest is the text that was read. */
function startWorker(): Worker {
  const page: { onmessage: Listener; postMessage(data: unknown): void; terminate(): void } = {
    onmessage: null,
    postMessage: data => queueMicrotask(() => own.onmessage?.({ data })),
    terminate: () => {},
  }
  const own: { onmessage: Listener; postMessage(data: unknown): void } = {
    onmessage: null,
    postMessage: data => queueMicrotask(() => page.onmessage?.({ data })),
  }
  Object.assign(globalThis, { self: own })
  serveDigests(async (job: DigestJob): Promise<Digest> => {
    const parts: Uint8Array[] = []
    for await (const bytes of chunksOf(job)) parts.push(bytes.slice())
    return { sha256: decode(parts), crc32: 0 }
  })
  return page as unknown as Worker
}

// Files that follow on this thread find no worker's `self`: JSZip would take it for the page.
test.afterAll(() => {
  Reflect.deleteProperty(globalThis, 'self')
})

const pool = () => createPool(async () => ({ startDigestWorker: startWorker }))

/** A Blob whose first reading of each part fails, as all do in WebKit's workers on file://; `then`: what the page finds. */
function blobOf(text: string, then: 'readable' | 'vanished' = 'readable'): Blob {
  const blob = new Blob([text])
  const tried = new Set<number>()
  return Object.assign(blob, {
    slice: (start = 0, end = blob.size) => ({
      arrayBuffer: async () => {
        const isFirst = !tried.has(start)
        tried.add(start)
        if (isFirst) throw new DOMException('The I/O read operation failed', 'NotReadableError')
        if (then === 'vanished') throw new DOMException('It is gone', 'NotFoundError')
        return Blob.prototype.slice.call(blob, start, end).arrayBuffer()
      },
    }),
  })
}

test('what a worker can’t read the page reads for it, chunk by chunk, and the digest is the same', async () => {
  const long = 'a'.repeat(5_000_000) + 'b'.repeat(4_000_000)
  const digest = pool()
  // One after another: in Node one worker is all there is.
  for (const [blob, text] of [
    [blobOf(long), long],
    [blobOf('短'), '短'],
    [new Blob([long]), long],
  ] as const)
    expect((await digest(blob)).sha256 === text).toBe(true)
})

test('a file that the page can’t read either is refused with the page’s reason', async () => {
  const reading = pool()(blobOf('没了', 'vanished'))
  await expect(reading).rejects.toMatchObject({ name: 'NotFoundError' })
})

test('a worker is asked for nothing it did not need: a Blob it can read never comes back to the page', async () => {
  const sent: Message[] = []
  const watched = createPool(async () => ({
    startDigestWorker: () => {
      const worker = startWorker()
      const post = worker.postMessage.bind(worker)
      worker.postMessage = (message: Message) => {
        sent.push(message)
        post(message)
      }
      return worker
    },
  }))
  await watched(new Blob(['读得出']))
  expect(sent.map(message => Object.keys(message).sort().join())).toEqual([
    'algorithms,blob,hashOnly,id,inflatesTo',
  ])
})

test('a DEFLATEd Blob is inflated by the worker, and its first bytes come back', async () => {
  const whole = Buffer.from('好'.repeat(200_000))
  const { sha256, head } = await pool()(new Blob([deflateRawSync(whole)]), { inflatesTo: whole.length })
  expect(sha256).toBe(whole.toString())
  expect(Buffer.from(head ?? []).equals(whole.subarray(0, headLength))).toBe(true)
  const short = await pool()(new Blob([deflateRawSync('短')]), { inflatesTo: 3 })
  expect([short.sha256, Buffer.from(short.head ?? []).toString()]).toEqual(['短', '短'])
})

test('one that is cut, broken, longer or shorter than it says is refused, for the page to judge', async () => {
  const packed = deflateRawSync(Buffer.alloc(3_000_000, 'ab'))
  const broken = Buffer.concat([packed.subarray(0, 50), Buffer.alloc(50, 0xff), packed.subarray(100)])
  for (const [bytes, inflatesTo] of [
    [packed, 2_999_999],
    [packed, 3_000_001],
    [packed.subarray(0, packed.length - 3), 3_000_000],
    [broken, 3_000_000],
    [Buffer.alloc(100, 0xff), 100],
  ] as const)
    await expect(pool()(new Blob([bytes]), { inflatesTo })).rejects.toMatchObject({ name: 'InflateError' })
})

test('a browser that can’t inflate in its worker refuses at once', async () => {
  const { DecompressionStream } = globalThis
  Object.assign(globalThis, { DecompressionStream: undefined })
  const refused = pool()(new Blob([deflateRawSync('短')]), { inflatesTo: 3 })
  await expect(refused).rejects.toMatchObject({ name: 'InflateError' })
  Object.assign(globalThis, { DecompressionStream })
})
