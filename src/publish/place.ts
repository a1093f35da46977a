/** Where the ids of a table's rows begin. Ids are for ever, so they hang on printed numbers only where these are plain. */

import type { TableRow } from './table/row'
import { parseNumber } from './table/row-number'

/**
 * For each row what its id begins with: the printed 序号 where all rows have whole numbers that never go back, as in 2022,
 * and no two classes share one; else the how-manieth class it belongs to, by its outermost level.
 */
export function placesOf(rows: readonly TableRow[]): string[] {
  const numbers = rows.map(({ number }) =>
    /\d+[.．]\d/.test(number) || / /.test(number) ? undefined : parseNumber(number),
  )
  const isPlain = numbers.every((number, i) => {
    const isShared = number === numbers[i - 1] && rows[i]?.sections[0] !== rows[i - 1]?.sections[0]
    return number !== undefined && number >= (numbers[i - 1] ?? 1) && number < 1000 && !isShared
  })
  if (isPlain) return numbers.map(String)
  let place = 0
  let last: string | undefined
  return rows.map(({ levels }) => {
    const level = levels[0] ?? ''
    if (place === 0 || level !== last) place++
    last = level
    return String(place)
  })
}
