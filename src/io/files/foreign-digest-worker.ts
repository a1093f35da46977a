/**
 * SHA-256 and what else a foreign bag's manifests ask for, off the main thread, each byte read once; no CRC-32, nobody packs
 * by it. crypto.subtle knows no MD5 and can't continue a hash.
 */
import { MD5, SHA1 } from '@noble/hashes/legacy.js'
import { SHA224, SHA256, SHA384, SHA512 } from '@noble/hashes/sha2.js'
import { createMD5, createSHA1, createSHA224, createSHA256, createSHA384, createSHA512 } from 'hash-wasm'
import type { Digest, ForeignAlgorithm } from '../../core/files/digest'
import type { DigestJob } from './digest-job'
import { chunksOf, serveDigests } from './digest-jobs'
import { hasherOf } from './hasher'

const startSha256 = hasherOf(createSHA256, () => new SHA256())
const starts = {
  sha512: hasherOf(createSHA512, () => new SHA512()),
  sha384: hasherOf(createSHA384, () => new SHA384()),
  sha224: hasherOf(createSHA224, () => new SHA224()),
  sha1: hasherOf(createSHA1, () => new SHA1()),
  md5: hasherOf(createMD5, () => new MD5()),
} satisfies Record<ForeignAlgorithm, unknown>

serveDigests(digestForeign)

async function digestForeign(job: DigestJob): Promise<Digest> {
  const sha256 = await startSha256()
  job.onEngine(sha256.engine)
  const others = await Promise.all(
    job.algorithms.map(async algorithm => ({ algorithm, hash: await starts[algorithm]() })),
  )
  for await (const bytes of chunksOf(job)) {
    sha256.update(bytes)
    for (const { hash } of others) hash.update(bytes)
  }
  const foreign = Object.fromEntries(others.map(({ algorithm, hash }) => [algorithm, hash.finish()]))
  return { sha256: sha256.finish(), crc32: 0, foreign }
}
