/** 待归类 in groups: by suggestion and by day, each file once; in blocks that stay where they are. */
import { groupFiles, inBlocks } from '../../../src/core/sorting/groups'
import type { Clues, Suggestion } from '../../../src/core/sorting/suggestion'
import { expect, test } from '../runner'
import { fileOf } from '../samples'

const isPhoto = ({ name }: { name: string }) => name.endsWith('.jpg')
const suggest = (name: string, item: string, isSure: boolean): [string, Suggestion] => {
  const file = fileOf(name).sha256
  return [file, { file, item, isSure, reason: { code: 'name', text: name }, others: [] }]
}

test('the sure come first, in the notice’s order; then what wants a look; photos of nothing known by their day', () => {
  const names = ['甲', '乙', '丙', '丁', '一.jpg', '二.jpg', '三.jpg', '戊']
  const suggestions = new Map([
    suggest('甲', '10-2-1', true),
    suggest('乙', '9-3-1', true),
    suggest('丙', '9-3-1', false),
    suggest('戊', '9-3-1', true),
  ])
  const day = (name: string, takenOn: string): [string, Clues] => [fileOf(name).sha256, { takenOn }]
  const clues = new Map([day('一.jpg', '2022-09-08'), day('二.jpg', '2022-04-22')])
  const groups = groupFiles(
    names.map(name => fileOf(name)),
    suggestions,
    clues,
    isPhoto,
  )
  expect(
    groups.map(({ certainty, item, day, files }) => [certainty, item ?? day, files.map(({ name }) => name)]),
  ).toEqual([
    ['sure', '9-3-1', ['乙', '戊']],
    ['sure', '10-2-1', ['甲']],
    ['look', '9-3-1', ['丙']],
    ['unknown', null, ['丁']],
    ['unknown', '2022-04-22', ['二.jpg']],
    ['unknown', '2022-09-08', ['一.jpg']],
    ['unknown', '', ['三.jpg']],
  ])
  expect(groups[0]?.reasons).toEqual([
    { code: 'name', text: '乙' },
    { code: 'name', text: '戊' },
  ])
})

test('of very many files each stays in its block, whatever is taken away before it', () => {
  const files = Array.from({ length: 500 }, (_, i) => fileOf(String(i)))
  const placeOf = ({ name }: { name: string }) => Number(name)
  const blocksOf = (some: typeof files) =>
    new Map(inBlocks(some, placeOf).flatMap(([block, its]) => its.map(({ name }) => [name, block] as const)))
  const before = blocksOf(files)
  expect([...new Set(before.values())]).toEqual([0, 1, 2])
  const rest = files.filter((_, i) => i % 2 === 1)
  expect([...blocksOf(rest)].every(([name, block]) => before.get(name) === block)).toBe(true)
  expect(inBlocks(rest, placeOf).flatMap(([, its]) => its)).toEqual(rest)
  expect(inBlocks(files.slice(300, 320), placeOf)).toEqual([[0, files.slice(300, 320)]])
})
