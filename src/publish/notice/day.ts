/** Days and hours as a notice prints them. */

const digit = '\\d〇○零Ｏ一二三四五六七八九'
const day = new RegExp(`([${digit}]{4})\\s*年\\s*([${digit}十]{1,3})\\s*月\\s*([${digit}十]{1,3})\\s*日`)
const dayAtEnd = new RegExp(`${day.source}\\s*$`)

/** `2022年12月13日`, `二〇二二年十二月十三日` and `2022/12/13` → `2022-12-13`. */
export function isoDay(text: string): string | undefined {
  const [, year, month = '', date = ''] =
    day.exec(text) ?? /(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text) ?? []
  return year && `${numberOf(year)}-${pad(numberOf(month))}-${pad(numberOf(date))}`
}

/** The text before the day that a line ends with; undefined where it ends otherwise. */
export function beforeDay(line: string): string | undefined {
  const found = dayAtEnd.exec(line)
  return found ? line.slice(0, found.index).trim() : undefined
}

/** `12`, `十二`, `二十三`, `二〇二三`. */
function numberOf(text: string): number {
  const arabic = text.replace(/[〇○零Ｏ一二三四五六七八九]/g, sign => {
    const place = '〇一二三四五六七八九'.indexOf(sign)
    return String(Math.max(place, 0))
  })
  const [tens = '', units = ''] = arabic.split('十')
  return arabic.includes('十') ? Number(tens || 1) * 10 + Number(units) : Number(arabic)
}

export interface Deadline {
  /** With the time zone. */
  value: string
  /** The sentence that says it, without spaces. */
  from: string
}

const limit = new RegExp(
  [
    '(?<until>截止[^\\d]{0,6})?(?:(?<printedYear>\\d{4})年)?(?<month>\\d{1,2})月(?<date>\\d{1,2})日',
    '(?:[（(](?:星期|周).[)）])?(?<half>上午|下午|中午|晚上|下班)?',
    '(?:(?<hour>\\d{1,2})(?:[时点]|[:：](?=\\d))(?<minute>\\d{1,2})?分?(?<isHalf>半)?)?',
    '(?<before>之?前|以前|截止|为止)?',
  ].join(''),
  'g',
)

/**
 * Every day by which something is to be done, those by which it is handed in first. A day without a year is the first one
 * after the notice's own, `dated`; without that it is none.
 */
export function deadlinesIn(text: string, dated: string | undefined): Deadline[] {
  const sentences = text.replace(/[^\S\n]/g, '').split(/[。；;\n]/)
  const found = sentences.flatMap(sentence => deadlinesOf(sentence, dated))
  return [
    ...found.filter(({ isDelivery }) => isDelivery),
    ...found.filter(({ isDelivery }) => !isDelivery),
  ].map(({ value, from }) => ({ value, from }))
}

function deadlinesOf(from: string, dated: string | undefined): (Deadline & { isDelivery: boolean })[] {
  const matches = [...from.matchAll(limit)].filter(({ groups }) => groups?.until || groups?.before)
  return matches.flatMap((match, index) => {
    const value = momentOf(match, dated)
    // The only day of a sentence is what the whole of it is about; one of several goes up to the next.
    const about = matches.length === 1 ? from : from.slice(match.index, matches[index + 1]?.index)
    return value ? [{ value, from, isDelivery: /报送|报至|报到|提交|上报|送至|送到/.test(about) }] : []
  })
}

/** The end of the day where no hour is named. */
function momentOf(match: RegExpExecArray, dated: string | undefined): string | undefined {
  const { printedYear, month = '', date = '', half, hour, minute, isHalf } = match.groups ?? {}
  const year = printedYear ?? yearAfter(dated, `${pad(month)}-${pad(date)}`)
  if (!year) return undefined
  const isLater = (half === '下午' || half === '晚上') && Number(hour) < 12
  const isWholeDay = hour === undefined || Number(hour) === 24
  const time = isWholeDay ? [23, 59] : [Number(hour) + (isLater ? 12 : 0), isHalf ? 30 : (minute ?? 0)]
  return `${year}-${pad(month)}-${pad(date)}T${time.map(pad).join(':')}:00+08:00`
}

function yearAfter(dated: string | undefined, monthAndDay: string): string | undefined {
  const year = dated?.slice(0, 4)
  return year && `${year}-${monthAndDay}` < (dated ?? '') ? String(Number(year) + 1) : year
}

function pad(part: string | number): string {
  return String(part).padStart(2, '0')
}
