/** The table of 分工: who has what, what nobody has, what came back and what was changed since. */
import { giveItems, nameItems, overviewOf, rowStates, shareOf } from '../../../src/core/assignment/overview'
import { bringIn } from '../../../src/core/assignment/take-back'
import { mergeChecklists } from '../../../src/core/checklist/merge'
import { parseChecklist, writeChecklist } from '../../../src/core/checklist/record'
import { noAssignment, withTeam } from '../../../src/core/checklist/teams'
import { expect, test } from '../runner'
import { catalogue } from '../samples'
import { after, equipment, office, teams, whole } from './parts'

const now = new Date('2022-12-21T01:00:00.000Z')
const merged = bringIn(catalogue, whole, equipment, [], now)

test('each team says how far it is, what came back and what is open', () => {
  const [measures, special, bureau] = overviewOf(catalogue, merged)
  expect(special).toMatchObject({ done: 3, total: 3, files: 2, open: [], changed: [], isAssigned: true })
  expect(special?.handBacks.map(({ at }) => at)).toEqual([now.toISOString()])
  expect(measures).toMatchObject({ done: 0, handBacks: [], open: ['0-1', '9-3-1', '9-3-2'] })
  expect(bureau?.team.name).toBe('办公室')
})

test('what was changed after it came back is named', () => {
  const later = after(
    merged,
    { kind: 'set-remark', item: '10-5-1', remark: '见原件' },
    { kind: 'set-score', indicator: '10-5', score: '1' },
    { kind: 'set-remark', item: '8-1-1', remark: '别的' },
  )
  expect(overviewOf(catalogue, later)[1]?.changed).toEqual(['10-5-1', '10-5 报告'])
})

test('taking a team away or renaming it loses nothing of what it handed back', () => {
  const without = after(merged, { kind: 'set-team', name: '特设股', team: null })
  expect(overviewOf(catalogue, without)[2]).toMatchObject({ isAssigned: false, team: { name: '特设股' } })
  expect(without.answers).toEqual(merged.answers)
  const renamed = after(merged, {
    kind: 'set-team',
    name: '特设股',
    team: { name: '特设科', items: ['10-5-1'] },
  })
  expect(overviewOf(catalogue, renamed)[1]).toMatchObject({
    team: { name: '特设科' },
    handBacks: [{ team: '特设科' }],
  })
  // Handed back under the old name, it is still that team's.
  const second = after(equipment, { kind: 'set-remark', item: '10-5-1', remark: '补' })
  const again = bringIn(catalogue, renamed, second, [], now)
  expect(again.assignment?.handBacks.map(({ team }) => team)).toEqual(['特设科'])
  // Also what comes for the first time, from a copy of the unit's checklist that knows the old name alone, and through a bundle.
  const early = after(whole, { kind: 'set-team', name: '特设股', team: { name: '特设科', items: [] } })
  const stored = parseChecklist(JSON.parse(writeChecklist(early)))
  const kept = stored.ok ? stored.checklist : whole
  const first = bringIn(catalogue, kept, equipment, [], now)
  expect(first.assignment?.handBacks.map(({ team }) => team)).toEqual(['特设科'])
  const { teams, handBacks } = mergeChecklists(kept, merged).assignment ?? noAssignment
  expect([teams.map(({ name }) => name), handBacks.map(({ team }) => team)]).toEqual([
    ['标准计量股', '特设科', '办公室'],
    ['特设科'],
  ])
  expect(withTeam(noAssignment, '无', null)).toEqual(noAssignment)
})

test('a row is a team’s as a whole or in part, and the 其他 of a row goes with the last of its items', () => {
  const rows = rowStates(catalogue, whole)
  const row = rows.find(({ section }) => section.id === '10-5')
  const [, special] = teams
  if (!row || !special) throw new Error('no row')
  expect([shareOf(row, special), row.free]).toEqual(['all', []])
  const some = giveItems(special, rows, ['10-5-2'], false)
  expect(some.items).toEqual(['10-5-1', '10-5-3'])
  expect(shareOf(row, some)).toBe('some')
  expect(giveItems(some, rows, ['10-5-2'], true).items).toEqual(special.items)
  expect(rows.find(({ section }) => section.id === '8-1')?.free).toEqual(['8-1-1'])
  expect(nameItems(rows, ['10-5-1', '10-5-2', '10-5-3', '7-1-1'])).toEqual(['7-1-1', '10-5'])
  expect(office.part?.items).toContain('7-1-0')
})
