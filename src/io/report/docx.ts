/**
 * 自评报告.docx: the report's paragraphs and, where scores were given, their table as 附件. The same input and date give the
 * same bytes. A part of its own, loaded on demand: no state here.
 *
 * Decision: The report's library is a part of its own. Starting it takes as long as all the rest that packs; in one task
 * the two would be felt while files come in.
 */
import { AlignmentType, Document, Packer, type Table, type Paragraph as WordParagraph } from 'docx'
import type { Checklist } from '../../core/checklist/checklist'
import type { Catalogue } from '../../core/edition/catalogue'
import { type Paragraph, reportParagraphs, reportTitle } from '../../core/report/report'
import { buildScoreSheet } from '../../core/report/score'
import { formatDay, toBeijing } from '../../core/text/format'
import { legible } from '../../core/text/legible'
import { escapeXml } from '../../core/text/xml-text'
import { setArchiveDates } from '../../core/zip/dates'
import { bodyRun, character, footers, page, paragraph, plainLine, run, title } from './official-layout'
import { lastLine, pastedTable, scoreTable } from './tables'

/** The file's bytes, dated with the day of `now` in Beijing. */
export function writeReport(
  catalogue: Catalogue,
  checklist: Checklist,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  return writeDocument(catalogue, checklist, toBeijing(now))
}

/** The file's bytes; `date` is the day under the report, as it reads in UTC. */
export async function writeDocument(
  catalogue: Catalogue,
  checklist: Checklist,
  date: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const heading = legible(reportTitle(catalogue, checklist))
  const unit = legible(checklist.unit.name)
  const scores = buildScoreSheet(catalogue, checklist)
  const document = new Document({
    styles: { default: { document: { run: bodyRun } } },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: page,
        footers,
        children: [
          ...title(titleLines(heading, unit)),
          plainLine([]),
          ...reportParagraphs(catalogue, checklist).flatMap(setParagraph),
          ...(scores ? [plainLine([], kept), paragraph([run('附件：自评分表')], kept)] : []),
          ...signature(unit, formatDay(date.toISOString().slice(0, 10))),
          ...(scores ? scoreTable(scores) : []),
        ],
      },
    ],
  })
  const archive = new Uint8Array(
    await Packer.pack(document, 'arraybuffer', undefined, [coreProperties(heading, unit, date)]),
  )
  setArchiveDates(archive, date)
  return archive
}

/** The last paragraphs stay with what follows, so that the seal never stands on a page without text. */
function setParagraph(
  part: Paragraph,
  index: number,
  { length }: readonly Paragraph[],
): WordParagraph | (WordParagraph | Table)[] {
  const keepNext = index >= length - 2
  switch (part.kind) {
    case 'heading':
      return paragraph([run(part.text, { font: '黑体' })], { keepNext: true, outlineLevel: 0 })
    case 'text':
      return part.label
        ? paragraph([run(part.label, { font: '楷体' }), run(part.text)], {
            keepNext: keepNext || part.text === '',
          })
        : paragraph([run(part.text)], { keepNext })
    case 'table':
      // Two tables without a line between them are one to Word.
      return [pastedTable(part.rows), lastLine({ keepNext })]
    case 'empty':
      return plainLine([], { keepNext })
  }
}

const kept = { keepNext: true }

/** The lines of the title: one, or two where it is too long for one (the unit, then the rest). */
function titleLines(heading: string, unit: string): string[] {
  const rest = heading.startsWith(unit) ? heading.slice(unit.length) : ''
  return widthOf(heading) > 20 && rest ? [unit, rest] : [heading]
}

/**
 * 7.3.5.1: the date four characters from the right edge, the unit centred over it, with room for the seal; where that would
 * push the unit over the edge, the date is centred under the unit. Neither stands on a page without text.
 */
function signature(unit: string, day: string): WordParagraph[] {
  const names = Math.min(28, widthOf(unit))
  const beside = (widthOf(day) - names) / 2
  const right = Math.max(4 + beside, 0)
  const end = (characters: number) => ({
    alignment: AlignmentType.RIGHT,
    indent: { right: characters * character },
  })
  return [
    plainLine([], kept),
    plainLine([], kept),
    plainLine([], kept),
    plainLine([run(unit)], { ...end(right), ...kept }),
    plainLine([run(day)], end(right - Math.min(beside, 4 + beside))),
  ]
}

/** The width of a text in 汉字; a Western character takes half of one. */
function widthOf(words: string): number {
  return [...words].reduce((sum, character) => sum + (character < '\u0250' ? 0.5 : 1), 0)
}

/** The file's core properties. They replace the library's, which hold the time it ran at. */
function coreProperties(heading: string, unit: string, date: Date): { path: string; data: string } {
  const at = `${date.toISOString().slice(0, 19)}+08:00`
  const instant = (tag: string) => `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${at}</dcterms:${tag}>`
  const data = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(heading, '□')}</dc:title><dc:creator>${escapeXml(unit, '□')}</dc:creator>${instant('created')}${instant('modified')}</cp:coreProperties>`
  return { path: 'docProps/core.xml', data }
}
