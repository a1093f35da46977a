/** Tables of the report: 附件 with the scores, and what was pasted as one. Part of `docx`: no state here. */
import {
  AlignmentType,
  LineRuleType,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type Paragraph as WordParagraph,
} from 'docx'
import { formatScoring } from '../../core/edition/scoring'
import type { Score, ScoreSheet } from '../../core/report/score'
import { paragraph, plainLine, run, textWidth, title } from './official-layout'

// Widths in twips, 8,844 in all.
const columns = [
  { title: '编号', width: 900 },
  { title: '考核指标', width: 1800 },
  { title: '考核内容', width: 3644 },
  { title: '分值', width: 1500 },
  { title: '自评分', width: 1000 },
]

/** 附件 on a page of its own: a row for each indicator, then the sums where every row to earn points has its score. */
export function scoreTable(sheet: ScoreSheet): (WordParagraph | Table)[] {
  const rows = sheet.rows.map(({ indicator, score }) => [
    indicator.id,
    indicator.name,
    indicator.content,
    formatScoring(indicator.scoring),
    sayScore(score),
  ])
  const has = (kind: 'bonus' | 'deduction') =>
    sheet.rows.some(({ indicator }) => indicator.scoring.kind === kind)
  const all = [
    ['', '得分小计', '', `${sheet.most} 分`, `${sheet.earned}`],
    ...(has('bonus') ? [['', '加分小计', '', '', `${sheet.added}`]] : []),
    ...(has('deduction')
      ? [['', '扣分小计', '', '', sheet.deducted === 0 ? '0' : `-${sheet.deducted}`]]
      : []),
    ['', '合计', '', '', `${sheet.total}`],
  ]
  const sums = sheet.open > 0 ? [['', '合计', `还有 ${sheet.open} 行没有自评分，不合计`, '', '']] : all
  return [
    paragraph([run('附件', { font: '黑体' })], { indent: { firstLine: 0 }, pageBreakBefore: true }),
    plainLine([]),
    ...title(['自评分表']),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      // WPS does not show a table without these (w:gridCol).
      columnWidths: columns.map(({ width }) => width),
      rows: [
        tableRow(
          columns.map(column => column.title),
          { isHeader: true },
        ),
        // The last rows and the sums stay together.
        ...rows.map((cells, i) => tableRow(cells, { keepNext: i >= rows.length - 2 })),
        ...sums.map((cells, i) => tableRow(cells, { keepNext: i < sums.length - 1 })),
      ],
    }),
    lastLine(),
  ]
}

/** A table as it was pasted, its columns equally wide. */
export function pastedTable(rows: readonly string[][]): Table {
  const count = rows[0]?.length ?? 1
  const width = Math.floor(textWidth / count)
  return new Table({
    width: { size: width * count, type: WidthType.DXA },
    columnWidths: Array.from({ length: count }, () => width),
    rows: rows.map(
      cells =>
        new TableRow({
          cantSplit: true,
          children: cells.map(words => tableCell(words, width, AlignmentType.LEFT)),
        }),
    ),
  })
}

/** The line that Word needs behind a table, hardly high: 22 lines of a full page leave no room for another. */
export function lastLine(options = {}): WordParagraph {
  return plainLine([], { spacing: { line: 20, lineRule: LineRuleType.EXACT }, ...options })
}

function tableRow(cells: readonly string[], { isHeader = false, keepNext = false } = {}): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(isHeader ? { tableHeader: true } : {}),
    children: cells.map((words, i) => {
      const isText = (i === 1 || i === 2) && !isHeader
      const alignment = isText ? AlignmentType.LEFT : AlignmentType.CENTER
      return tableCell(words, columns[i]?.width ?? 0, alignment, { isHeader, keepNext })
    }),
  })
}

function tableCell(
  words: string,
  width: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  { isHeader = false, keepNext = false } = {},
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      plainLine([run(words, { size: 'cell', font: isHeader ? '黑体' : '仿宋' })], {
        alignment,
        keepNext,
        spacing: { line: 320, lineRule: LineRuleType.EXACT },
      }),
    ],
  })
}

function sayScore(score: Score): string {
  switch (score.kind) {
    case 'empty':
    // What is no score is said on the page, and is none on paper.
    case 'wrong':
      return ''
    case 'points':
    case 'bonus':
      return `${score.points}`
    case 'deduction':
      return score.points === 0 ? '0' : `-${score.points}`
    case 'veto':
      return score.happened ? '发生' : '未发生'
  }
}
