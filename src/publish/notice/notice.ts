/**
 * The notice's text as `notice.md` wants it. In come the lines of the document, in order and as printed; out go its
 * paragraphs between salutation and signature, and what the front matter needs where the text says it. Verbatim but for two
 * marks: a heading, a link on an annex.
 */
import { findClosing } from './closing'
import { isOfPortal, portalFields } from './portal'
import { findTitle } from './title'

export interface Notice {
  paragraphs: string[]
  /** The rules that a notice of the form 印发…办法 issues, printed below its date; empty in any other. */
  plan: string[]
  /** Lines between the date and the first annex: they say who to ask, but are no part of the body. */
  after: string[]
  /** The fields that the portal printed above the text, by their label without spaces (`索引号`). */
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

/** A notice of which nothing is known. */
export const emptyNotice: Notice = {
  paragraphs: [],
  plan: [],
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

/** A line that addresses those the letter goes to. */
const salutation = /.{2}[:：]$/
const recipients = /[各你]|单位|部门|局|委|办|镇|乡|街道|政府|公司|学校|处|会/
const issues = /(印发|转发|下发|发布)/
const datePrinted = /^\s*[12]\d{3}\s*[年/-]/

/** Reads the lines of a notice; undefined where they hold no text at all. */
export function parseNotice(lines: readonly string[]): Notice | undefined {
  const start = lines.findIndex(line => salutation.test(line) && recipients.test(line) && !isOfPortal(line))
  // A line of the portal is emptied and not left out, so that the places stay.
  const unlabelled = (start < 0 ? lines : lines.slice(0, start)).map(line => (isOfPortal(line) ? '' : line))
  const title = findTitle(unlabelled, start < 0 ? 'none' : 'below')
  const begin = start < 0 ? (title?.end ?? -1) + 1 : start
  const head = lines.slice(0, begin)
  const rest = lines.slice(begin)
  const closing = findClosing(rest)
  const paragraphs = rest.slice(0, closing.bodyEnd).filter(line => line !== '' && !isOfPortal(line))
  if (paragraphs.length === 0) return undefined
  const { plan, after } = issues.test(title?.text ?? '')
    ? splitPlan(closing.after)
    : { plan: [], after: closing.after }
  return {
    paragraphs,
    plan,
    after,
    portal: portalFields(head.join('\n')),
    title: title?.text,
    otherTitles: title?.others ?? [],
    documentNumber: head.map(line => /\S*[〔[［(]\d{4}[〕\]］)]\s*\d+\s*号/.exec(line)?.[0]).find(Boolean),
    signatory: closing.signatory,
    dated: closing.dated,
    isTitleSure: title?.isSure ?? false,
    isSignatorySure: closing.isSignatorySure,
  }
}

/** Of the lines below the date, the plan that is issued: from its title on, without what the portal prints below. */
function splitPlan(lines: readonly string[]): { plan: string[]; after: string[] } {
  const isPlan = (line: string) => line !== '' && !isOfPortal(line) && !/^[(（]?此件/.test(line)
  const begin = lines.findIndex(
    line => isPlan(line) && !datePrinted.test(line.replace(/\d{4}年(?!\d{1,2}月)/, '')),
  )
  if (begin < 0) return { plan: [], after: [...lines] }
  const rest = lines.slice(begin)
  return {
    plan: rest.filter(isPlan),
    after: [...lines.slice(0, begin), ...rest.filter(line => line !== '' && !isPlan(line))],
  }
}

/** The body of `notice.md`: the letter, and below it the plan that it issues. */
export function writeBody(paragraphs: readonly string[], plan: readonly string[] = []): string {
  const [planTitle, ...planText] = plan
  return [
    ...markLines(paragraphs),
    ...(planTitle === undefined ? [] : [`## ${planTitle}`]),
    ...markLines(planText),
  ].join('\n\n')
}

function markLines(lines: readonly string[]): string[] {
  let isAnnexList = false
  return lines.map(line => {
    if (/^[一二三四五六七八九十]+、/.test(line) && line.length <= 30 && !/[;；。,，:：]$/.test(line))
      return `## ${line}`
    const annex = /^(附\s*件\s*\d?\s*[:：]\s*(?:\d\s*[.．、]\s*)?)(.+)$/.exec(line)
    const next = isAnnexList ? /^(\d\s*[.．、]\s*)(.+)$/.exec(line) : null
    const [, mark, name] = annex ?? next ?? []
    isAnnexList = mark !== undefined
    if (mark === undefined || name === undefined) return escapeStart(line)
    return `${escapeStart(mark)}[${name}](${/报告|模板/.test(name) ? '#annex-2' : 'indicators.html'})`
  })
}

/** `1. ` would become a list, `#` a heading. */
function escapeStart(line: string): string {
  return line.replace(/^(\d+)([.)])(?=\s)/, '$1\\$2').replace(/^(?=[#>*+-])/, '\\')
}
