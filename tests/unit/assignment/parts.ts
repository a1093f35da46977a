/** A unit that shares its work out to three teams, and what each of them did, on a computer of its own. */

import { itemsByRow } from '../../../src/core/assignment/link'
import { applyChange, type Change } from '../../../src/core/checklist/change'
import { buildChecklist, type Checklist } from '../../../src/core/checklist/checklist'
import type { Team } from '../../../src/core/checklist/teams'
import { catalogue, fileOf, morning, noon, unit } from '../samples'

const rows = itemsByRow(catalogue)
const row = (id: string) => rows.get(id) ?? []

/** 0-1 is two teams'. */
export const teams: Team[] = [
  { name: '标准计量股', items: ['0-1', ...row('9-3')] },
  { name: '特设股', items: row('10-5') },
  { name: '办公室', items: ['0-1', ...row('7-1')] },
]

/** `checklist` after some changes, a minute apart. */
export function after(checklist: Checklist, ...changes: Change[]): Checklist {
  return changes.reduce(
    (one, change, i) => applyChange(one, change, new Date(noon.getTime() + i * 60_000)),
    checklist,
  )
}

export const unitId = 'e'.repeat(32)

/** The unit's own, with 分工 and some work of its own. */
export const whole = after(
  buildChecklist(unitId, '2022', unit, morning),
  ...teams.map((team): Change => ({ kind: 'set-team', name: team.name, team })),
  { kind: 'add-files', item: '8-1-1', files: [fileOf('本级总结.docx')] },
  { kind: 'set-report-text', id: 'overview', text: '总体情况。' },
)

/** A team's own checklist, begun from what it was given. */
export function partOf(team: Team | undefined, id: string, ...changes: Change[]): Checklist {
  if (!team) throw new Error('Cannot begin part: no team')
  const fresh = buildChecklist(id, '2022', { ...unit, contact: '股室同事', phone: '8' }, morning)
  return after({ ...fresh, part: { of: unitId, team: team.name, items: team.items } }, ...changes)
}

export const plan = fileOf('2022年工作计划.docx')
export const measures = partOf(
  teams[0],
  '1'.repeat(32),
  { kind: 'add-files', item: '0-1', files: [fileOf('计量计划.docx'), fileOf('计划.docx', '同一份'), plan] },
  { kind: 'set-ready', item: '9-3-1', ready: true },
  { kind: 'add-files', item: '9-3-1', files: [fileOf('强检记录.xlsx')] },
  { kind: 'set-report-text', id: '9-3', text: '计量情况。' },
)
export const equipment = partOf(
  teams[1],
  '2'.repeat(32),
  ...row('10-5').map((item): Change => ({ kind: 'set-ready', item, ready: true })),
  { kind: 'add-files', item: '10-5-1', files: [fileOf('压力容器检查.pdf'), fileOf('电梯.jpg')] },
  { kind: 'set-report-text', id: '10-5', text: '特种设备情况。' },
  { kind: 'set-score', indicator: '10-5', score: '2' },
)
export const office = partOf(
  teams[2],
  '3'.repeat(32),
  { kind: 'set-ready', item: '0-1', ready: true },
  {
    kind: 'add-files',
    item: '0-1',
    files: [
      fileOf('质量工作要点.docx', '同一份', { added: '2022-12-19T01:00:00.000Z' }),
      fileOf('办公室安排.docx'),
    ],
  },
  { kind: 'add-files', item: '7-1-1', files: [fileOf('成立领导小组.pdf')] },
)
