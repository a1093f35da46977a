/**
 * Inflates a file of a ZIP in the thread that hashes it, chunk by chunk.
 *
 * Decision: A DEFLATEd file is inflated where it is hashed. As a Blob of the page it lay in the browser's memory until the
 * page collected its garbage: 20 bundles that somebody packed again took 190 MB. What is read is released as well: 77 MB are held,
 * 146 MB if it is not. Whatever goes wrong here is refused with an InflateError, and the page inflates the file itself, which tells
 * why: browsers before 2022 know no 'deflate-raw'.
 */
import { headLength } from '../../core/files/active-content'
import type { DigestJob } from './digest-job'
import { release } from './release'

const packedChunk = 1024 * 1024

type InflateJob = Pick<DigestJob, 'blob' | 'read' | 'onBytes' | 'onHead' | 'refuseWhenCancelled'>

/** The bytes that the job's Blob inflates to, exactly `size`. @throws InflateError; AbortError once it is cancelled */
export async function* inflatedChunks(
  job: InflateJob,
  size: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = inflate(job)
  const head = new Uint8Array(Math.min(size, headLength))
  let done = 0
  try {
    for (;;) {
      job.refuseWhenCancelled()
      const { value: bytes } = await reader.read().catch(refuse)
      if (!bytes) break
      if (done < head.length) head.set(bytes.subarray(0, head.length - done), done)
      done += bytes.length
      if (done > size) refuse()
      yield bytes
      release(bytes)
      job.onBytes(Math.min(done, job.blob.size))
    }
    if (done < size) refuse()
    job.onHead(head)
  } finally {
    // Of a bomb nothing more is inflated.
    reader.cancel().catch(() => undefined)
  }
}

function inflate(job: InflateJob): ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> {
  try {
    const { writable, readable } = new DecompressionStream('deflate-raw')
    // Whoever reads hears of what went wrong.
    feed(job, writable.getWriter()).catch(() => undefined)
    return readable.getReader()
  } catch {
    return refuse()
  }
}

async function feed({ blob, read }: InflateJob, writer: WritableStreamDefaultWriter): Promise<void> {
  // A stream may still read what it has taken until it takes the next.
  let taken: Uint8Array<ArrayBuffer> | null = null
  try {
    for (let start = 0; start < blob.size; start += packedChunk) {
      const bytes = new Uint8Array(await read(start, Math.min(blob.size, start + packedChunk)))
      await writer.write(bytes)
      if (taken) release(taken)
      taken = bytes
    }
    await writer.close()
    if (taken) release(taken)
  } catch (error) {
    await writer.abort(error)
  }
}

function refuse(): never {
  throw new DOMException('Cannot inflate the file here', 'InflateError')
}
