/** Rows, items, common materials and sections that a publisher adds, takes out and moves; what hangs on them follows. */
import { catalogueSource, type EditionFolder } from '../../../src/build/edition'
import { scoringOf } from '../../../src/core/edition/catalogue'
import { findContentProblems } from '../../../src/core/edition/content'
import { applyChange } from '../../../src/publish/draft/apply-change'
import { separateCell } from '../../../src/publish/draft/cells'
import type { Change } from '../../../src/publish/draft/change'
import { newRowId } from '../../../src/publish/draft/change-rows'
import { findRow } from '../../../src/publish/draft/choices'
import { addItem } from '../../../src/publish/draft/items'
import { type Project, replay, type Step } from '../../../src/publish/draft/project'
import { newMaterialId, newSectionId } from '../../../src/publish/draft/template'
import { buildEdition, type NewEdition } from '../../../src/publish/edition'
import { readSource } from '../../../src/publish/read/source'
import { expect, test } from '../runner'
import { addColumn, cellAt, smallTable, smallTitle } from './small-table'
import { type PlainTable, toPage } from './table-files'

async function read(table: PlainTable = smallTable()): Promise<NewEdition> {
  return buildEdition('2031', await readSource(Buffer.from(toPage(table, smallTitle))), undefined, [])
}

function change(folder: EditionFolder, ...changes: Change[]): EditionFolder {
  return changes.reduce((folder, change) => applyChange(folder, change), folder)
}

function problemsOf(folder: EditionFolder): string[] {
  return findContentProblems(catalogueSource(folder))
    .filter(({ file }) => file === 'indicators.yaml')
    .map(({ entry, code }) => `${entry} ${code}`)
}

function rowsOf({ files }: EditionFolder): string[] {
  return files.indicators.indicators.map(({ id, cells }) => `${id} ${cells.具体内容 ?? ''}`)
}

/** As the page has it after these steps. */
function standingAfter(edition: NewEdition, ...changes: Change[]) {
  const step: Step = { name: '', changes, answers: [], roles: [] }
  const project = { year: '2031', earlier: [], steps: [step] } as unknown as Project
  return replay(project, edition)
}

test('a row is added below another: it shares number and level, and no cell of its neighbours changes', async () => {
  const { folder } = await read()
  const id = newRowId(folder, '1-1', new Set(['1-3']))
  expect(id).toBe('1-4')
  const added = change(folder, { kind: 'row-added', after: '1-1', id })
  expect(rowsOf(added).map(row => row.slice(0, 3))).toEqual(['1-1', '1-4', '1-2', '2-1', '3-1'])
  expect(findRow(added, '1-4')).toEqual({ id: '1-4', cells: {}, merged: ['序号', '考核指标'] })
  expect(added.files.indicators.declared.rows).toBe(folder.files.indicators.declared.rows + 1)
  expect(problemsOf(added)).toEqual([])
  const text = change(
    added,
    { kind: 'cell', row: '1-4', column: '具体内容', text: '公布抽查结果。' },
    { kind: 'departments', row: '1-4', lead: ['市质强办'], supporting: [] },
  )
  expect(problemsOf(text)).toEqual([])
  expect(findRow(text, '1-4')?.departments).toEqual(findRow(folder, '3-1')?.departments)
  expect(change(folder, { kind: 'row-added', after: '9-9', id })).toBe(folder)
})

test('below a row whose department cell goes on, the new row shares it too', async () => {
  const table = smallTable()
  cellAt(table, 1, 2).rowSpan = 2
  table[2]?.splice(1, 1)
  const { folder } = await read(table)
  const added = change(folder, { kind: 'row-added', after: '1-1', id: '1-9' })
  expect(findRow(added, '1-9')).toMatchObject({
    merged: ['序号', '考核指标', '评价部门'],
    departments: findRow(folder, '1-1')?.departments,
  })
  expect(problemsOf(added)).toEqual([])
})

test('a row is taken out: its merged cells stay with the row below, departments nobody answers to go', async () => {
  const { folder } = await read()
  const without = change(folder, { kind: 'row-removed', row: '1-1' })
  expect(findRow(without, '1-2')).toMatchObject({ cells: { 序号: '1', 考核指标: '产品质量' } })
  expect(findRow(without, '1-2')?.merged).toBeUndefined()
  expect(problemsOf(without)).toEqual(['declared wrong-points'])
  const last = change(folder, { kind: 'row-removed', row: '3-1' })
  expect(last.files.indicators.departments.map(({ name }) => name)).not.toContain('市质强办')
  expect(problemsOf(last)).toEqual([])
  const one = change(last, ...['1-1', '1-2', '2-1'].map((row): Change => ({ kind: 'row-removed', row })))
  expect(rowsOf(one)).toHaveLength(1)
})

test('a merged cell that is to stand by itself says the same, and of points it scores', async () => {
  const table = smallTable()
  cellAt(table, 2, 3).text = '督促不合格企业整改。'
  addColumn(table, 1, ['分值', '10', '', '', ''])
  cellAt(table, 1, 2).rowSpan = 2
  table[2]?.splice(2, 1)
  const { folder } = await read(table)
  const second = findRow(folder, '1-2')
  if (!second) throw new Error('No row')
  expect(scoringOf(second).kind).toBe('none')
  const alone = change(folder, ...separateCell(folder, second, '分值'))
  expect(findRow(alone, '1-2')).toMatchObject({ cells: { 分值: '10' }, points: 10 })
  expect(findRow(alone, '1-2')?.merged).toEqual(['序号', '考核指标'])
})

test('items of a merged evidence cell go on with the row that inherits it', async () => {
  const table = smallTable()
  cellAt(table, 1, 1).rowSpan = 2
  table[2]?.splice(2, 1)
  const { folder } = await read(table)
  const without = change(folder, { kind: 'row-removed', row: '1-1' })
  expect(findRow(without, '1-2')?.items).toEqual([
    { id: '1-2-1', text: '抽查工作方案' },
    { id: '1-2-2', text: '抽查结果及处理情况' },
  ])
})

test('an item is added: one that the cell does not have is written into it, and the others keep their ids', async () => {
  const { folder } = await read()
  const added = change(folder, ...addItem(folder, '1-2', '整改照片'))
  expect(findRow(added, '1-2')?.items).toEqual([
    { id: '1-2-1', text: '整改通知书' },
    { id: '1-2-2', text: '整改照片' },
  ])
  expect(findRow(added, '1-2')?.cells.印证材料清单).toBe('1.整改通知书。\n整改照片')
  const first = change(folder, ...addItem(folder, '2-1', '投诉台账'))
  expect(findRow(first, '2-1')?.cells.印证材料清单).toBe('投诉台账')
  expect(problemsOf(added)).toEqual([])
  const none = change(folder, { kind: 'cell', row: '2-1', column: '印证材料清单', text: '无' })
  expect(addItem(none, '2-1', '投诉台账')[0]).toMatchObject({ kind: 'cell', text: '投诉台账' })
  expect(addItem(folder, '1-2', '')).toEqual([])
})

test('a question about a row that got another id asks about it still, and one about a row that is gone is gone', async () => {
  const table = smallTable()
  cellAt(table, 1, 1).text = '工作方案;检查记录。'
  const edition = await read(table)
  const rowsAsked = (...changes: Change[]) =>
    standingAfter(edition, ...changes).open.flatMap(({ question }) =>
      question.code === 'list-split' ? [question.row] : [],
    )
  expect(rowsAsked()).toEqual(['1-1'])
  expect(rowsAsked({ kind: 'id', id: '1-1', to: '1-8' })).toEqual(['1-8'])
  expect(rowsAsked({ kind: 'id', id: '1-1', to: '1-8' }, { kind: 'id', id: '1-8', to: '1-9' })).toEqual([
    '1-9',
  ])
  expect(rowsAsked({ kind: 'row-removed', row: '1-1' })).toEqual([])
})

test('common materials are added with ids nobody had; a report that went to one that is gone goes to none', async () => {
  const { folder } = await read()
  const used = new Set(['0-1'])
  const id = newMaterialId(folder, used)
  const two = change(
    folder,
    { kind: 'material-added', id, text: '工作总结(加盖公章)' },
    { kind: 'material-added', id, text: '佐证照片' },
    { kind: 'report-item', id },
  )
  expect(two.files.materials.items).toEqual([
    { id: '0-2', label: '工作总结', text: '工作总结(加盖公章)' },
    { id: '0-1', label: '佐证照片', text: '佐证照片' },
  ])
  expect(two.files.report.item).toBe('0-2')
  expect(change(two, { kind: 'material-removed', id }).files.report).toEqual(folder.files.report)
  const named = change(
    two,
    { kind: 'material', id, label: '总结' },
    { kind: 'material', id: '0-9', label: '无' },
  )
  expect(named.files.materials.items.map(({ label }) => label)).toEqual(['总结', '佐证照片'])
})

test('sections of the report are added with ids nobody had, moved, named and taken out, the last one never', async () => {
  const { folder } = await read()
  const idsOf = ({ files }: EditionFolder) => files.report.sections.map(({ id }) => id)
  const id = newSectionId(folder, new Set(['part-a']))
  const more = change(
    folder,
    { kind: 'section-added', id, heading: '五、建议' },
    { kind: 'section-moved', id, by: -1 },
    { kind: 'section', id: 'overview', heading: '一、概况', isByRow: true },
  )
  expect(idsOf(more)).toEqual(['overview', 'measures', 'problems', 'part-b', 'next-steps'])
  expect(more.files.report.sections[0]).toMatchObject({ heading: '一、概况', answerLabel: '落实情况：' })
  expect(
    change(more, { kind: 'section', id: 'overview', isByRow: false }).files.report.sections[0],
  ).not.toHaveProperty('indicators')
  const without = change(more, ...idsOf(more).map((id): Change => ({ kind: 'section-removed', id })))
  expect(idsOf(without)).toEqual(['next-steps'])
})

test('a correction of one entry leaves the others to what is read later; whole lists of earlier pages count still', async () => {
  const notice = (label: string) => [
    '关于考核的通知',
    '各单位：',
    '一、报送资料',
    '1.工作计划。',
    `2.${label}。`,
  ]
  const readWith = async (label: string) =>
    buildEdition(
      '2031',
      await readSource(Buffer.from(toPage(smallTable(), smallTitle))),
      await readSource(Buffer.from(notice(label).join('\n'))),
      [],
    )
  const later = await readWith('经费凭证')
  const step: Change = { kind: 'material', id: '0-1', label: '计划' }
  expect(standingAfter(later, step).folder.files.materials.items.map(({ label }) => label)).toEqual([
    '计划',
    '经费凭证',
  ])
  const items = [{ id: '0-1', label: '计划', text: '工作计划' }]
  expect(standingAfter(later, { kind: 'materials', items }).folder.files.materials.items).toEqual(items)
})
