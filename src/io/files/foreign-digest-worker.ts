/**
 * SHA-256 and what else a foreign bag's manifests ask for, off the main thread, each byte read once; no CRC-32, nobody packs
 * by it. In JavaScript only: such bags are few, and crypto.subtle knows no MD5.
 */
import { MD5, SHA1 } from '@noble/hashes/legacy.js'
import { SHA224, SHA256, SHA384, SHA512 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Digest, ForeignAlgorithm } from '../../core/files/digest'
import { chunksOf, type DigestJob, serveDigests } from './digest-jobs'

const hashes = {
  sha512: SHA512,
  sha384: SHA384,
  sha224: SHA224,
  sha1: SHA1,
  md5: MD5,
} satisfies Record<ForeignAlgorithm, unknown>

serveDigests(digestForeign)

async function digestForeign(job: DigestJob): Promise<Digest> {
  const sha256 = new SHA256()
  const others = job.algorithms.map(algorithm => ({ algorithm, hash: new hashes[algorithm]() }))
  for await (const bytes of chunksOf(job)) {
    sha256.update(bytes)
    for (const { hash } of others) hash.update(bytes)
  }
  const foreign = Object.fromEntries(
    others.map(({ algorithm, hash }) => [algorithm, bytesToHex(hash.digest())]),
  )
  return { sha256: bytesToHex(sha256.digest()), crc32: 0, foreign }
}
