/**
 * SHA-256 and CRC-32 of Blobs, off the main thread. A Blob is read once, in chunks; nothing larger than `wholeLimit` is ever
 * held.
 */
import { SHA256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { continueCrc32 } from '../../core/files/crc32'
import type { Digest } from '../../core/files/digest'
import { chunksOf, type DigestJob, release, serveDigests } from './digest-jobs'

// crypto.subtle can't continue a hash, but is some six times as fast as JavaScript: whole files up to this size go through it,
// four at a time (`core/ahead`).
const wholeLimit = 32 * 1024 * 1024

// crypto.subtle is absent over http://name.
serveDigests(job =>
  job.blob.size <= wholeLimit && self.crypto?.subtle ? digestWhole(job) : digestChunks(job),
)

async function digestWhole({ blob, hashOnly, onBytes }: DigestJob): Promise<Digest> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const hash = self.crypto.subtle.digest('SHA-256', bytes)
  const crc32 = hashOnly ? 0 : continueCrc32(0, bytes)
  const sha256 = bytesToHex(new Uint8Array(await hash))
  release(bytes)
  onBytes(blob.size)
  return { sha256, crc32 }
}

async function digestChunks(job: DigestJob): Promise<Digest> {
  const hash = new SHA256()
  let crc32 = 0
  for await (const bytes of chunksOf(job)) {
    hash.update(bytes)
    if (!job.hashOnly) crc32 = continueCrc32(crc32, bytes)
  }
  return { sha256: bytesToHex(hash.digest()), crc32 }
}
