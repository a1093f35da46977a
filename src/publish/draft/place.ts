/** Which cell of its row a question is about. */
import type { ColumnRole, ColumnSource } from '../../core/edition/table-source'
import type { Question } from '../question'

const roles: Partial<Record<Question['code'], ColumnRole>> = {
  'department-missing': 'department',
  'department-several': 'department',
  'department-more': 'department',
  'score-missing': 'points',
  'score-several': 'content',
  'score-without-limit': 'content',
  'score-differs': 'points',
  'score-odd': 'points',
  'score-kind': 'points',
  'list-split': 'evidence',
  'list-numbers': 'evidence',
  'list-number-unsure': 'evidence',
  'list-remark': 'evidence',
  'evidence-gathered': 'evidence',
  'item-reworded': 'evidence',
  'evidence-unlike-required': 'required',
  'row-reworded': 'content',
  'row-near': 'content',
  torn: 'content',
}

/** The column's name; undefined where the question is about the row as a whole. */
export function columnOf(question: Question, columns: readonly ColumnSource[]): string | undefined {
  if ('column' in question && columns.some(({ name }) => name === question.column)) return question.column
  const role = roles[question.code]
  const column =
    columns.find(column => column.role === role) ?? columns.find(({ role }) => role === 'content')
  return column?.name
}
