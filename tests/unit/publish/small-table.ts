/** A small sound table as it is printed, and what its import says: break one thing, see exactly that. */

import type { EditionFiles } from '../../../src/build/content-shape'
import type { EditionFolder } from '../../../src/build/edition'
import { buildEdition } from '../../../src/publish/edition'
import type { Question } from '../../../src/publish/question'
import { readSource } from '../../../src/publish/read/source'
import { type PlainCell, type PlainTable, toPage } from './table-files'

export const smallTitle = '某市2031年质量工作考核要点'

/** Rows of 序号 考核指标 具体内容 评价部门 印证材料清单; a new copy each time. */
export function smallTable(): PlainTable {
  return [
    row('序号', '考核指标', '具体内容', '评价部门', '印证材料清单'),
    [
      { text: '1', rowSpan: 2 },
      { text: '产品质量', rowSpan: 2 },
      ...row('开展产品质量监督抽查。(60分)', '市场监管部门', '1.抽查工作方案。2.抽查结果及处理情况。'),
    ],
    row('督促不合格企业整改。(40分)', '农业农村部门', '1.整改通知书。'),
    row('2', '服务质量', '未受理群众投诉。(每项扣1 分,最高扣 2 分)', '市场监管部门', ''),
    row('3', '重大事件', '发生系统性事件的,考核结果一律为不合格。', '市质强办', ''),
  ]
}

export function row(...texts: string[]): PlainCell[] {
  return texts.map(text => ({ text }))
}

export interface Imported {
  data: EditionFiles['indicators']
  /** Those about the table; the notice has its own tests. */
  questions: Question[]
}

export async function importPage(table: PlainTable, editions: EditionFolder[] = []): Promise<Imported> {
  return importBytes(Buffer.from(toPage(table, smallTitle)), editions)
}

export async function importBytes(bytes: Uint8Array, editions: EditionFolder[] = []): Promise<Imported> {
  const edition = buildEdition('2031', await readSource(bytes), undefined, editions)
  const aside = /^(departments-new|bundle-named|other-kind|notice-|materials-|report-)/
  return {
    data: edition.indicators.data,
    questions: edition.questions.filter(({ code }) => !aside.test(code)),
  }
}

/** The cell of a row from the right, 1 the evidence, 2 the department: merged cells on the left don't shift it. */
export function cellAt(table: PlainTable, rowIndex: number, fromRight: number): PlainCell {
  const cells = table[rowIndex] ?? []
  const cell = cells[cells.length - fromRight]
  if (!cell) throw new Error(`Cannot find cell ${fromRight} of row ${rowIndex}`)
  return cell
}

/** Puts a column in, so many cells from the right. */
export function addColumn(table: PlainTable, fromRight: number, texts: string[]): void {
  for (const [index, cells] of table.entries()) cells.splice(-fromRight, 0, { text: texts[index] ?? '' })
}

/** The data without notes and without the evidence cell, whose punctuation the messes change. */
export function printed({ notes, indicators, ...rest }: Imported['data']) {
  return {
    ...rest,
    indicators: indicators.map(({ note, cells: { 序号, 具体内容, 印证材料清单, ...cells }, ...row }) => ({
      ...row,
      cells,
      content: 具体内容?.normalize('NFKC').replace(/\s/g, ''),
      hasEvidence: 印证材料清单 !== undefined,
    })),
  }
}

/** What its publisher says of her site. */
export const site = {
  name: '质量考核',
  mark: '证',
  colour: '#0b4ea2',
  organization: '青禾县考核办公室',
  office: '县考核办',
  domain: '',
  siteIdCode: '',
  column: '通知',
  description: '考核',
}
