/** `report.yaml`: last year's template with the year changed. */
import type { EditionFolder } from '../build/content-files'
import { type EditionFiles, toFill } from '../build/content-shape'
import type { Question } from './question'

export function buildReport(
  year: string,
  last: EditionFolder | undefined,
): { data: EditionFiles['report']; questions: Question[] } {
  if (!last) {
    const sections = [{ id: 'measures', heading: toFill, indicators: true as const }]
    return { data: { title: toFill, placeholder: toFill, sections }, questions: [{ code: 'report-none' }] }
  }
  const inYear = (text: string) => text.split(last.id).join(year)
  const { report } = last.files
  const data = {
    ...report,
    title: inYear(report.title),
    sections: report.sections.map(section => ({ ...section, heading: inYear(section.heading) })),
  }
  return { data, questions: [{ code: 'report-before', edition: last.id }] }
}
