/** A publisher's work as it is kept: files that can't be read change nothing, and nothing that she did is lost. */
import { $project, take } from '../../../src/stores/publishing/project'
import { takeFiles } from '../../../src/stores/publishing/taking'
import { smallTable, smallTitle } from '../publish/small-table'
import { toPage } from '../publish/table-files'
import { expect, test } from '../runner'
import { settle } from './browser'
import {
  drop,
  holdReading,
  noticeFile,
  openAgain,
  openEmpty,
  rowNote,
  steps,
  stored,
  tableFile,
  troubleCode,
} from './publisher'

test.describe.configure({ mode: 'serial' })
test.beforeEach(() => openEmpty())

const note = (text = '以原件为准') => take({ name: '编者注', changes: [{ kind: 'note', row: '1-1', text }] })

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
  expect([$project.get()?.table?.name, steps()]).toEqual(['要点.html', ['编者注']])
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
