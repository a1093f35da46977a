/**
 * SHA-256 and CRC-32 of Blobs, off the main thread. A Blob is read once, in chunks; nothing larger than `wholeLimit` is ever
 * held.
 */
import { SHA256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { createSHA256 } from 'hash-wasm'
import { continueCrc32 } from '../../core/files/crc32'
import type { Digest } from '../../core/files/digest'
import type { DigestJob } from './digest-job'
import { chunksOf, serveDigests } from './digest-jobs'
import { hasherOf } from './hasher'
import { release } from './release'

// crypto.subtle can't continue a hash, but is three times as fast as WebAssembly: whole files up to this size go through it,
// four at a time (`core/files/ahead`).
const wholeLimit = 32 * 1024 * 1024

const startSha256 = hasherOf(createSHA256, () => new SHA256())

// crypto.subtle is absent over http://name.
serveDigests(job => {
  const isWhole = job.inflatesTo === undefined && job.blob.size <= wholeLimit
  return isWhole && self.crypto?.subtle ? digestWhole(job) : digestChunks(job)
})

async function digestWhole({ blob, read, hashOnly, onBytes, onEngine }: DigestJob): Promise<Digest> {
  onEngine('subtle')
  const bytes = new Uint8Array(await read(0, blob.size))
  const hash = self.crypto.subtle.digest('SHA-256', bytes)
  const crc32 = hashOnly ? 0 : continueCrc32(0, bytes)
  const sha256 = bytesToHex(new Uint8Array(await hash))
  release(bytes)
  onBytes(blob.size)
  return { sha256, crc32 }
}

async function digestChunks(job: DigestJob): Promise<Digest> {
  const hash = await startSha256()
  job.onEngine(hash.engine)
  let crc32 = 0
  for await (const bytes of chunksOf(job)) {
    hash.update(bytes)
    if (!job.hashOnly) crc32 = continueCrc32(crc32, bytes)
  }
  return { sha256: hash.finish(), crc32 }
}
