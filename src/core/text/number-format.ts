/**
 * A number of a spreadsheet as it is printed: 0.2 formatted 0% is 20%, 45280 formatted yyyy/m/d a day. Formats of percents,
 * days and texts behind a number are known (ECMA-376 part 1, 18.8.30); any other prints the number itself.
 */

/** Numbers of formats that every program has. */
const builtin: Record<number, string> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  17: 'mmm-yy',
  22: 'yyyy/m/d h:mm',
  31: 'yyyy"年"m"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

export function formatOf(id: number, own: ReadonlyMap<number, string>): string {
  return own.get(id) ?? builtin[id] ?? ''
}

/** `value` is the stored number; a text that is none stays as it is. */
export function formatNumber(value: string, format: string): string {
  const number = Number(value)
  if (value.trim() === '' || Number.isNaN(number)) return value
  const positive = format.split(';')[0] ?? ''
  const bare = positive.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  if (/[ymd]/i.test(bare)) return formatDay(number, bare)
  const decimals = /0\.(0+)/.exec(bare)?.[1]?.length
  // What adding up in binary leaves behind.
  const plain = (n: number) => String(Number(n.toPrecision(12)))
  if (bare.includes('%'))
    return `${plain(Number((number * 100).toFixed(decimals ?? (/0/.test(bare) ? 0 : 2))))}%`
  const isRounded = /0/.test(bare)
  const text =
    isRounded && decimals === undefined && !/[#?]/.test(bare) ? plain(Math.round(number)) : plain(number)
  return `${literal(positive, 'before')}${text}${literal(positive, 'behind')}`
}

/** Words that a format prints around the number: 0"分". */
function literal(format: string, place: 'before' | 'behind'): string {
  const digits = /[0#?][0#?.,]*/
  const at = format.search(digits)
  if (at < 0) return ''
  const part = place === 'before' ? format.slice(0, at) : format.slice(at).replace(digits, '')
  return [...part.matchAll(/"([^"]*)"|([\p{Script=Han}]+)/gu)]
    .map(([, quoted, plain]) => quoted ?? plain)
    .join('')
}

/** Days count from 1899-12-30, which makes up for a leap day that never was. */
function formatDay(serial: number, format: string): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000)
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()]
  const parts = [
    ...(/y/i.test(format) ? [`${year}年`] : []),
    ...(/m/i.test(format) ? [`${month}月`] : []),
    ...(/d/i.test(format) ? [`${date}日`] : []),
  ]
  const time = /h/i.test(format) ? ` ${pad(day.getUTCHours())}:${pad(day.getUTCMinutes())}` : ''
  return parts.join('') + time
}

function pad(part: number): string {
  return String(part).padStart(2, '0')
}
