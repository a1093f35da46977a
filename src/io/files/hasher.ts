/**
 * Hashes that are continued chunk by chunk, in a worker: by WebAssembly (hash-wasm), three times as fast as JavaScript, and by
 * JavaScript (@noble/hashes) where the browser or the page's policy refuses it (Chromium before 97 knows no
 * 'wasm-unsafe-eval').
 */
import { bytesToHex } from '@noble/hashes/utils.js'
import type { IHasher } from 'hash-wasm'
import type { DigestEngine } from '../../core/files/digest'

/** A hash under way. */
interface Hasher {
  engine: DigestEngine
  update(bytes: Uint8Array): void
  /** The hash of all bytes so far, lower-case hex. Nothing can be added any more. */
  finish(): string
}

interface JavaScriptHash {
  update(bytes: Uint8Array): unknown
  digest(): Uint8Array
}

/** Makes what starts a hash of one algorithm, by `createWasm` where that works. */
export function hasherOf(
  createWasm: () => Promise<IHasher>,
  createJavaScript: () => JavaScriptHash,
): () => Promise<Hasher> {
  // An instance is made once and used again: making one costs as much as hashing 20 KB.
  const idle: IHasher[] = []
  let refuses = false
  return async () => {
    const wasm = refuses ? null : (idle.pop() ?? (await createWasm().catch(() => null)))
    if (!wasm) {
      refuses = true
      const hash = createJavaScript()
      return {
        engine: 'javascript',
        update: bytes => hash.update(bytes),
        finish: () => bytesToHex(hash.digest()),
      }
    }
    wasm.init()
    return {
      engine: 'wasm',
      update: bytes => wasm.update(bytes),
      finish: () => {
        idle.push(wasm)
        return wasm.digest('hex')
      },
    }
  }
}
