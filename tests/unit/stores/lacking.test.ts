/** Volumes that did not come: their files stay marked, through a restart, until they come or a person removes them. */
import type { Change } from '../../../src/core/checklist/change'
import { answerOf, buildChecklist, type Checklist } from '../../../src/core/checklist/checklist'
import { isDone } from '../../../src/core/checklist/progress'
import { addPicked } from '../../../src/stores/attachments'
import { $absentUses, $lacking, removeAbsent } from '../../../src/stores/backup/lacking'
import { importFiles } from '../../../src/stores/backup/restore'
import { dismissRestoring } from '../../../src/stores/backup/restoring'
import { $checklist } from '../../../src/stores/checklist'
import { openPageUnits } from '../../../src/stores/opening'
import { switchUnit } from '../../../src/stores/units'
import { pack } from '../generate'
import { expect, test } from '../runner'
import { afterChanges, fileOf, morning, unit } from '../samples'
import { settle, writeRecords } from './browser'
import { leaveImport, openEmptyPage, pick } from './unit-page'

test.describe.configure({ mode: 'serial' })

const contents = ['甲', '乙', '丙'].map(letter => letter.repeat(20_000))
const files = contents.map((content, i) => fileOf(`${'甲乙丙'[i]}.bin`, content))
const changes: Change[] = [
  { kind: 'add-files', item: '0-1', files },
  { kind: 'set-ready', item: '0-1', ready: true },
]
const original = afterChanges(buildChecklist('d'.repeat(32), '2022', unit, morning), changes, morning)
const blobs = new Map(files.map(({ sha256 }, i) => [sha256, new Blob([contents[i] ?? ''])]))

test.beforeEach(openEmptyPage)

test.afterEach(leaveImport)

const volumes = async () => {
  const { files } = await pack({ checklist: original, blobs }, 120_000)
  expect(files).toHaveLength(3)
  return files
}
const open = () => answerOf($checklist.get() as Checklist, '0-1')
const absentNames = () => $absentUses.get().map(({ file }) => file.name)

test('of three volumes one came: two files are marked, with their volumes, until the others came', async () => {
  const [first, second, third] = await volumes()
  await importFiles([second as File])
  await settle()
  expect(absentNames()).toEqual(['甲.bin', '丙.bin'])
  expect(isDone(open())).toBe(false)
  // After a restart too.
  await openPageUnits([])
  await settle()
  expect(absentNames()).toEqual(['甲.bin', '丙.bin'])
  expect($lacking.get()).toMatchObject({ missing: [1, 3], count: 3 })
  expect(files.map(({ sha256 }) => $lacking.get()?.volumeOf[sha256])).toEqual([1, undefined, 3])
  await importFiles([third as File])
  await settle()
  expect([absentNames(), $lacking.get()?.missing]).toEqual([['甲.bin'], [1]])
  await importFiles([first as File])
  await settle()
  expect([absentNames(), $lacking.get()?.missing ?? []]).toEqual([[], []])
  expect(isDone(open())).toBe(true)
})

test('while a bundle is stored, or a file is added, no file is said to have no content: its bytes are on their way', async () => {
  const [first, second, third] = await volumes()
  const said: number[] = []
  const stop = $absentUses.listen(uses => said.push(uses.length))
  await importFiles([first as File, second as File, third as File])
  expect(said.filter(Boolean)).toEqual([])
  stop()
  expect(isDone(open())).toBe(true)
  dismissRestoring()
  const { id } = $checklist.get() as Checklist
  await writeRecords({ [`blob:${files[0]?.sha256}`]: undefined })
  await switchUnit(id)
  await settle()
  expect(absentNames()).toEqual(['甲.bin'])
  const adding = addPicked('0-3', pick(new File(['别的'], '别的.pdf')))
  expect(absentNames()).toEqual([])
  await adding
  expect(absentNames()).toEqual(['甲.bin'])
})

test('removed by a person, they are named no more, and stand among the removed files', async () => {
  const [first] = await volumes()
  await importFiles([first as File])
  await settle()
  expect(absentNames()).toEqual(['乙.bin', '丙.bin'])
  removeAbsent()
  await settle()
  await openPageUnits([])
  await settle()
  expect(absentNames()).toEqual([])
  expect(open().files.map(({ name }) => name)).toEqual(['甲.bin'])
  expect(isDone(open())).toBe(true)
  expect(
    $checklist
      .get()
      ?.removed.map(({ file }) => file.name)
      .sort(),
  ).toEqual(['丙.bin', '乙.bin'])
})
