/** A path as it was brought, taken apart: what its folders and its name say by number, words, year and day. */
import { baseName, splitExtension } from '../text/filename'
import { type LeadingNumber, leadingNumber } from './numbers'
import { pairsOf, tidyText } from './words'

/** One folder, or the name, which is the last. */
export interface PathPart {
  /** As it stands there, the name without its extension. */
  text: string
  isName: boolean
  number: LeadingNumber | null
  /** Without number, dates and version words. */
  words: string
}

/** The parts of a path from its outermost folder to its name. */
export function partsOfPath(path: string, unit: string): PathPart[] {
  const names = path.split('/').filter(name => name !== '' && name !== '.')
  return names.map((name, i) => {
    const isName = i === names.length - 1
    const text = isName ? splitExtension(name)[0] : name
    const tidied = tidyText(text, unit)
    const number = leadingNumber(tidied)
    const words = number ? tidied.replace(number.text, ' ') : tidied
    return { text, isName, number, words: !isName && office.test(words.trim()) ? '' : words }
  })
}

/** A folder that is named after an office tells whose papers they are, not what they are about. */
const office =
  /^(?!.*[督承协交举主查催转代]办$)[\p{Script=Han}（）()]{1,12}(?:局|委|委员会|办|办公室|股|科|所|室|中心|站|队|部门?|镇|乡|街道|学校|医院|公司)(?:报来|报送|上报|报|提供)?的?(?:材料|资料)?$/u

/** Whether files of a folder are likely to be about one thing: its name is not that of an office, a month, or any folder (照片, 下载). */
export function isOfOneThing(folder: string): boolean {
  const tidied = tidyText(baseName(folder))
  return leadingNumber(tidied) !== null || (pairsOf(tidied).telling.length > 0 && !office.test(tidied.trim()))
}

/** The folders of a path; empty where it has none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The part of a name that it shares with its neighbours: the same for `过度包装检查 (2).jpg` and `过度包装检查3.jpg`. */
export function stemOf(path: string): string {
  const [stem] = splitExtension(baseName(path))
  return tidyText(stem)
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
}

const pictures = /\.(?:jpe?g|png|gif|bmp|webp|heic|tiff?)$/i
export function isPicture(path: string): boolean {
  return pictures.test(path)
}

/** The day in a name that a camera or a phone gave: `IMG_20221103_101500.jpg`; empty where there is none. */
export function dayOfName(path: string): string {
  const found = /(?:^|\D)(20\d\d)[-_.年]?(0[1-9]|1[0-2])[-_.月]?(0[1-9]|[12]\d|3[01])(?:\D|\d{6}|$)/.exec(
    baseName(path),
  )
  return found ? `${found[1]}-${found[2]}-${found[3]}` : ''
}

/** The years that a path or text names, in no order. */
export function yearsOf(text: string): number[] {
  const found = text.normalize('NFKC').match(/(?:^|\D)20[0-4]\d(?!\d{0,1}(?:号|家|个|份|人|元|万))/g) ?? []
  return [...new Set(found.map(year => Number(year.slice(-4))))]
}

/** Whether the years are others than `year`, which may lie between them (2021—2023年三年行动). */
export function isOfOtherYear(years: readonly number[], year: string): boolean {
  if (year === '' || years.length === 0) return false
  return Number(year) < Math.min(...years) || Number(year) > Math.max(...years)
}
