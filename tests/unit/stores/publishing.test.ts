/** A publisher's work as it is kept: files that can't be read change nothing, and nothing that she did is lost. */
import { applyChange } from '../../../src/publish/draft/apply-change'
import type { Change } from '../../../src/publish/draft/change'
import { earlierOf, type Project } from '../../../src/publish/draft/project'
import { $kept, $project, $unrecognised, startAnew, take, undo } from '../../../src/stores/publishing/project'
import { stopReading } from '../../../src/stores/publishing/reading'
import { $broughtIn, pointAt, takeFiles } from '../../../src/stores/publishing/taking'
import { smallTable, smallTitle } from '../publish/small-table'
import { toPage } from '../publish/table-files'
import { expect, test } from '../runner'
import { clean, database, readRecords, settle, writeRecords } from './browser'
import {
  besides,
  drop,
  holdReading,
  noticeFile,
  openAgain,
  openEmpty,
  rowIds,
  rowNote,
  savedFile,
  standingFolder,
  steps,
  stored,
  swapTo,
  tableFile,
  troubleCode,
} from './publisher'

test.describe.configure({ mode: 'serial' })
test.beforeEach(() => openEmpty())

const note = (text = '以原件为准') =>
  take({ name: '1-1 编者注', changes: [{ kind: 'note', row: '1-1', text }] })

test('a press while a file is read is kept over the old files, and stays when the new one can’t be read', async () => {
  await drop(tableFile())
  const read = holdReading()
  const dropped = takeFiles([new File(['%PDF-1.7'], '新的要点.pdf')], 'table')
  await settle()
  await note()
  expect((await stored()).table).toBe(toPage(smallTable(), smallTitle))
  await read()
  await dropped
  expect(troubleCode()).toBe('refused')
  expect([$project.get()?.table?.name, steps()]).toEqual(['要点.html', ['1-1 编者注']])
  await openAgain()
  expect([$project.get()?.table?.name, rowNote('1-1')]).toEqual(['要点.html', '以原件为准'])
})

test('a file that is dropped while another is read waits for it: behind a table it is the notice', async () => {
  const read = holdReading()
  const both = [drop(tableFile()), drop(noticeFile('正文.txt'))]
  await settle()
  await read()
  await Promise.all(both)
  expect([$project.get()?.table?.name, $project.get()?.notice?.name]).toEqual(['要点.html', '正文.txt'])
})

test('a file that can’t be read is said, though the one behind it can', async () => {
  await drop(tableFile())
  await drop(new File(['%PDF-1.7'], '要点.pdf'), noticeFile())
  expect(troubleCode()).toBe('refused')
  expect([$project.get()?.table?.name, $project.get()?.notice?.name]).toEqual(['要点.html', '通知.txt'])
})

test('a head that can’t be read is not taken: all is as it was, here and for the next page', async () => {
  await drop(tableFile())
  await note()
  expect(await pointAt(0, 4)).toMatchObject({ code: 'refused' })
  expect([$project.get()?.head, steps(), rowNote('1-1')]).toEqual([undefined, ['1-1 编者注'], '以原件为准'])
  await openAgain()
  expect(rowNote('1-1')).toBe('以原件为准')
})

test('corrections of cells do not go over to another head; those of the notice do, and the years before', async () => {
  await drop(tableFile())
  await note()
  await take({ name: '电话', changes: [{ kind: 'field', field: 'contact.phone', value: '0700-1234567' }] })
  await pointAt(0, 1)
  expect([rowIds(), rowNote('1-1'), steps()]).toEqual([['1-1', '1-2', '1-3'], undefined, ['电话']])
  await swapTo('要点.html')
  expect([rowIds(), rowNote('1-1')]).toEqual([['1-1', '1-2', '2-1', '3-1'], '以原件为准'])
})

test('a head that an earlier page kept as a step is the head, and its step gone', async () => {
  await drop(tableFile())
  await settle()
  const { project } = await stored()
  const step = { name: '表头是第 3 行', changes: [], answers: [], roles: [], head: { table: 0, line: 1 } }
  await writeRecords({ 'backup:publish': { ...project, steps: [step] } })
  await openAgain()
  expect([$project.get()?.head, steps(), rowIds()]).toEqual([
    { table: 0, line: 1 },
    [],
    ['1-1', '1-2', '1-3'],
  ])
})

test('work whose head can’t be read any more opens with its tables, to point at another', async () => {
  await drop(tableFile())
  await settle()
  const { project } = await stored()
  await writeRecords({ 'backup:publish': { ...project, head: { table: 0, line: 4 } } })
  await openAgain()
  expect([troubleCode(), $unrecognised.get()?.tables[0]?.length]).toEqual(['refused', 5])
  await pointAt(0, 0, $unrecognised.get()?.file)
  expect([$unrecognised.get(), rowIds()]).toEqual([null, ['1-1', '1-2', '2-1', '3-1']])
})

test('work that an earlier page kept in one record has its files still after the next step', async () => {
  await drop(tableFile(), noticeFile())
  await settle()
  const records = await readRecords()
  const { writes: _, ...project } = records.get('backup:publish') as Project & { writes: number }
  const [table, notice] = [records.get('backup:publish:table'), records.get('backup:publish:notice')]
  await clean()
  await writeRecords({ 'backup:publish': { ...project, table, notice } })
  await openAgain()
  await note()
  await openAgain()
  expect([$project.get()?.notice?.name, rowNote('1-1')]).toEqual(['通知.txt', '以原件为准'])
})

test('work of a newer page is not touched: nothing is kept, and that is said', async () => {
  await writeRecords({ 'backup:publish': { format: 2, sheets: [] } })
  await openAgain()
  expect(troubleCode()).toBe('kept-unknown')
  await drop(tableFile())
  await settle()
  expect($kept.get()).toEqual({ state: 'unknown' })
  expect([...(await readRecords())]).toEqual([['backup:publish', { format: 2, sheets: [] }]])
})

test('where the new work is refused and the old one brought back, the old one is kept', async () => {
  await drop(tableFile())
  await settle()
  database.refusedText = '新的.html'
  await takeFiles([tableFile('新的.html')], 'table')
  await settle()
  expect($kept.get()).toMatchObject({ state: 'refused' })
  await swapTo('要点.html')
  await settle()
  expect($kept.get()).toEqual({ state: 'kept' })
})

test('every work that another took the place of can be brought back, and the one it replaces then too', async () => {
  await drop(tableFile('甲.html'))
  await note()
  await takeFiles([tableFile('乙.html'), tableFile('丙.html')], 'table')
  expect(besides()).toEqual(['乙.html', '甲.html'])
  await swapTo('甲.html')
  expect([besides(), rowNote('1-1')]).toEqual([['丙.html', '乙.html'], '以原件为准'])
  await startAnew(new Date('2031-12-01'))
  await drop(noticeFile())
  expect(besides()).toEqual(['甲.html', '丙.html', '乙.html'])
})

test('a year brought in later leaves each correction with its row, and so does taking it back', async () => {
  await drop(tableFile())
  await note()
  const folder = standingFolder()
  const change: Change = { kind: 'id', id: '1-1', to: '1-9' }
  await takeFiles([savedFile('2030-制作.json', { ...applyChange(folder, change), id: '2030' })], 'earlier')
  expect([rowIds()?.[0], rowNote('1-9'), steps()?.[0]]).toEqual(['1-9', '以原件为准', '1-9 编者注'])
  await openAgain()
  expect(rowNote('1-9')).toBe('以原件为准')
  await undo()
  expect([rowIds()?.[0], rowNote('1-1')]).toEqual(['1-1', '以原件为准'])
})

test('another notice shows its own text; the work with the one before can be brought back', async () => {
  await drop(tableFile(), noticeFile())
  await take({ name: '电话', changes: [{ kind: 'field', field: 'contact.phone', value: '0700-1234567' }] })
  await take({ name: '正文', changes: [{ kind: 'body', text: '各单位：改过。' }] })
  await note()
  await drop(noticeFile('新通知.txt', '请于年底以前报送。'))
  const { body, files } = standingFolder()
  expect([body.includes('请于年底以前报送。'), files.notice.contact?.phone, rowNote('1-1')]).toEqual([
    true,
    '0700-1234567',
    '以原件为准',
  ])
  await swapTo('要点.html')
  expect([$project.get()?.notice?.name, standingFolder().body]).toEqual(['通知.txt', '各单位：改过。'])
})

test('the first notice takes nothing’s place, but of a text that was written before it', async () => {
  await drop(tableFile())
  await note()
  await drop(noticeFile())
  expect([besides(), steps()]).toEqual([[], ['1-1 编者注']])
  await openEmpty()
  await drop(tableFile())
  await take({ name: '正文', changes: [{ kind: 'body', text: '各单位：' }] })
  await drop(noticeFile())
  expect([besides(), steps()]).toEqual([['要点.html'], []])
})

test('a year whose work was not finished gives ids, and no pages; one that was not read brought nothing', async () => {
  await drop(tableFile())
  const year = savedFile('2030-制作.json', { ...standingFolder(), id: '2030' })
  const read = holdReading()
  const dropped = takeFiles([year], 'earlier')
  await settle()
  stopReading()
  await read()
  await dropped
  expect([troubleCode(), $broughtIn.get(), steps()]).toEqual(['stopped', null, []])
  await takeFiles([year], 'earlier')
  expect([$broughtIn.get()?.file, steps()]).toEqual(['2030-制作.json', ['加上 2030年度的']])
  expect(earlierOf($project.get() as Project).map(({ isWhole }) => isWhole)).toEqual([false])
})
