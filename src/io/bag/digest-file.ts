/** Hashes a file of what was handed in. One that is DEFLATEd is inflated by the thread that hashes it, where the browser can. */
import type { Digest } from '../../core/files/digest'
import type { HashBlob } from '../files/digest-pool'
import type { SourceFile } from './source'

type Options = Parameters<HashBlob>[1]

/** With the first bytes of the file. Null where the page has to inflate it: a small one, or one that may be broken. */
export async function digestPacked(
  { size, openPacked }: SourceFile,
  digest: HashBlob,
  options: Options,
): Promise<(Pick<Digest, 'sha256' | 'foreign'> & { head: Uint8Array }) | null> {
  if (!openPacked || size < smallest) return null
  try {
    const { head = new Uint8Array(), ...digests } = await digest(await openPacked(), {
      ...options,
      inflatesTo: size,
    })
    return { ...digests, head }
  } catch (error) {
    // What the page's own attempt says is told; whoever stopped is not asked again.
    if (options?.signal?.aborted) throw error
    return null
  }
}

/** Of smaller files the page holds some without harm. */
const smallest = 256 * 1024
