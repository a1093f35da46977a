/** 待归类 in groups: by suggestion and by day, each file once; in blocks that stay where they are. */
import type { AttachedFile } from '../../../src/core/checklist/checklist'
import {
  type FileGroup,
  groupFiles,
  inBlocks,
  likelyItems,
  type NumberedGroups,
  numberFiles,
} from '../../../src/core/sorting/groups'
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

test('likely items: what speaks for itself, then what was used last, then guesses; of an untold item of a row its 其他 comes last', () => {
  const likely = (more: Partial<Suggestion>) => {
    const [hash, suggestion] = suggest('甲', '9-3-0', false)
    const one = { ...suggestion, others: ['9-3-1', '9-3-2'], ...more } as Suggestion
    return likelyItems([fileOf('甲')], new Map([[hash, one]]), ['0-5'])
  }
  expect(likely({})).toEqual(['9-3-0', '9-3-1', '9-3-2', '0-5'])
  expect(likely({ reason: { code: 'row-only', text: '9-3' } })).toEqual(['9-3-1', '9-3-2', '9-3-0', '0-5'])
  expect(likely({ item: null, reason: { code: 'several', items: [] } })).toEqual(['9-3-1', '9-3-2', '0-5'])
  expect(likely({ item: null, reason: { code: 'no-item' } })).toEqual(['0-5', '9-3-1', '9-3-2'])
  expect(likelyItems([fileOf('乙')], new Map(), ['0-5'])).toEqual(['0-5'])
})

const many = (count: number) => Array.from({ length: count }, (_, i) => fileOf(String(i)))
const unknown = (files: readonly AttachedFile[]) => groupFiles(files, new Map(), new Map(), () => false)

test('in a group no file changes its place or its block when others come or go; what comes back stands where it was', () => {
  const files = many(500)
  const none: NumberedGroups = { groups: [], numbers: new Map() }
  const first = numberFiles(unknown(files.slice(0, 450)), none)
  expect(numberFiles(unknown(files.slice(0, 450)), first).groups[0]).toBe(first.groups[0])
  const without = numberFiles(unknown(files.slice(1, 450)), first)
  // Back at the end of 待归类, as 撤销 puts it there, behind those that came meanwhile.
  const { groups, numbers } = numberFiles(unknown([...files.slice(1), ...files.slice(0, 1)]), without)
  const [{ id, files: ordered }] = groups as [FileGroup]
  expect(ordered).toEqual(files)
  const blocks = inBlocks(ordered, numbers.get(id))
  expect(blocks.map(([block, its]) => [block, its.length])).toEqual([
    [0, 200],
    [1, 200],
    [2, 100],
  ])
  expect(inBlocks(ordered.slice(250), numbers.get(id))).toEqual([
    [1, files.slice(250, 400)],
    [2, files.slice(400)],
  ])
})

test('a group that got one more reason is another one, though its files are the same', () => {
  const files = [fileOf('甲'), fileOf('乙')]
  const [hash, first] = suggest('甲', '9-3-1', true)
  const [other, second] = suggest('乙', '9-3-1', true)
  const groupsOf = (its: Suggestion) =>
    groupFiles(files, new Map([[hash, first] as const, [other, its] as const]), new Map(), () => false)
  const before = numberFiles(groupsOf({ ...first, file: other }), { groups: [], numbers: new Map() })
  expect(before.groups[0]?.reasons).toEqual([first.reason])
  expect(numberFiles(groupsOf(second), before).groups[0]?.reasons).toEqual([first.reason, second.reason])
})
