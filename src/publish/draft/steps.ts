/** Which steps go on when another file takes the place of the one that they were about. */
import type { Question } from '../question'
import type { Change } from './change'
import type { Step } from './project'

/** What a person says of the notice, of what it asks every unit for, and of the report. */
const besideTable: ReadonlySet<Change['kind']> = new Set([
  'field',
  'body',
  'material',
  'material-added',
  'material-removed',
  'report-item',
  'section',
  'section-added',
  'section-removed',
  'section-moved',
  'materials',
])

/** Without what was about the table, which is another one or has another head now. Years before stay. */
export function withoutTable(steps: readonly Step[]): Step[] {
  return steps.flatMap(step => {
    const changes = step.changes.filter(({ kind }) => besideTable.has(kind))
    const answers = step.answers.filter(key => /^(notice|material)/.test((JSON.parse(key) as Question).code))
    if (changes.length + answers.length === 0 && !step.earlier) return []
    return [{ ...step, changes, answers, roles: [] }]
  })
}
