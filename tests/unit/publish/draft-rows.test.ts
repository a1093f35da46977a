/** Rows, items, common materials and sections that a publisher adds, takes out and moves; what hangs on them follows. */
import { catalogueSource, type EditionFolder } from '../../../src/build/edition'
import { findContentProblems } from '../../../src/core/edition/content'
import { applyChange } from '../../../src/publish/draft/apply-change'
import type { Change } from '../../../src/publish/draft/change'
import { newRowId } from '../../../src/publish/draft/change-rows'
import { findRow } from '../../../src/publish/draft/choices'
import { addItem } from '../../../src/publish/draft/items'
import { type Project, replay, type Step } from '../../../src/publish/draft/project'
import { addMaterial, addSection, moveSection } from '../../../src/publish/draft/template'
import { buildEdition, type NewEdition } from '../../../src/publish/edition'
import { readSource } from '../../../src/publish/read/source'
import { expect, test } from '../runner'
import { cellAt, smallTable, smallTitle } from './small-table'
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
  const two = addMaterial(addMaterial([], '工作总结(加盖公章)', new Set(['0-1'])), '佐证照片', new Set())
  expect(two).toEqual([
    { id: '0-2', label: '工作总结', text: '工作总结(加盖公章)' },
    { id: '0-1', label: '佐证照片', text: '佐证照片' },
  ])
  const { report } = folder.files
  const whole = change(
    folder,
    { kind: 'materials', items: two },
    { kind: 'report', report: { ...report, item: '0-2' } },
  )
  expect(whole.files.report.item).toBe('0-2')
  const without = change(whole, { kind: 'materials', items: two.slice(1) })
  expect(without.files.report).toEqual(report)
})

test('sections of the report are added with ids of their own, and moved', async () => {
  const { folder } = await read()
  const { sections } = folder.files.report
  const older = change(folder, {
    kind: 'report',
    report: { ...folder.files.report, sections: addSection(sections, '六、建议', []) },
  })
  const added = addSection(sections, '五、建议', [older])
  expect(added.map(({ id }) => id)).toEqual([...sections.map(({ id }) => id), 'part-b'])
  expect(moveSection(added, 4, -1).map(({ id }) => id)).toEqual([
    'overview',
    'measures',
    'problems',
    'part-b',
    'next-steps',
  ])
})
