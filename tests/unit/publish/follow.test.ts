/** Steps over another reading: with a year before, or without it, each stays with the row, item, material or question it was about. */
import type { EditionFolder } from '../../../src/build/edition'
import { applyChange } from '../../../src/publish/draft/apply-change'
import type { Change } from '../../../src/publish/draft/change'
import { findRow } from '../../../src/publish/draft/choices'
import { followIds, type Ground } from '../../../src/publish/draft/follow'
import { keyOf, type Project, replay, type Step, usedIds } from '../../../src/publish/draft/project'
import { buildEdition } from '../../../src/publish/edition'
import { readSource } from '../../../src/publish/read/source'
import { expect, test } from '../runner'
import { cellAt, smallTable, smallTitle } from './small-table'
import { toPage } from './table-files'

const notice = [
  '关于报送2031年质量工作考核资料的通知',
  '各单位：',
  '一、报送资料',
  '1.工作计划。',
  '2.工作总结。',
]

/** The small table, of whose first row the evidence has no numbers, with these years before it. */
async function read(earlier: EditionFolder[] = [], lines = notice) {
  const table = smallTable()
  cellAt(table, 1, 1).text = '抽查工作方案;抽查结果及处理情况。'
  const edition = buildEdition(
    '2031',
    await readSource(Buffer.from(toPage(table, smallTitle))),
    await readSource(Buffer.from(lines.join('\n'))),
    earlier,
  )
  return { edition, used: usedIds(projectOf([], earlier)) }
}

function projectOf(steps: Step[], earlier: EditionFolder[] = []): Project {
  return { format: 1, year: '2031', table: null, notice: null, earlier, steps } as unknown as Project
}

/** 2030, in which the rows of the small table, their items and the materials had other ids. */
async function lastYear(): Promise<EditionFolder> {
  const { edition } = await read()
  const renamed = [
    { kind: 'id', id: '1-1', to: '1-9' },
    { kind: 'id', id: '1-2', to: '1-1' },
    { kind: 'department-id', id: 'market-regulation', to: 'market' },
    {
      kind: 'materials',
      items: edition.folder.files.materials.items.map((item, i) => ({ ...item, id: `0-${8 - i}` })),
    },
  ] satisfies Change[]
  return {
    ...renamed.reduce((folder: EditionFolder, change) => applyChange(folder, change), edition.folder),
    id: '2030',
  }
}

const step = (...changes: Change[]): Step => ({ name: '', changes, answers: [], roles: [] })

const notesOf = ({ files }: EditionFolder) =>
  files.indicators.indicators.flatMap(({ note, cells }) =>
    note ? [`${note} ${cells.具体内容?.slice(0, 4)}`] : [],
  )

async function grounds(): Promise<
  [
    alone: Ground & Awaited<ReturnType<typeof read>>,
    after: Awaited<ReturnType<typeof read>>,
    before: EditionFolder,
  ]
> {
  const before = await lastYear()
  return [await read(), await read([before]), before]
}

test('each change goes on with what it was about, and comes back when the year before is left out', async () => {
  const [alone, after, before] = await grounds()
  const steps = [
    step({ kind: 'note', row: '1-1', text: '甲' }, { kind: 'note', row: '1-2', text: '乙' }),
    step({ kind: 'material', id: '0-1', label: '计划' }, { kind: 'report-item', id: '0-2' }),
    step({ kind: 'department-id', id: 'market-regulation', to: 'market-office' }),
  ]
  const followed = followIds(steps, alone, after)
  expect(followed.map(({ changes }) => changes)).toEqual([
    [
      { kind: 'note', row: '1-9', text: '甲' },
      { kind: 'note', row: '1-1', text: '乙' },
    ],
    [
      { kind: 'material', id: '0-8', label: '计划' },
      { kind: 'report-item', id: '0-7' },
    ],
    [{ kind: 'department-id', id: 'market', to: 'market-office' }],
  ])
  const notes = ['甲 开展产品', '乙 督促不合']
  expect(notesOf(replay(projectOf(steps), alone.edition).folder)).toEqual(notes)
  expect(notesOf(replay(projectOf(followed, [before]), after.edition).folder)).toEqual(notes)
  expect(followIds(followed, after, alone)).toEqual(steps)
})

test('ids that steps themselves give are followed too: of rows and sections that were added, of rows that were renamed', async () => {
  const [alone, after, before] = await grounds()
  before.files.report.sections[0] = { id: 'part-a', heading: '一、总体情况' }
  const with2030 = { ...after, used: usedIds(projectOf([], [before])) }
  const steps = [
    step({ kind: 'row-added', after: '1-1', id: '1-9' }, { kind: 'note', row: '1-9', text: '甲' }),
    step({ kind: 'id', id: '1-2', to: '1-7' }, { kind: 'note', row: '1-7', text: '乙' }),
    step(
      { kind: 'section-added', id: 'part-a', heading: '新' },
      { kind: 'section', id: 'part-a', heading: '五、建议' },
    ),
    step({ kind: 'row-removed', row: '1-1' }, { kind: 'note', row: '2-1', text: '丙' }),
  ]
  const followed = followIds(steps, alone, with2030)
  const { folder } = replay(projectOf(followed, [before]), after.edition)
  expect(findRow(folder, '1-7')?.note).toBe('乙')
  expect(notesOf(folder)).toEqual(['甲 undefined', '乙 督促不合', '丙 未受理群'])
  expect(folder.files.report.sections.map(({ id, heading }) => `${id} ${heading}`)).toContain(
    'part-b 五、建议',
  )
})

test('an answer stays given: its question is known by the id that its row has now', async () => {
  const [alone, after, before] = await grounds()
  const asked = alone.edition.questions.filter(({ code }) => code === 'list-split')
  expect(asked.map(({ row }) => row)).toEqual(['1-1'])
  const steps = [{ ...step(), answers: asked.map(keyOf) }]
  const followed = followIds(steps, alone, after)
  const { open } = replay(projectOf(followed, [before]), after.edition)
  expect(open.map(({ question }) => question.code)).not.toContain('list-split')
})

test('steps that nothing changes are the same, and their names have the ids of now', async () => {
  const [alone, after] = await grounds()
  const role: Step = { ...step(), roles: [{ column: '考核指标', role: 'none' }] }
  const named = { ...step({ kind: 'note', row: '1-1', text: '甲' }), name: '1-1 编者注' }
  const [first, second] = followIds([role, named], alone, after)
  expect(first).toBe(role)
  expect(second?.name).toBe('1-9 编者注')
})

test('with another notice a material’s corrections go on where it asks for the same, else they are left out', async () => {
  const alone = await read()
  const other = await read([], [...notice.slice(0, 3), '1.工作总结。', '2.佐证照片。'])
  const steps = [
    step({ kind: 'material', id: '0-1', label: '计划' }),
    step(
      { kind: 'material', id: '0-2', label: '总结' },
      { kind: 'material-added', id: '0-3', text: '佐证照片' },
    ),
  ]
  expect(followIds(steps, alone, other, true).map(({ changes }) => changes)).toEqual([
    [{ kind: 'material', id: '0-1', label: '总结' }],
  ])
})
