/**
 * Slow work on a list, in the list's order, with the next items already under way: a browser reads one file while it
 * hashes another, in different threads.
 */

// For each of two cores one file being read and one being hashed; more only cost memory.
const underWay = 4

/** Each item with the result of `work`, in order. What `work` throws is thrown when its item's turn comes. */
export async function* workAhead<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<[item: Item, result: Result]> {
  const started: [Item, Promise<Result>][] = []
  for (const item of items) {
    const result = work(item)
    // It may fail long before its turn, which the platform would report as nobody's error.
    result.catch(() => {})
    started.push([item, result])
    if (started.length < underWay) continue
    const [first, its] = started.shift() as [Item, Promise<Result>]
    yield [first, await its]
  }
  for (const [item, result] of started) yield [item, await result]
}
