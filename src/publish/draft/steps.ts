/** Which steps go on when another file takes the place of the one that they were about. */
import type { Change } from './change'
import { viewOfQuestion } from './place'
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
  return keep(
    steps.map(step => ({ ...step, roles: [] })),
    ({ kind }) => besideTable.has(kind),
    key => viewOfQuestion(JSON.parse(key)) !== 'table',
  )
}

/** Without the whole text of a notice, and the whole list of materials, that would cover those of another one. */
export function withoutBody(steps: readonly Step[]): Step[] {
  return keep(steps, ({ kind }) => kind !== 'body' && kind !== 'materials')
}

/** The steps that do anything still. */
function keep(
  steps: readonly Step[],
  isKept: (change: Change) => boolean,
  isAnswerKept: (key: string) => boolean = () => true,
): Step[] {
  return steps.flatMap(step => {
    const changes = step.changes.filter(isKept)
    const answers = step.answers.filter(isAnswerKept)
    const isEmpty = changes.length + answers.length + step.roles.length === 0 && !step.earlier
    return isEmpty ? [] : { ...step, changes, answers }
  })
}
