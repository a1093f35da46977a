/** Where on the publisher's page a question is about, or a problem is put right. */
import type { ColumnRole, ColumnSource } from '../../core/edition/table-source'
import type { Question } from '../question'
import type { Problem } from './project'

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

type Code = Question['code']

/** About a field that is shown with what it was read from: all that is asked is whether it is right. */
const aboutField: ReadonlySet<Code> = new Set(['notice-guessed', 'notice-field', 'notice-fields'])

const aboutNotice: ReadonlySet<Code> = new Set([
  ...aboutField,
  'notice-none',
  'notice-line-left-out',
  'notice-lines-left-out',
])

const aboutTemplate: ReadonlySet<Code> = new Set([
  'material-left-out',
  'material-label',
  'materials-before',
  'materials-none',
  'bundle-named',
  'report-before',
  'report-none',
])

export function isAboutField({ code }: Question): boolean {
  return aboutField.has(code)
}

/** The view that has what a question is about; the table where it is no other. */
export function viewOfQuestion({ code }: Question): 'notice' | 'template' | 'table' {
  return aboutNotice.has(code) ? 'notice' : aboutTemplate.has(code) ? 'template' : 'table'
}

/** The view in which a problem is put right. */
export function viewOfProblem(problem: Problem): 'notice' | 'template' | 'table' | 'years' {
  if (problem.code === 'field-empty') return problem.field === 'bundle-title' ? 'template' : 'notice'
  const { code, file } = problem.problem
  if (code === 'reused-id') return 'years'
  return file === 'materials.yaml' || file === 'report.yaml' ? 'template' : 'table'
}
