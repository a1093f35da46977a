/**
 * The number that a name begins with, as people write it: 8-1 · 8.1 · ８．１ · （八） · 八、 · 08_ · 8-1-1 · 8-1（2）.
 * A number of an annex (附件3), a date or a document's number (〔2022〕41号) is none.
 */

export interface LeadingNumber {
  /** `8-1-1` → [8, 1, 1]. */
  parts: number[]
  /** As it stands in the name. */
  text: string
}

const digits = '〇一二三四五六七八九'
const separator = '\\s*[-‐–—－.．·_、]\\s*'
/** What follows a day, a paper's issue, a house: 2-1-1号楼. */
const counter = '(?:[年月日号期班栋幢室楼]|小区)'
const one = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})'

/** A number of three parts is one wherever it stands: 实施方案（8-1-1）. But 周报11-1-1 is a paper's issue. */
const numberInside = new RegExp(
  `(?:^|[^\\d.报刊版期-])(\\d{1,2}(?:-\\d{1,2}){2})(?![\\d-]|\\s*%|\\s*${counter})`,
)

const forms = [
  // 8-1-1, 8.1, 8-1(2); not the beginning of a longer number or of a day.
  new RegExp(
    `^(?:指标|材料|序号|编号|第)?\\s*(\\d{1,3}(?:${separator}\\d{1,3}){1,3}(?:\\s*\\(\\d{1,2}\\))?)(?!\\s*[\\d%]|(?:${separator}\\d{1,3})?\\s*${counter})`,
  ),
  // (八), 八、, 08_, 8、, 8., 第八项
  new RegExp(`^\\(\\s*(${one})\\s*\\)`),
  new RegExp(`^(?:指标|材料|序号|编号)?\\s*(${one})\\s*(?:[、.．_:]|-(?!\\d))`),
  new RegExp(`^第\\s*(${one})\\s*[项条类]`),
  /^(\d{1,3})(?=\s+\D|\s*\p{Script=Han}|$)(?!\s*[年月日号个份张次期批家届项条类])/u,
]

/** Null where the name begins with none. `text` is in one width already and has no dates. */
export function leadingNumber(text: string): LeadingNumber | null {
  const bare = text.trim()
  for (const form of forms) {
    const found = form.exec(bare)
    if (!found) continue
    return { parts: partsOf(found[1] ?? ''), text: found[0].replace(/[-‐–—.．_、:\s]+$/, '') }
  }
  const inside = numberInside.exec(bare)
  return inside ? { parts: partsOf(inside[1] ?? ''), text: inside[1] ?? '' } : null
}

/** The parts of a printed number or an id: `8.1` → [8, 1], `（八）` → [8]; empty where there is none. */
export function partsOf(number: string): number[] {
  return (number.normalize('NFKC').match(/\d+|[一二三四五六七八九十]+/g) ?? []).map(numeralOf)
}

function numeralOf(written: string): number {
  if (/^\d/.test(written)) return Number(written)
  const [tens, units] = written.includes('十') ? written.split('十') : ['', written]
  const ten = written.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens ?? '')) : 0
  return ten * 10 + (units ? digits.indexOf(units) : 0)
}
