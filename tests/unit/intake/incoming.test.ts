import { sortIncoming } from '../../../src/core/intake/incoming'
import { expect, test } from '../runner'

function sorted(paths: string[]) {
  const { singles, unpacked } = sortIncoming(paths.map(path => ({ path })))
  return {
    singles: singles.map(({ path }) => path),
    unpacked: unpacked.map(({ name, files }) => [name, ...files.map(({ path }) => path)]),
  }
}

test('files that came by themselves, or in a folder of ZIPs, stand for themselves', () => {
  const paths = ['甲.zip', '收件/乙.zip', '收件/补报/丙.zip', '收件/登记.xlsx', 'checklist.json']
  expect(sorted(paths)).toEqual({ singles: paths, unpacked: [] })
})

test('an unpacked bundle is everything below its folder, ZIPs in it and other checklists included', () => {
  const bag = ['bagit.txt', 'checklist.json', 'data/0-1/旧/checklist.json', 'data/0-1/图纸.zip']
  const paths = [...bag.map(path => `收件/甲局/${path}`), '收件/乙.zip']
  expect(sorted(paths)).toEqual({
    singles: ['收件/乙.zip'],
    unpacked: [['收件/甲局', ...bag.map(path => `甲局/${path}`)]],
  })
})

test('volumes unpacked side by side are two, one without its bagit.txt is told by its checklist', () => {
  const paths = ['卷1/bagit.txt', '卷1/data/a', '卷2/checklist.json', '卷2/data/b', '卷10/data/c']
  expect(sorted(paths)).toEqual({
    singles: ['卷10/data/c'],
    unpacked: [
      ['卷1', '卷1/bagit.txt', '卷1/data/a'],
      ['卷2', '卷2/checklist.json', '卷2/data/b'],
    ],
  })
})
