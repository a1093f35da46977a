/** `report.yaml`: last year's template with the year changed, or a plain one where there is none. */

import type { EditionFiles } from '../build/content-shape'
import type { EditionFolder } from '../build/edition'
import type { Question } from './question'
import { subjectOf } from './subject'

/** `title` is the table's, from which the report of another assessment gets its name. */
export function buildReport(
  year: string,
  title: string,
  last: EditionFolder | undefined,
): { data: EditionFiles['report']; questions: Question[] } {
  if (!last) return { data: plainReport(year, title), questions: [{ code: 'report-none' }] }
  const inYear = (text: string) => text.split(last.id.slice(0, 4)).join(year.slice(0, 4))
  const { report } = last.files
  const data = {
    ...report,
    title: inYear(report.title),
    sections: report.sections.map(section => ({ ...section, heading: inYear(section.heading) })),
  }
  return { data, questions: [{ code: 'report-before', edition: last.id }] }
}

function plainReport(year: string, title: string): EditionFiles['report'] {
  const own = { fromTemplate: false as const }
  return {
    title: `××单位${subjectOf(year, title)}自评报告`,
    placeholder: '××单位',
    sections: [
      { id: 'overview', heading: '一、总体情况', ...own, note: '通知没有附自评报告的模板，各节由编者拟定。' },
      {
        id: 'measures',
        heading: '二、逐项落实情况',
        indicators: true,
        contentLabel: '考核内容：',
        answerLabel: '落实情况：',
        ...own,
      },
      { id: 'problems', heading: '三、存在的问题', ...own },
      { id: 'next-steps', heading: '四、下一步工作措施', ...own },
    ],
  }
}
