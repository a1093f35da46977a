/**
 * The notice's text as `notice.md` wants it. In come the lines of the document, in order and as printed; out go its
 * paragraphs between salutation and signature, and what the front matter needs where the text says it. Verbatim but for two
 * marks: a heading, a link on an annex.
 */
export interface Notice {
  paragraphs: string[]
  /** What the portal printed above the text, by its label without spaces (`索引号`). */
  portal: Map<string, string>
  title: string | undefined
  documentNumber: string | undefined
  signatory: string | undefined
  /** ISO day. */
  dated: string | undefined
}

const label =
  /(索\s*引\s*号|文\s*号|发\s*文\s*机\s*构|主\s*题\s*分\s*类|名\s*称|发\s*布\s*日\s*期|有\s*效\s*性)\s*[:：]/g
const dateLine = /^\s*(\d{4}|[二〇○零一三四五六七八九]{4})\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*$/
const annexTitle = /^附\s*件\s*\d?\s*$/

/** What the lines say; undefined where they hold no text at all. */
export function parseNotice(lines: readonly string[]): Notice | undefined {
  const start = lines.findIndex(line => /.{3}[:：]$/.test(line) && !new RegExp(label.source).test(line))
  const titleAt = lines.findIndex(line => /(通知|函|公告|通报)$/.test(line))
  const begin = start >= 0 ? start : titleAt + 1
  const head = lines.slice(0, begin)
  const rest = lines.slice(begin)
  const signed = rest.findIndex(line => dateLine.test(line))
  const annex = rest.findIndex(line => annexTitle.test(line))
  const end = signed >= 0 ? signed - 1 : annex >= 0 ? annex : rest.length
  const body = rest.slice(0, Math.max(end, 0)).filter(line => line !== '')
  if (body.length === 0) return undefined
  return {
    paragraphs: body,
    portal: portalOf(head.join(' ')),
    title: titleOf(head),
    documentNumber: head.map(line => /\S*[〔[［(]\d{4}[〕\]］)]\s*\d+\s*号/.exec(line)?.[0]).find(Boolean),
    signatory: signed > 0 ? rest[signed - 1] : undefined,
    dated: signed >= 0 ? isoDay(rest[signed] ?? '') : undefined,
  }
}

/** The body of `notice.md`. */
export function writeBody(paragraphs: readonly string[]): string {
  let isAnnexList = false
  const marked = paragraphs.map(line => {
    if (/^[一二三四五六七八九十]+、/.test(line) && line.length <= 30 && !/[;；。,，:：]$/.test(line))
      return `## ${line}`
    const annex = /^(附\s*件\s*\d?\s*[:：]\s*(?:\d\s*[.．、]\s*)?)(.+)$/.exec(line)
    const next = isAnnexList ? /^(\d\s*[.．、]\s*)(.+)$/.exec(line) : null
    const [, mark, name] = annex ?? next ?? []
    isAnnexList = mark !== undefined
    if (mark === undefined || name === undefined) return escapeStart(line)
    return `${escapeStart(mark)}[${name}](${/报告|模板/.test(name) ? '#annex-2' : 'indicators.html'})`
  })
  return marked.join('\n\n')
}

/** `1. ` would become a list, `#` a heading. */
function escapeStart(line: string): string {
  return line.replace(/^(\d+)([.)])(?=\s)/, '$1\\$2').replace(/^(?=[#>*+-])/, '\\')
}

function titleOf(head: readonly string[]): string | undefined {
  const plain = head.filter(line => !new RegExp(label.source).test(line))
  const end = plain.findIndex(line => /(通知|函|公告|通报)$/.test(line))
  if (end < 0) return undefined
  // A long title stands on several lines, the first of which begins with 关于 or the office's name.
  const start = plain.findIndex((line, index) => index <= end && /关于/.test(line))
  return plain.slice(start < 0 ? end : start, end + 1).join('')
}

function portalOf(text: string): Map<string, string> {
  const labels = [...text.matchAll(label)]
  return new Map(
    labels.map((match, index) => [
      (match[1] ?? '').replace(/\s/g, ''),
      text.slice(match.index + match[0].length, labels[index + 1]?.index).trim(),
    ]),
  )
}

/** `2022年12月13日` → `2022-12-13`; undefined for a date in Chinese numerals. */
export function isoDay(text: string): string | undefined {
  const [, year, month = '', day = ''] = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(text) ?? []
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
