/** Lines across a table and captions above one: 一、基础工作（60分）, A类：政府, （二）宣传. They are levels of the rows below. */

const styles = [
  /^第[一二三四五六七八九十\d]+(部分|类|章|篇)/,
  /^[一二三四五六七八九十]+\s*[、.．,，]?\s*(?=\S)/,
  /^[(（][一二三四五六七八九十]+[)）]/,
  /^\d{1,2}[、.．]/,
  /^[(（]\d{1,2}[)）]/,
]
const classes =
  /^[(（]?[A-Za-zＡ-Ｚ甲乙丙丁]\s*[类组档卷]|类[:：]|[(（]\s*(共|计)?\s*\d+(\.\d+)?\s*分\s*[)）]$/

/** Whether a line reads as the name of a class. */
export function isSectionText(text: string): boolean {
  const isNumbered =
    /^[一二三四五六七八九十]+\s*[、.．]|^[(（][一二三四五六七八九十]+[)）]|^第[一二三四五六七八九十\d]+(部分|类|章|篇)/.test(
      text,
    )
  return text.length <= 60 && (isNumbered || classes.test(text))
}

/** The sections of the rows below a line: those it stands within stay. `fixed` ones, from above the table, always do. */
export function addSection(open: readonly string[], fixed: number, text: string): string[] {
  const depth = depthOf(text)
  const kept = open.findIndex((other, i) => i >= fixed && depthOf(other) >= depth)
  return [...(kept < 0 ? open : open.slice(0, kept)), text]
}

function depthOf(text: string): number {
  const depth = styles.findIndex(style => style.test(text))
  return depth < 0 ? 1 : depth
}
