/**
 * A unit's answers as marks, one for each thing it said something of: kept with 已报送 and with what was packed, so that later
 * the page can say what changed since. Equal marks mean equal words and files; the words themselves are not kept.
 */
import type { Answer, Checklist } from '../checklist/checklist'
import { isAnswered } from '../checklist/progress'
import { compareIds } from '../checklist/record'

/** By item id; `report-<id>` for a paragraph with its score, `report-file` for 报告另附, `unit` for who hands in. */
export type Marks = Record<string, string>

export function marksOf({ answers, report, unit }: Checklist): Marks {
  const marks: Marks = { unit: markOf([unit.name, unit.contact, unit.phone, ...unit.departments]) }
  for (const [id, answer] of Object.entries(answers))
    if (isAnswered(answer)) marks[id] = markOf(wordsOf(answer))
  for (const id of new Set([...Object.keys(report.texts), ...Object.keys(report.scores)])) {
    const said = [report.texts[id] ?? '', report.scores[id] ?? '']
    if (said.some(Boolean)) marks[`report-${id}`] = markOf(said)
  }
  if (report.file) marks['report-file'] = markOf([report.file])
  return marks
}

/** The differences: items in the notice's order, the report's paragraphs by their ids, and whether the unit is one. */
export function changesBetween(
  before: Marks,
  now: Marks,
): { items: string[]; report: string[]; unit: boolean } {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(id => before[id] !== now[id])
  const isReport = (id: string) => id.startsWith('report-')
  return {
    items: ids.filter(id => id !== 'unit' && !isReport(id)).sort(compareIds),
    report: ids
      .filter(isReport)
      .map(id => id.slice('report-'.length))
      .sort(compareIds),
    unit: ids.includes('unit'),
  }
}

/** Whether nothing was changed between. */
export function isSame(before: Marks, now: Marks): boolean {
  const { items, report, unit } = changesBetween(before, now)
  return items.length + report.length === 0 && !unit
}

function wordsOf({ ready, notApplicable, reason, remark, files }: Answer): string[] {
  const named = files.map(({ sha256, name }) => `${sha256} ${name}`).sort()
  return [`${ready} ${notApplicable}`, reason, remark, ...named]
}

/** FNV-1a of 32 bits, in hex: it has to notice a change, not to withstand anybody. */
function markOf(words: readonly string[]): string {
  let hash = 0x811c9dc5
  for (const word of words) {
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
    hash = Math.imul(hash ^ 0x10000, 0x01000193)
  }
  return (hash >>> 0).toString(16)
}
