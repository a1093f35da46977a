/**
 * Works on several items of a list at a time and gives the results in the list's order: a browser reads one file while
 * it hashes another, in different threads.
 */

// One file being read and one being hashed for each of two cores; more would only take memory.
const underWay = 4

/** Each item with the result of `work`, in order. An error of `work` is thrown when its item's turn comes. */
export async function* workAhead<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<[item: Item, result: Result]> {
  const started: [Item, Promise<Result>][] = []
  for (const item of items) {
    const result = work(item)
    // It can fail long before its turn: without a handler the platform would report an unhandled rejection.
    result.catch(() => {})
    started.push([item, result])
    if (started.length < underWay) continue
    const [first, its] = started.shift() as [Item, Promise<Result>]
    yield [first, await its]
  }
  for (const [item, result] of started) yield [item, await result]
}
