/**
 * Which text of a Word document belongs to which field of the report: by the template's headings, by the rows' own words, by their
 * numbers and names. Invariant: every block is in one of the two, placed or not: nothing of the document is lost.
 */
import type { Checklist } from '../checklist/checklist'
import type { Catalogue, Indicator } from '../edition/catalogue'
import { firstClause } from '../text/clause'
import { type ReportField, reportFields, reportTitle } from './report'
import type { WordBlock } from './word'

export interface PlacedWord {
  /** By the field's id, in the report's order. */
  placed: { field: ReportField; text: string }[]
  /** What belongs to none of them, in its order: title, signature, what stands under no heading. */
  left: string[]
}

/** A heading, or a line that leads to a row, is short. */
const longestLead = 80
const longestSignature = 40

export function placeWord(
  catalogue: Catalogue,
  checklist: Checklist,
  blocks: readonly WordBlock[],
): PlacedWord {
  const fields = reportFields(catalogue, checklist)
  const texts = new Map<string, string[]>()
  const left: string[] = []
  let current: ReportField | null = null
  const ends = new Set([checklist.unit.name, reportTitle(catalogue, checklist)].map(bare))
  for (const [i, block] of blocks.entries()) {
    const lead = block.isNote ? null : readLead(catalogue, fields, block, texts)
    if (lead) {
      current = lead.field
      add(lead.rest)
    } else if (block.isNote || ends.has(bare(block.text)) || isEnd(block.text) || isSignature(i)) {
      if (/^附件/.test(block.text)) current = null
      left.push(block.text)
    } else add(withoutLabel(block.text, current))
  }
  return {
    placed: fields.flatMap(field => {
      const text = (texts.get(field.id) ?? []).join('\n')
      return text === '' ? [] : [{ field, text }]
    }),
    left,
  }

  /** A name above the date, whatever the unit calls itself there. */
  function isSignature(i: number): boolean {
    const [name, date] = [blocks[i]?.text ?? '', blocks[i + 1]?.text ?? '']
    return (
      isDate(date) && name.length <= longestSignature && !/[\p{P}\n\t]/u.test(name.replace(/[（()）]/g, ''))
    )
  }

  function add(text: string): void {
    if (text === '') return
    if (!current) left.push(text)
    else texts.set(current.id, [...(texts.get(current.id) ?? []), text])
  }
}

/** A line that says what the next text belongs to. */
interface Lead {
  /** Null where the next text is no field's: the heading of the rows. */
  field: ReportField | null
  /** What the line says besides. */
  rest: string
}

/** `texts`: what was placed so far; of rows with the same words each is led to once. */
function readLead(
  catalogue: Catalogue,
  fields: readonly ReportField[],
  { text, isHeading }: WordBlock,
  texts: ReadonlyMap<string, unknown>,
): Lead | null {
  const said = bare(text)
  if (said === '') return null
  for (const section of catalogue.report.sections) {
    if (said !== bare(section.heading)) continue
    return { field: fields.find(field => field.id === section.id) ?? null, rest: '' }
  }
  const rows = fields.filter(
    (field): field is ReportField & { indicator: Indicator } => field.indicator !== null,
  )
  const byContent = rows.filter(({ section, indicator }) => {
    const content = bare(indicator.content)
    return said === content || said === bare(section.contentLabel) + content
  })
  const [first] = byContent
  if (first) return { field: byContent.find(({ id }) => !texts.has(id)) ?? first, rest: '' }
  if (text.length > longestLead || text.includes('\t')) return null
  const byNumber = rows.find(({ id }) => new RegExp(`^[（(]?${id}(?![-\\d])`).test(text.trim()))
  if (byNumber) {
    const rest = text.trim().replace(new RegExp(`^[（(]?${byNumber.id}[）)、.．:：]*\\s*`), '')
    const { name, content } = byNumber.indicator
    const isOwn = [name, content].some(words => bare(words).startsWith(bare(rest)))
    return { field: byNumber, rest: isOwn ? '' : rest }
  }
  if (!isHeading && !/^[（(]?[一二三四五六七八九十\d]+[）)、.．]/.test(text)) return null
  const named = rows.filter(({ indicator }) =>
    [indicator.name, firstClause(indicator.content)].some(name => bare(name) === said),
  )
  const [only] = named
  return only && named.length === 1 ? { field: only, rest: '' } : null
}

/** The words of a line, without its number, white space and punctuation. */
function bare(text: string): string {
  return text
    .replace(
      /^\s*(第[一二三四五六七八九十百\d]+(部分|[章节])|[（(]?([一二三四五六七八九十百]+|\d+([.．-]\d+)*)([）)、.．]|\s))\s*/,
      '',
    )
    .replace(/[\s\p{P}]/gu, '')
}

/** The date below, the list of annexes. */
function isEnd(text: string): boolean {
  return isDate(text) || /^附件[:：]?/.test(text)
}

function isDate(text: string): boolean {
  return /^[\d〇一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/.test(
    text.replace(/\s/g, ''),
  )
}

function withoutLabel(text: string, field: ReportField | null): string {
  const label = field?.section.answerLabel.replace(/[:：]\s*$/, '') ?? ''
  if (label === '' || !text.startsWith(label)) return text
  const rest = text.slice(label.length)
  return /^\s*[:：]/.test(rest) ? rest.replace(/^\s*[:：]\s*/, '') : text
}
