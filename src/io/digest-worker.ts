/**
 * SHA-256 and CRC-32 of Blobs, off the main thread. In comes `{id, blob}`, out go progress and `{id, sha256, crc32}` or the
 * platform's error by name. A Blob is read once, in chunks; nothing larger than `wholeLimit` is ever held.
 */
import { SHA256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { continueCrc32 } from '../core/crc32'

// crypto.subtle can't continue a hash, but is some six times as fast as JavaScript: whole files up to this size go through it,
// four at a time (`core/ahead`).
const wholeLimit = 32 * 1024 * 1024
const chunkSize = 4 * 1024 * 1024

const cancelled = new Set<number>()

self.onmessage = async (event: MessageEvent<{ id: number } & ({ blob: Blob } | { cancel: true })>) => {
  const { id } = event.data
  if ('cancel' in event.data) {
    cancelled.add(id)
    return
  }
  const { blob } = event.data
  try {
    // crypto.subtle is absent over http://name.
    const isWhole = blob.size <= wholeLimit && self.crypto?.subtle
    self.postMessage({ id, ...(isWhole ? await digestWhole(id, blob) : await digestChunks(id, blob)) })
  } catch (error) {
    self.postMessage({ id, errorName: error instanceof Error ? error.name : 'UnknownError' })
  }
}

async function digestWhole(id: number, blob: Blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const hash = self.crypto.subtle.digest('SHA-256', bytes)
  const crc32 = continueCrc32(0, bytes)
  const hex = bytesToHex(new Uint8Array(await hash))
  self.postMessage({ id, bytes: blob.size })
  return { sha256: hex, crc32 }
}

async function digestChunks(id: number, blob: Blob) {
  const hash = new SHA256()
  let crc32 = 0
  for (let start = 0; start < blob.size; start += chunkSize) {
    if (cancelled.has(id)) throw new DOMException('Digest cancelled', 'AbortError')
    const bytes = new Uint8Array(await blob.slice(start, start + chunkSize).arrayBuffer())
    hash.update(bytes)
    crc32 = continueCrc32(crc32, bytes)
    self.postMessage({ id, bytes: start + bytes.length })
  }
  return { sha256: bytesToHex(hash.digest()), crc32 }
}
