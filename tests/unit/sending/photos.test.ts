import type { Change } from '../../../src/core/checklist/change'
import { copyBytes, findPhotos, withSmallerPhotos } from '../../../src/core/sending/photos'
import { expect, test } from '../runner'
import { checklistAfter, fileOf } from '../samples'

const megabyte = 1024 * 1024
const sized = (name: string, megabytes: number, part = {}) =>
  fileOf(name, name, { size: megabytes * megabyte, ...part })
const add = (item: string, ...files: ReturnType<typeof sized>[]): Change => ({
  kind: 'add-files',
  item,
  files,
})

test('findPhotos() takes large JPEG by their own names, each once, and counts the other large pictures', () => {
  const twice = sized('甲.JPG', 4)
  const renamed = sized('改了名', 3, { originalName: 'IMG_2.jpeg' })
  const checklist = checklistAfter(
    add(
      '0-3',
      twice,
      sized('小.jpg', 0.6),
      sized('截图.png', 2),
      sized('苹果.HEIC', 2),
      sized('文件.pdf', 9),
    ),
    add('7-1-1', twice, renamed, sized('小图.jpg', 2, { smallerOf: 'a'.repeat(64) })),
  )
  const found = findPhotos(checklist)
  expect(found.photos.map(({ name }) => name)).toEqual(['甲.JPG', '改了名'])
  expect(found.others).toBe(2)
  const uses = 4 + 0.6 + 2 + 2 + 9 + 4 + 3 + 2
  expect(found.bytes).toBeCloseTo(uses * megabyte, -1)
  expect(found.smaller).toBeCloseTo((uses - 11) * megabyte + 3 * copyBytes, -1)
  const smaller = withSmallerPhotos(checklist)
  const bytes = Object.values(smaller.answers).flatMap(({ files }) => files.map(({ size }) => size))
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBe(found.smaller)
})
