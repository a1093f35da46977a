/** Files change their places: from 待归类 to items and back, between items, off and back. */

import { applyChange, type Change } from '../../../src/core/checklist/change'
import { answerOf, hashesOf, usedFiles } from '../../../src/core/checklist/checklist'
import { mergeChecklists } from '../../../src/core/checklist/merge'
import { keepPlaces, type Move, reverseMoves } from '../../../src/core/checklist/places'
import { reuseAnswers } from '../../../src/core/checklist/same-work'
import { expect, test } from '../runner'
import { checklistAfter, fileOf, noon } from '../samples'

type File = ReturnType<typeof fileOf>

const plan = fileOf('工作计划.docx', 'plan', { path: '0-2 计划/工作计划.docx' })
const photo = fileOf('IMG_0001.jpg', 'photo', { path: '照片/IMG_0001.jpg' })
const scan = fileOf('扫描.pdf')
const bring: Change = { kind: 'add-files', item: '', files: [plan, photo, scan] }
const move = (from: string, to: string, ...files: (typeof plan)[]): Change & { moves: Move[] } => ({
  kind: 'move-files',
  moves: files.map(({ sha256 }) => ({ sha256, from, to })),
})
const use = (item: string, { sha256 }: typeof plan) => ({ item, sha256 })

test('files that were brought in are 待归类 with their paths, each once, and count with no item', () => {
  const checklist = checklistAfter(bring, { kind: 'add-files', item: '', files: [photo] })
  expect(checklist.unsorted).toEqual([plan, photo, scan])
  expect(checklist.answers).toEqual({})
  expect([...hashesOf(checklist)]).toEqual([plan.sha256, photo.sha256, scan.sha256])
  expect(usedFiles(checklist).map(({ item }) => item)).toEqual(['', '', ''])
})

test('a file that an item uses is not 待归类, whichever came first', () => {
  const first = checklistAfter({ kind: 'add-files', item: '0-2', files: [plan] }, bring)
  expect(first.unsorted).toEqual([photo, scan])
  const later = checklistAfter(bring, {
    kind: 'add-files',
    item: '0-2',
    files: [fileOf('别名.docx', 'plan')],
  })
  expect(later.unsorted).toEqual([photo, scan])
})

test('one move puts several files with several items, and keeps name, added date and path', () => {
  const moves = [...move('', '0-2', plan).moves, ...move('', '0-3', photo, scan).moves]
  const checklist = checklistAfter(bring, { kind: 'move-files', moves })
  expect(checklist.unsorted).toEqual([])
  expect(answerOf(checklist, '0-2').files).toEqual([plan])
  expect(answerOf(checklist, '0-3').files).toEqual([photo, scan])
})

test('a file that moves to another item keeps its name there and its other uses', () => {
  const renamed = { ...plan, name: '定稿.docx' }
  const checklist = checklistAfter(
    { kind: 'add-files', item: '0-2', files: [renamed] },
    { kind: 'share-file', item: '0-2', sha256: plan.sha256, items: ['7-1-1'] },
    move('0-2', '0-3', plan),
  )
  expect(answerOf(checklist, '0-2').files).toEqual([])
  expect(answerOf(checklist, '0-3').files).toEqual([renamed])
  expect(answerOf(checklist, '7-1-1').files).toEqual([renamed])
})

test('a move of what is not there any more changes nothing, not even the time', () => {
  const checklist = checklistAfter(bring)
  for (const change of [move('0-2', '0-3', plan), move('', '', plan), move('', '0-2', fileOf('没有'))])
    expect(applyChange(checklist, change, noon)).toBe(checklist)
})

test('reverseMoves() takes a whole step back, also where an item had the file before', () => {
  const before = checklistAfter(
    bring,
    move('', '0-2', plan),
    { kind: 'add-files', item: '0-3', files: [plan] },
    move('', '7-1-1', scan),
  )
  const { moves } = { moves: [...move('', '0-3', photo).moves, ...move('0-2', '0-3', plan).moves] }
  const after = applyChange(before, { kind: 'move-files', moves }, noon)
  expect(answerOf(after, '0-3').files).toEqual([plan, photo])
  const back = applyChange(after, { kind: 'move-files', moves: reverseMoves(before, moves) }, noon)
  expect({ ...back, changed: '' }).toEqual({ ...before, changed: '' })
})

test('several files are removed and restored in one change each, each to its own place', () => {
  const uses = [use('', photo), use('0-2', plan)]
  const before = checklistAfter(bring, move('', '0-2', plan))
  const off = applyChange(before, { kind: 'remove-files', uses }, noon)
  expect(off.unsorted).toEqual([scan])
  expect(answerOf(off, '0-2').files).toEqual([])
  expect(off.removed.map(({ item, file }) => use(item, file))).toEqual(uses)
  expect(hashesOf(off)).toEqual(hashesOf(before))
  const back = applyChange(off, { kind: 'restore-files', uses }, noon)
  expect(back.unsorted).toEqual([scan, photo])
  expect(answerOf(back, '0-2').files).toEqual([plan])
  expect(back.removed).toEqual([])
})

test('bytes that are gone are taken off 待归类 as off every item', () => {
  const checklist = checklistAfter(bring, { kind: 'remove-uses', sha256: [scan.sha256] })
  expect(checklist.unsorted).toEqual([plan, photo])
  expect(checklist.removed).toMatchObject([{ item: '', file: scan }])
})

test('a merge unites 待归类, and what either side has put with an item stays there', () => {
  const mine = checklistAfter({ kind: 'add-files', item: '', files: [plan, photo] })
  const theirs = checklistAfter({ kind: 'add-files', item: '', files: [plan, scan] }, move('', '0-2', plan))
  for (const both of [mergeChecklists(mine, theirs), mergeChecklists(theirs, mine)]) {
    expect(new Set(both.unsorted)).toEqual(new Set([photo, scan]))
    expect(answerOf(both, '0-2').files).toEqual([plan])
  }
})

test('a set of items is ticked in one change, and 不适用 ends where it is', () => {
  const checklist = checklistAfter(
    { kind: 'set-not-applicable', item: '0-3', notApplicable: true },
    { kind: 'set-all-ready', items: ['0-2', '0-3'], ready: true },
  )
  expect(answerOf(checklist, '0-2').ready).toBe(true)
  expect(answerOf(checklist, '0-3')).toMatchObject({ ready: true, notApplicable: false })
})

test('reuseAnswers() gives the list on screen again where 待归类 stayed the same, else its files', () => {
  const shown = checklistAfter(bring)
  expect(reuseAnswers(checklistAfter(bring), shown).unsorted).toBe(shown.unsorted)
  const fresh = structuredClone(checklistAfter(bring, move('', '0-2', plan)))
  const { unsorted } = reuseAnswers(fresh, shown)
  expect(unsorted).toEqual(fresh.unsorted)
  expect(unsorted.every(file => shown.unsorted.includes(file))).toBe(true)
})

test('a removed file keeps its row, beside what others are removed, added and brought back', () => {
  const [a, b, c, d] = ['甲', '乙', '丙', '丁'].map(name => fileOf(name)) as [File, File, File, File]
  const names = (rows: readonly File[]) => rows.map(({ name }) => name).join('')
  const first = keepPlaces([], [a, b, c], [])
  const second = keepPlaces(first, [a, c], [b])
  expect(names(second)).toBe('甲乙丙')
  expect(names(keepPlaces(second, [a], [b, c]))).toBe('甲乙丙')
  expect(names(keepPlaces(second, [a, c, d], [b]))).toBe('甲乙丙丁')
  expect(names(keepPlaces(second, [c], [b, a]))).toBe('甲乙丙')
  // Moved to another item: nobody offers to bring it back here.
  expect(names(keepPlaces(second, [a], [b]))).toBe('甲乙')
  expect(names(keepPlaces(second, [], [c, b]))).toBe('乙丙')
  expect(names(keepPlaces(second, [a, c, b], []))).toBe('甲丙乙')
  // The page has just been opened, or the item was not on screen.
  expect(names(keepPlaces([], [a, c], [b]))).toBe('乙甲丙')
  expect(keepPlaces([], [a], [a, b, b])).toEqual([b, a])
})
