/** Digests of a file's bytes. */

/** Hashes of bags made by other tools, computed only where one of their manifests asks for it. */
export type ForeignAlgorithm = 'sha512' | 'sha384' | 'sha224' | 'sha1' | 'md5'

/** The code that computes a digest: the browser's own, WebAssembly, or JavaScript. */
export type DigestEngine = 'subtle' | 'wasm' | 'javascript'

export interface Digest {
  /** Lower-case hex. */
  sha256: string
  /** Unsigned 32 bit, as ZIP stores it; 0 where only hashes were asked for. */
  crc32: number
  /** Of the algorithms that were asked for, lower-case hex. */
  foreign?: Partial<Record<ForeignAlgorithm, string>>
  /** The first `headLength` bytes of what was hashed, as far as the thread has them: to read them apart costs 1 ms a file. */
  head?: Uint8Array
}
