/** What a computer would lose: counted since the last bundle or text backup. */

import {
  type Backup,
  charactersOf,
  doneOf,
  isMuch,
  parseBackup,
  unsavedSince,
} from '../../../src/core/backup/backup'
import type { Change } from '../../../src/core/checklist/change'
import { sayUnsaved } from '../../../src/wording/backup'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf, morning, noon, withDepartments } from '../samples'

const add = (item: string, name: string, added: Date): Change => {
  return { kind: 'add-files', item, files: [fileOf(name, name, { added: added.toISOString() })] }
}
const tick = (item: string): Change => ({ kind: 'set-ready', item, ready: true })
const bundle = (at: Date, done = 0): Backup => ({ kind: 'bundle', at: at.toISOString(), done })
const text = (at: Date, done = 0): Backup => ({ kind: 'text', at: at.toISOString(), done })

const twoTimes = checklistAfter(
  ...[add('0-1', '早.pdf', morning), add('0-1', '午.pdf', noon), add('7-1-1', '早.pdf', morning)],
  ...[tick('0-1'), tick('0-2'), tick('7-1-1')],
)

test('unsavedSince() counts everything where nothing ever left the browser, a file of two items once', () => {
  expect(unsavedSince(catalogue, twoTimes, null)).toEqual({ files: 2, items: 3, characters: 0 })
  expect(unsavedSince(catalogue, checklistAfter(), null)).toEqual({ files: 0, items: 0, characters: 0 })
})

test('unsavedSince() counts what came after a bundle: files by the time they were added, items by their number', () => {
  expect(unsavedSince(catalogue, twoTimes, bundle(morning, 1))).toEqual({ files: 1, items: 2, characters: 0 })
  expect(unsavedSince(catalogue, twoTimes, bundle(noon, 3))).toEqual({ files: 0, items: 0, characters: 0 })
})

test('unsavedSince() counts every file after a text backup: it holds no bytes', () => {
  expect(unsavedSince(catalogue, twoTimes, text(noon, 3))).toEqual({ files: 2, items: 0, characters: 0 })
})

test('sayUnsaved() says of files that they are in no bundle, not that they came after the text backup that only names them', () => {
  const unsaved = { files: 129, items: 0, characters: 0 }
  expect(sayUnsaved(null, unsaved)).toBe('现在已经添加了 129 个文件。建议下载一次材料包作为备份。')
  expect(sayUnsaved(bundle(noon), { files: 5, items: 6, characters: 300 })).toBe(
    '那以后添加了 5 个文件、完成了 6 项、写了 300 字报告。建议下载一次材料包作为备份。',
  )
  const noAttachments = '文字备份里没有附件，有 129 个文件还没有确认存好的备份'
  expect(sayUnsaved(text(noon), unsaved)).toBe(`${noAttachments}。建议下载一次材料包作为备份。`)
  expect(sayUnsaved(text(noon), { ...unsaved, items: 6 })).toBe(
    `${noAttachments}；那以后完成了 6 项。建议下载一次材料包作为备份。`,
  )
})

test('unsavedSince() never counts below nothing: a tick taken back loses nothing', () => {
  expect(unsavedSince(catalogue, checklistAfter(tick('0-1')), bundle(noon, 9))).toEqual({
    characters: 0,
    files: 0,
    items: 0,
  })
})

test('unsavedSince() leaves out what was removed', () => {
  const removed = checklistAfter(add('0-1', '早.pdf', morning), {
    kind: 'remove-file',
    item: '0-1',
    sha256: fileOf('早.pdf').sha256,
  })
  expect(unsavedSince(catalogue, removed, null).files).toBe(0)
})

test('doneOf() counts what counts: 已备齐, and 不适用 with a reason, of items that are asked for', () => {
  const off = (item: string): Change => ({ kind: 'set-not-applicable', item, notApplicable: true })
  const because: Change = { kind: 'set-reason', item: '0-3', reason: '没有表彰' }
  const checklist = checklistAfter(tick('0-1'), tick('7-1-0'), off('0-2'), off('0-3'), because, tick('99-1'))
  expect(doneOf(catalogue, checklist)).toBe(2)
  // A row of another unit's department that something was said in is asked for as well.
  expect(doneOf(catalogue, withDepartments(checklistAfter(tick('7-1-1')), ['water']))).toBe(1)
})

test('isMuch() from five files or five items on', () => {
  expect([0, 4, 5, 6].map(files => isMuch({ files, items: 0, characters: 0 }))).toEqual([
    false,
    false,
    true,
    true,
  ])
  expect([0, 4, 5, 6].map(items => isMuch({ files: 4, items, characters: 0 }))).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test('parseBackup() takes what was stored, without fields it does not know', () => {
  for (const backup of [bundle(noon, 4), text(morning)]) {
    expect(parseBackup(backup)).toEqual(backup)
    expect(parseBackup({ ...backup, later: 'field' })).toEqual(backup)
  }
})

for (const [what, value] of [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'bundle'],
  ['a list', []],
  ['another kind', { ...bundle(noon), kind: 'cloud' }],
  ['a time that is a number', { ...bundle(noon), at: 5 }],
  ['no count', { kind: 'bundle', at: noon.toISOString() }],
] as const) {
  test(`parseBackup() takes ${what} for no backup`, () => {
    expect(parseBackup(value)).toBeNull()
  })
}

test('a report written since the last backup counts, 300 characters are much', () => {
  const write = (text: string) => checklistAfter({ kind: 'set-report-text', id: 'overview', text })
  const long = write('字 '.repeat(300))
  expect(unsavedSince(catalogue, long, null)).toEqual({ files: 0, items: 0, characters: 300 })
  expect(isMuch({ files: 0, items: 0, characters: 300 })).toBe(true)
  expect(isMuch({ files: 0, items: 0, characters: 299 })).toBe(false)
  const backup = parseBackup({ ...bundle(noon), characters: charactersOf(long) })
  expect(unsavedSince(catalogue, long, backup)).toMatchObject({ characters: 0 })
  expect(unsavedSince(catalogue, write('短'), backup)).toMatchObject({ characters: 0 })
  // A note of before there were reports.
  expect(unsavedSince(catalogue, long, bundle(noon))).toMatchObject({ characters: 300 })
})
