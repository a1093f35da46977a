/** Parts that are picked together: one import, and one step back. */
import { writeChecklist } from '../../../src/core/checklist/record'
import { $merged, undoLastMerge } from '../../../src/stores/backup/merged'
import { importFiles } from '../../../src/stores/backup/restore'
import { $restoring } from '../../../src/stores/backup/restoring'
import { $checklist } from '../../../src/stores/checklist'
import { openPageUnits } from '../../../src/stores/opening'
import { equipment, measures, office, whole } from '../assignment/parts'
import { expect, test } from '../runner'
import { settle, writeRecords } from './browser'
import { leaveImport, openEmptyPage } from './unit-page'

test.beforeEach(openEmptyPage)

test.afterEach(leaveImport)

test('three parts in one pick are taken back as one step, also after a restart', async () => {
  await writeRecords({ [`checklist:${whole.id}`]: whole })
  await openPageUnits([])
  const work = () => writeChecklist({ ...($checklist.get() as typeof whole), changed: '' })
  const before = work()
  const backups = [measures, equipment, office].map(
    part => new File([writeChecklist(part)], `${part.part?.team}.json`),
  )
  await importFiles(backups)
  await settle()
  expect($restoring.get()).toMatchObject({ state: 'done', refused: [], outcomes: [{}, {}, {}] })
  expect($checklist.get()?.assignment?.handBacks).toHaveLength(3)
  await openPageUnits([])
  await settle()
  expect($merged.get()?.names).toEqual(backups.map(({ name }) => name))
  await undoLastMerge()
  await settle()
  expect(work()).toBe(before)
})
