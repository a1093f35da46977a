/** Smaller copies take their photos' places, and give them back. */

import { applyChange, type Change } from '../../../src/core/checklist/change'
import { answerOf } from '../../../src/core/checklist/checklist'
import { mergeChecklists } from '../../../src/core/checklist/merge'
import { parseChecklist, writeChecklist } from '../../../src/core/checklist/record'
import { smallerCopies } from '../../../src/core/checklist/smaller'
import { expect, test } from '../runner'
import { afterChanges, checklistAfter, fileOf, noon } from '../samples'

const photo = fileOf('现场.jpg', '四百万像素', { size: 4_000_000, originalName: 'IMG_1.JPG' })
const other = fileOf('方案.pdf')
const copy = fileOf('现场.jpg', '小图', { size: 400_000 })
const add = (item: string, ...files: (typeof photo)[]): Change => ({ kind: 'add-files', item, files })
const shrink: Change = { kind: 'replace-photos', replacements: [{ photo: photo.sha256, copy }] }
const back: Change = { kind: 'bring-back-photos' }
const before = checklistAfter(add('0-3', other, photo, fileOf('总结.docx')), add('7-1-1', photo), {
  kind: 'rename-file',
  item: '7-1-1',
  sha256: photo.sha256,
  name: '揭牌.jpg',
})
const after = applyChange(before, shrink, noon)
const namesIn = (item: string, of = after) => answerOf(of, item).files.map(file => file.name)

test('a copy stands where its photo stood, under its name, in every item; the photo is among the removed', () => {
  expect(namesIn('0-3')).toEqual(['方案.pdf', '现场.jpg', '总结.docx'])
  expect(namesIn('7-1-1')).toEqual(['揭牌.jpg'])
  for (const item of ['0-3', '7-1-1']) {
    const [file] = answerOf(after, item).files.filter(({ smallerOf }) => smallerOf)
    expect(file).toMatchObject({ sha256: copy.sha256, originalName: 'IMG_1.JPG', smallerOf: photo.sha256 })
  }
  expect(after.removed.map(({ item, file }) => [item, file.sha256])).toEqual([
    ['0-3', photo.sha256],
    ['7-1-1', photo.sha256],
  ])
  expect(answerOf(after, '0-3').files[0]).toBe(answerOf(before, '0-3').files[0])
  expect(smallerCopies(after)).toEqual({ uses: 2, bytes: 2 * 3_600_000 })
})

test('one change brings all photos back, under the names they have by now', () => {
  const renamed = applyChange(
    after,
    { kind: 'rename-file', item: '0-3', sha256: copy.sha256, name: '新名.jpg' },
    noon,
  )
  const restored = applyChange(renamed, back, noon)
  expect(restored.removed).toEqual([])
  expect(namesIn('0-3', restored)).toEqual(['方案.pdf', '新名.jpg', '总结.docx'])
  const same = applyChange(after, back, noon)
  expect(same.answers).toEqual(before.answers)
  expect(smallerCopies(same)).toEqual({ uses: 0, bytes: 0 })
})

test('a copy that was moved to another item gives its photo back there', () => {
  const [moved] = answerOf(after, '7-1-1').files
  const elsewhere = afterChanges(after, [
    { kind: 'remove-file', item: '7-1-1', sha256: copy.sha256 },
    add('7-1-2', moved as typeof copy),
    back,
  ])
  expect(answerOf(elsewhere, '7-1-2').files.map(({ sha256 }) => sha256)).toEqual([photo.sha256])
  expect(namesIn('0-3', elsewhere)).toEqual(namesIn('0-3'))
  expect(elsewhere.removed.map(({ file }) => file.sha256)).toEqual([copy.sha256])
})

test('a photo that is gone by now is not replaced, and one whose bytes were let go does not come back', () => {
  expect(applyChange(checklistAfter(add('0-3', other)), shrink, noon)).toEqual(
    checklistAfter(add('0-3', other)),
  )
  const emptied = applyChange(after, { kind: 'empty-removed' }, noon)
  expect(applyChange(emptied, back, noon)).toBe(emptied)
  expect(smallerCopies(emptied)).toEqual({ uses: 0, bytes: 0 })
  const twice = checklistAfter(add('0-3', photo, copy))
  expect(applyChange(twice, shrink, noon)).toBe(twice)
})

test('a record keeps whose copy a file is, and refuses what is no SHA-256', () => {
  const read = parseChecklist(JSON.parse(JSON.stringify(after)))
  expect(read).toEqual({ ok: true, checklist: after })
  const text = writeChecklist(after)
  expect(parseChecklist(JSON.parse(text))).toMatchObject({ ok: true })
  const broken = JSON.parse(text.replace(`"smallerOf": "${photo.sha256}"`, '"smallerOf": "x"'))
  expect(parseChecklist(broken)).toEqual({
    ok: false,
    problem: { code: 'broken', field: 'file.smallerOf' },
  })
})

test('a merge takes no photo beside its own copy, and no copy beside its photo', () => {
  for (const [mine, theirs] of [
    [after, before],
    [before, after],
  ] as const)
    expect(mergeChecklists(mine, theirs).answers['0-3']?.files).toEqual(mine.answers['0-3']?.files)
})
