/**
 * The sheets 审核意见 and 县初评分 of 汇总表.xlsx: the office's word on every item, and the points it gives beside those that the
 * unit gave itself. One fact a cell, numbers as numbers, so that they sort, filter and add up. Part of `collecting`: no state here.
 */

import { answerOf } from '../../core/checklist/checklist'
import { nameSection } from '../../core/checklist/section-name'
import type { Indicator } from '../../core/edition/catalogue'
import { parseScore, type Score } from '../../core/report/score'
import type { Judged } from '../../core/review/tally'
import { listStops, type Stop } from '../../core/review/walk'
import { formatBeijing } from '../../core/text/format'
import { buildTable, type Column, count, line, type Table, text } from '../bundle/table'
import type { SummaryInput } from './summary-input'

/** Printed in one line each, but for the note: a county has some thousand items. */
export function reviewTable({ judged, words }: SummaryInput): Table {
  const wordOf = ({ judged: { review }, item }: Stop) => review.words[item.id]?.[0] ?? null
  const columns: Column<Stop>[] = [
    { title: '序号', width: 7, cell: (_, number) => count(number) },
    { title: '单位', width: 24, cell: ({ judged }) => line(judged.row.unit) },
    { title: '指标编号', width: 9, cell: ({ section: { id } }) => line(id === 'gone' ? '' : id) },
    { title: '考核指标', width: 14, cell: ({ section }) => line(nameSection(section)) },
    { title: '材料编号', width: 9, cell: ({ item }) => line(item.id) },
    { title: '材料项', width: 34, cell: ({ item }) => line(item.text) },
    {
      title: '文件数',
      width: 8,
      cell: ({ judged, item }) => count(answerOf(judged.row.handIn.checklist, item.id).files.length),
    },
    { title: '审核', width: 9, cell: ({ standing }) => text(words.standing[standing]) },
    { title: '意见', width: 40, cell: stop => text(wordOf(stop)?.note ?? '') },
    {
      title: '审核时间',
      width: 17,
      cell: stop => {
        const word = wordOf(stop)
        return text(word && word.verdict !== null ? formatBeijing(word.at) : '')
      },
    },
  ]
  return { ...buildTable('审核意见', columns, listStops(judged, 'by-unit')), filters: true, frozenColumns: 2 }
}

/** One row of the table as a unit and the office score it. */
interface ScoreLine {
  judged: Judged
  indicator: Indicator
  own: Score
  office: Score
}

const kinds = { points: '得分', bonus: '加分', deduction: '扣分', veto: '一票否决', none: '' }

export function scoreTable({ judged }: SummaryInput): Table {
  const columns: Column<ScoreLine>[] = [
    { title: '序号', width: 7, cell: (_, number) => count(number) },
    { title: '单位', width: 26, cell: ({ judged }) => text(judged.row.unit) },
    { title: '指标编号', width: 9, cell: ({ indicator }) => text(indicator.id) },
    { title: '考核指标', width: 22, cell: ({ indicator }) => text(indicator.name) },
    { title: '类别', width: 10, cell: ({ indicator }) => text(kinds[indicator.scoring.kind]) },
    {
      title: '分值',
      width: 8,
      cell: ({ indicator: { scoring } }) => ('points' in scoring ? count(scoring.points) : text('')),
    },
    { title: '自评', width: 8, cell: ({ own }) => scoreCell(own) },
    { title: '初评', width: 8, cell: ({ office }) => scoreCell(office) },
    {
      title: '差（初评－自评）',
      width: 10,
      cell: ({ own, office }) => {
        const [before, after] = [pointsOf(own), pointsOf(office)]
        return before === null || after === null ? text('') : count(Math.round((after - before) * 100) / 100)
      },
    },
    {
      title: '初评理由',
      width: 44,
      cell: ({ judged, indicator }) => text(judged.review.scores[indicator.id]?.reason ?? ''),
    },
  ]
  const lines = judged.flatMap(one => linesOf(one))
  return { ...buildTable('县初评分', columns, lines), filters: true, frozenColumns: 2 }
}

/** Rows that score, and any to which somebody gave points. */
function linesOf(judged: Judged): ScoreLine[] {
  const { checklist } = judged.row.handIn
  return judged.row.sections.flatMap(({ indicator }) => {
    if (!indicator) return []
    const [own, office] = [checklist.report.scores[indicator.id], judged.review.scores[indicator.id]?.text]
    if (indicator.scoring.kind === 'none' && !own && !office) return []
    const read = (typed = '') => parseScore(indicator.scoring, typed)
    return [{ judged, indicator, own: read(own), office: read(office) }]
  })
}

function scoreCell(score: Score) {
  switch (score.kind) {
    case 'empty':
      return text('')
    case 'wrong':
      return text(score.text)
    case 'veto':
      return text(score.happened ? '是' : '否')
    default:
      return count(score.points)
  }
}

function pointsOf(score: Score): number | null {
  return 'points' in score ? score.points : null
}
