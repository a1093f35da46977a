/** Parts that are picked together: one import, and one step back. */
import { writeChecklist } from '../../../src/core/checklist/record'
import { $merged, undoLastMerge } from '../../../src/stores/backup/merged'
import { importFiles } from '../../../src/stores/backup/restore'
import { $restoring, dismissRestoring } from '../../../src/stores/backup/restoring'
import { $checklist, letGo } from '../../../src/stores/checklist'
import { openPageUnits } from '../../../src/stores/opening'
import { openPage } from '../../../src/stores/page'
import { equipment, measures, office, whole } from '../assignment/parts'
import { expect, test } from '../runner'
import { catalogue } from '../samples'
import { clean, settle, writeRecords } from './browser'

test.afterEach(() => {
  letGo($checklist.get()?.id ?? '')
  dismissRestoring()
})

test('three parts in one pick are taken back as one step, also after a restart', async () => {
  await clean()
  await writeRecords({ [`checklist:${whole.id}`]: whole })
  openPage(catalogue)
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
