/** 导入: bundles as people bring them back, and what is no bundle at all. `io/restore` in Node, `core/restore`. */

import { batchesOf } from '../../../src/core/backup/batches'
import { applyChange, type Change } from '../../../src/core/checklist/change'
import type { Checklist } from '../../../src/core/checklist/checklist'
import { writeChecklist } from '../../../src/core/checklist/record'
import { withTools } from '../../tools'
import { original, packOriginal, packVolumes, repackings, unpack } from '../bag/repacked'
import { diceFrom, digest, findIn, generate, pack, readBack, takeIn } from '../generate'
import { expect, test } from '../runner'
import { checklistAfter, fileOf, morning, noon, unit } from '../samples'
import { property, share } from '../strength'
import { bytesOf as bytesIn, edited, packWith } from '../zip/archives'

const name = '青禾县市场监督管理局-2022年质量工作考核资料'

/** The bundle in `files` is whole: the checklist, and every file's bytes. */
async function expectWhole(...files: readonly File[]): Promise<void> {
  const found = await findIn(files)
  expect([found.missing, found.missingVolumes]).toEqual([[], []])
  const { checklist, blobs } = await takeIn(found)
  expect(checklist).toEqual(original.checklist)
  expect([...blobs.keys()].sort()).toEqual([...original.blobs.keys()].sort())
  for (const [sha256, blob] of blobs) expect((await digest(blob)).sha256).toBe(sha256)
}

for (const [how, repack] of Object.entries(repackings)) {
  test(`a bundle ${how} comes back whole`, withTools, async () => {
    const folder = await unpack(await packOriginal())
    await expectWhole(new File([repack(folder, name)], '重新压缩.zip'))
  })
}

test(
  'volumes come back whole from their folders in one archive, and from a mix of volumes and archives',
  withTools,
  async () => {
    const volumes = await packVolumes()
    expect(volumes).toHaveLength(4)
    const folder = await unpack(...volumes)
    await expectWhole(new File([packWith('zip', ['-q', '-r', 'made.zip', '.'], folder)], '三卷.zip'))
    const [first = new File([], ''), ...rest] = volumes
    await expectWhole(...rest.reverse(), first, new File([await packOriginal()], '整包（1）.zip'))
  },
)

test('the same bundle twice in one pick is one checklist', async () => {
  const bundle = await packOriginal()
  await expectWhole(bundle, new File([bundle], `${name} (1).zip`))
})

test('a text backup brings everything but the bytes, and with its bundle is whole', async () => {
  const backup = new File([writeChecklist(original.checklist)], '文字备份.JSON')
  const found = await findIn([backup])
  expect(found.missing.map(file => file.name).sort()).toEqual(
    ['会议纪要.txt', '现场照片.jpg', '现场照片.jpg', '领导小组文件.pdf'].sort(),
  )
  expect([found.blobs.size, found.missingVolumes]).toEqual([0, []])
  expect((await takeIn(found)).checklist).toEqual(original.checklist)
  await expectWhole(backup, await packOriginal())
})

test('two states of one checklist in one pick become one: the files and ticks of both, in either order', async () => {
  const other = fileOf('后来的.pdf', '后来的')
  const newer: Change[] = [
    { kind: 'set-remark', item: '0-6', remark: '只有新的写了' },
    { kind: 'remove-file', item: '0-1', sha256: original.checklist.answers['0-1']?.files[0]?.sha256 ?? '' },
    { kind: 'add-files', item: '0-2', files: [other] },
  ]
  const changed = newer.reduce<Checklist>((one, change) => applyChange(one, change, noon), original.checklist)
  const files = [await packOriginal(), new File([writeChecklist(changed)], '新.json')]
  for (const picked of [files, files.reverse()]) {
    const { checklist, missing } = await findIn(picked)
    expect(checklist.answers['0-6']?.remark).toBe('只有新的写了')
    expect(checklist.answers['0-1']?.files).toHaveLength(2)
    expect(missing).toEqual([other])
  }
})

test('two states with different texts stay two, whatever their clocks say: a person is asked', async () => {
  const change: Change = { kind: 'set-remark', item: '7-1-1', remark: '改过的' }
  const changed = applyChange(original.checklist, change, noon)
  const files = [await packOriginal(), new File([writeChecklist(changed)], '新.json'), await packOriginal()]
  const { found, problems } = await readBack(files)
  expect(problems).toEqual([])
  expect(found.map(({ checklist }) => checklist)).toEqual([original.checklist, changed])
  expect(found.map(({ missing, blobs }) => [missing, blobs.size])).toEqual([
    [[], original.blobs.size],
    [[], original.blobs.size],
  ])
})

test('bundles of two units in one pick are two checklists, each with its own files', async () => {
  const second = checklistAfter(
    { kind: 'set-unit', unit: { ...unit, name: '青禾县水利和湖泊局' } },
    { kind: 'add-files', item: '0-1', files: original.checklist.answers['0-1']?.files.slice(1) ?? [] },
  )
  const { found, problems } = await readBack([
    await packOriginal(),
    await packOriginal({ ...second, id: 'c2' }),
  ])
  expect(problems).toEqual([])
  expect(found.map(({ checklist, blobs }) => [checklist.id, blobs.size])).toEqual([
    ['c1', 3],
    ['c2', 1],
  ])
})

for (const [what, text] of [
  ['no JSON', '这不是清单'],
  ['another unit’s checklist', writeChecklist({ ...original.checklist, id: 'c2' })],
] as const) {
  test(`an attachment that is called checklist.json and holds ${what} is an attachment`, async () => {
    const file = fileOf('checklist.json', text)
    const checklist = applyChange(
      original.checklist,
      { kind: 'add-files', item: '0-2', files: [file] },
      morning,
    )
    const blobs = new Map([...original.blobs, [file.sha256, new Blob([text])]])
    const found = await findIn((await pack({ checklist, blobs })).files)
    expect(found.checklist.id).toBe('c1')
    expect(found.missing).toEqual([])
  })
}

test('a broken file among good ones takes nothing from them', async () => {
  const { found, problems } = await readBack([
    new File(['文字'], '坏的.zip'),
    await packOriginal(),
    new File(['{'], 'b.json'),
  ])
  expect(found.map(({ checklist, missing }) => [checklist, missing])).toEqual([[original.checklist, []]])
  expect(problems.map(({ name, problem }) => [name, problem.code])).toEqual([
    ['坏的.zip', 'archive'],
    ['b.json', 'not-json'],
  ])
})

test('a damaged attachment is reported and missing, the others are there', async () => {
  const entry = Object.entries(original.checklist.answers['7-1-1']?.files ?? [])[0]?.[1]
  const bytes = edited(await bytesIn(await packOriginal()), (view, { entries }) => {
    const at = Object.entries(entries).find(([path]) => path.endsWith('会议纪要.txt'))?.[1].local ?? 0
    view.setUint32(at, 0, true)
  })
  const { found, problems } = await readBack([new File([bytes], 'a.zip')])
  expect(problems.map(({ problem }) => problem.code === 'archive' && problem.problem.code)).toEqual([
    'damaged-entry',
  ])
  expect(found[0]?.missing).toEqual([entry])
})

test(
  'batchesOf() cuts a checklist’s files into small batches: each once, however often it is used',
  property,
  () => {
    const megabyte = 2 ** 20
    for (let seed = 1; seed <= share(40); seed++) {
      const dice = diceFrom(seed)
      // Small ones fill a batch by their number, large ones by their bytes.
      const sizes = dice.pick([[0.01], [9, 3, 20, 40]])
      const files = Array.from({ length: dice.below(300) }, (_, i) =>
        fileOf(`${i}`, `${seed}/${i}`, { size: (dice.pick(sizes) * megabyte) | 0 }),
      )
      const add = { kind: 'add-files', item: '7-1-1', files } as const
      const whole = applyChange(generate(seed).checklist, add, noon)
      const batches = batchesOf(whole)
      const needed = new Set(
        Object.values(whole.answers).flatMap(({ files }) => files.map(file => file.sha256)),
      )
      expect(
        batches
          .flat()
          .map(file => file.sha256)
          .sort(),
        `seed ${seed}`,
      ).toEqual([...needed].sort())
      for (const batch of batches) {
        const sizes = batch.map(file => file.size)
        expect(sizes.length).toBeLessThanOrEqual(50)
        if (sizes.length > 1)
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(32 * megabyte)
      }
    }
  },
)
