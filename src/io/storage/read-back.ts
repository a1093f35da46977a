/**
 * Reads back what was stored, and stores again what the browser lost meanwhile.
 *
 * Decision: Old Chromium is not believed when it says that it stored. It keeps a Blob, and any value of more than some 64 KB, in a
 * file of its own, and notes the files of a transaction in a journal of what is to be deleted until the transaction is complete.
 * Whatever lies in that journal it deletes two seconds after somebody let go of a stored Blob whose record was gone, and when a
 * transaction is just being completed, right then, with the files of this one. In 86 all 400 of 400 files were gone, five times of
 * eight; the probe of each opening page is such a Blob. After completion nothing is lost that way.
 */
import { isReadable } from '../files/file-bytes'
import { UnreadableValue, type Writes } from './transaction'

interface Storage {
  read(keys: readonly string[]): Promise<unknown[]>
  change(wanted: readonly string[], decide: (read: Map<string, unknown>) => Writes): Promise<unknown>
}

/** Each time the browser would have to be surprised anew, within milliseconds. */
const mostTries = 5

/**
 * Resolves when everything of `put` that is still wanted can be read: what another tab deleted or wrote anew meanwhile stays so.
 * @throws TransactionBrokenOffError when the browser loses it again and again
 */
export async function keepFromLoss(put: Writes['put'], { read, change }: Storage): Promise<void> {
  let lost = await findLost(put, read)
  for (let tries = 0; lost.length > 0; tries++) {
    if (tries === mostTries)
      throw new DOMException('The browser lost what it had stored', 'TransactionBrokenOffError')
    const again = lost
    await change(
      again.map(([key]) => key),
      stored => ({ put: again.filter(([key]) => isLike(stored.get(key))), remove: [] }),
    )
    lost = await findLost(again, read)
  }
}

/** A file's bytes are the same whoever stored them; a record that can be read is newer. */
function isLike(stored: unknown): boolean {
  return stored instanceof UnreadableValue || stored instanceof Blob
}

/** Buffers are small, and stand in the database itself. Of a file that is gone the browser may say that it is empty; no file is. */
async function findLost(put: Writes['put'], read: Storage['read']): Promise<Writes['put']> {
  const asked = put.filter(([, value]) => !(value instanceof ArrayBuffer))
  const values = await read(asked.map(([key]) => key))
  const areReadable = (blobs: readonly Blob[]) =>
    blobs.every(({ size }) => size > 0) ? isReadable(blobs) : Promise.resolve(false)
  const areAll = await areReadable(values.filter(value => value instanceof Blob))
  const lost: Writes['put'] = []
  for (const [i, one] of asked.entries()) {
    const value = values[i]
    const isGone = value instanceof Blob && !areAll && !(await areReadable([value]))
    if (isGone || value instanceof UnreadableValue) lost.push(one)
  }
  return lost
}
