/**
 * Reads back the files that were stored, and stores again those that the browser lost meanwhile.
 *
 * Decision: Old Chromium is not believed when it says that it stored. It notes the files of a transaction in a journal of what is to be
 * deleted until the transaction is complete. Whatever lies in that journal it deletes two seconds after somebody let go of a stored
 * Blob whose record was gone, and when a transaction is just being completed, right then, with the files of this one. In 86 all 400
 * of 400 files were gone, five times of eight; the probe of each opening page was such a Blob. After completion nothing is lost that
 * way. Records are not read back: a large one is a file too, and read and written over again and again it is lost sooner (one
 * of 500 files was gone in its fifth change; without reading back none was in 300 changes of one of 800).
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
 * Resolves when every file of `put` that is still stored can be read: what another tab deleted meanwhile stays so.
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
      stored => ({ put: again.filter(([key]) => stored.get(key) !== undefined), remove: [] }),
    )
    lost = await findLost(again, read)
  }
}

/** Of a file that is gone the browser may say that it is empty; no stored file is. */
async function findLost(put: Writes['put'], read: Storage['read']): Promise<Writes['put']> {
  const asked = put.filter(([, value]) => value instanceof Blob)
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
