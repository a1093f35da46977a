/** 自评报告.docx as LibreOffice sets it: pages, lines, and its text read back. */

import { convertWithOffice, pagesOf, pdfFact, withTools } from '../../tools'
import { expect, test } from '../runner'
import { checklistAfter, unit } from '../samples'
import { fullReport, read, save, write } from './documents'

const largest = ['market-regulation', 'intellectual-property', 'quality-office']

/** The number of lines of 28 characters; the first is indented by two, and what is not Chinese takes half a character. */
function linesOf(words: string): number {
  return Math.max(1, Math.ceil((2 + words.length - (words.match(/[ -~]/g)?.length ?? 0) / 2) / 28))
}

test(
  'LibreOffice sets the largest report on A4, 22 lines a page, pages numbered, its text as typed',
  withTools,
  async () => {
    const { checklist, typed } = fullReport(largest)
    const path = await save(checklist)
    const pdf = convertWithOffice(path, 'pdf')
    expect(pdfFact(pdf, 'Page size')).toContain('(A4)')
    const pages = pagesOf(pdf)
    const typedLines = read(path).paragraphs.reduce((sum, words) => sum + linesOf(words), 0)
    // The title's two lines are higher than a text's by half.
    expect(Math.abs(pages.length - (typedLines + 1) / 22)).toBeLessThan(1)
    pages.forEach((page, i) => {
      const lines = page.split('\n').filter(line => line.trim() !== '')
      expect(lines.pop()?.replace(/\s/g, ''), `page ${i + 1}`).toBe(`—${i + 1}—`)
      // The first page has the title's lines, the last one ends where the text ends.
      if (i > 0 && i < pages.length - 1)
        expect(Math.abs(lines.length - 22), `page ${i + 1}`).toBeLessThanOrEqual(1)
    })
    const text = pages.map(page => page.replace(/\n[^\n]*— *\d+ *—\s*$/, '')).join('')
    const bare = (words: string) => words.replace(/\s/g, '')
    let from = 0
    for (const paragraph of typed) {
      const at = bare(text).indexOf(bare(paragraph), from)
      expect(at, paragraph).toBeGreaterThanOrEqual(from)
      from = at + 1
    }
  },
)

test('LibreOffice stands a paragraph of 20,000 characters and a title of 43', withTools, async () => {
  const sentences = Array.from({ length: 2_000 }, (_, i) => `第${i + 1_000}项工作已落实。`)
  const name = '青禾县住房和城乡建设局（青禾县人民防空办公室、青禾县城市管理执法局联合工作专班办公室）'
  const checklist = {
    ...checklistAfter(write('overview', sentences.join(''))),
    unit: { ...unit, name, departments: ['water'] },
  }
  const pdf = convertWithOffice(await save(checklist), 'pdf')
  const text = pagesOf(pdf)
    .map(page => page.replace(/\n[^\n]*— *\d+ *—\s*$/, ''))
    .join('')
    .replace(/\s/g, '')
  expect(text).toContain(sentences.join(''))
  expect(text.startsWith(`${name}2022年质量工作考核自评报告`)).toBe(true)
})
