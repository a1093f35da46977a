/**
 * The notice's text as `notice.md` wants it. In come the lines of the document, in order and as printed; out go its
 * paragraphs between salutation and signature, and what the front matter needs where the text says it. Verbatim but for two
 * marks: a heading, a link on an annex.
 */
import { findClosing } from './closing'
import { findTitle } from './title'

export interface Notice {
  paragraphs: string[]
  /** Lines between the date and the first annex: they say who to ask, but are no part of the body. */
  after: string[]
  /** What the portal printed above the text, by its label without spaces (`索引号`). */
  portal: Map<string, string>
  title: string | undefined
  /** Other lines that would do as the title. */
  otherTitles: string[]
  documentNumber: string | undefined
  signatory: string | undefined
  /** ISO day. */
  dated: string | undefined
  isTitleSure: boolean
  isSignatorySure: boolean
}

/** Of which nothing is known. */
export const emptyNotice: Notice = {
  paragraphs: [],
  after: [],
  portal: new Map(),
  title: undefined,
  otherTitles: [],
  documentNumber: undefined,
  signatory: undefined,
  dated: undefined,
  isTitleSure: false,
  isSignatorySure: false,
}

const label =
  /(索\s*引\s*号|文\s*号|发\s*文\s*机\s*构|主\s*题\s*分\s*类|名\s*称|发\s*布\s*日\s*期|有\s*效\s*性)\s*[:：]/g

/** What the lines say; undefined where they hold no text at all. */
export function parseNotice(lines: readonly string[]): Notice | undefined {
  const isLabelled = (line: string) => new RegExp(label.source).test(line)
  const start = lines.findIndex(line => /.{3}[:：]$/.test(line) && !isLabelled(line))
  // A labelled line is emptied and not left out, so that the places stay.
  const unlabelled = (start < 0 ? lines : lines.slice(0, start)).map(line => (isLabelled(line) ? '' : line))
  const title = findTitle(unlabelled, start < 0 ? 'none' : 'below')
  const begin = start < 0 ? (title?.end ?? -1) + 1 : start
  const head = lines.slice(0, begin)
  const rest = lines.slice(begin)
  const closing = findClosing(rest)
  const paragraphs = rest.slice(0, closing.bodyEnd).filter(line => line !== '')
  if (paragraphs.length === 0) return undefined
  return {
    paragraphs,
    after: closing.after,
    portal: portalOf(head.join(' ')),
    title: title?.text,
    otherTitles: title?.others ?? [],
    documentNumber: head.map(line => /\S*[〔[［(]\d{4}[〕\]］)]\s*\d+\s*号/.exec(line)?.[0]).find(Boolean),
    signatory: closing.signatory,
    dated: closing.dated,
    isTitleSure: title?.isSure ?? false,
    isSignatorySure: closing.isSignatorySure,
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

function portalOf(text: string): Map<string, string> {
  const labels = [...text.matchAll(label)]
  return new Map(
    labels.map((match, index) => [
      (match[1] ?? '').replace(/\s/g, ''),
      text.slice(match.index + match[0].length, labels[index + 1]?.index).trim(),
    ]),
  )
}
