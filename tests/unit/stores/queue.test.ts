/** Every unit's changes go to storage by a queue of their own: each fault once. */

import { applyChange } from '../../../src/core/checklist/change'
import { buildChecklist, type Checklist } from '../../../src/core/checklist/checklist'
import * as checklists from '../../../src/stores/checklist'
import { $opening, $silence, stopWaiting } from '../../../src/stores/opening'
import { $unitRefusal, createUnit, deleteUnit, switchUnit } from '../../../src/stores/units'
import { deleteRefusalWording } from '../../../src/wording/checklist'
import { expect, test } from '../runner'
import { morning, unit } from '../samples'
import { announce, database, pass, readRecords, settle, writeRecords } from './browser'
import { openUnitPage } from './unit-page'

const { $checklist, $collisions, $gone, $isUnsaved, $saving, changeChecklist } = checklists

test.describe.configure({ mode: 'serial' })

test.beforeEach(async () => {
  await openUnitPage()
  expect($opening.get()).toEqual({ state: 'open' })
})

test.afterEach(() => {
  for (const { checklist } of $collisions.get()) checklists.letGo(checklist.id)
  for (const { id } of $gone.get()) checklists.letGo(id)
})

const id = () => $checklist.get()?.id ?? ''
const remarkOn = (checklist: Checklist | null, item = '0-1') => checklist?.answers[item]?.remark
const remark = (text: string, item = '0-1') => changeChecklist({ kind: 'set-remark', item, remark: text })
const stored = async (of = id()) => (await readRecords()).get(`checklist:${of}`) as Checklist

/** Another tab writes a remark. */
async function remarkElsewhere(text: string, of = id()): Promise<void> {
  const change = { kind: 'set-remark', item: '0-1', remark: text } as const
  await writeRecords({ [`checklist:${of}`]: applyChange(await stored(of), change, new Date()) })
  announce(of)
}

test('a refused change stays on screen, is not called saved, and is saved by the next try', async () => {
  database.after = 'refuse'
  remark('写的')
  await settle()
  expect($saving.get()).toEqual({ state: 'failed', refusal: 'blocked', unit: null })
  expect(remarkOn($checklist.get())).toBe('写的')
  expect($isUnsaved.get()).toBe(true)
  database.after = 'none'
  pass(5)
  await settle()
  expect($saving.get().state).toBe('saved')
  expect(remarkOn(await stored())).toBe('写的')
  expect($isUnsaved.get()).toBe(false)
})

test('a change made while another is being saved is saved after it', async () => {
  remark('一')
  changeChecklist({ kind: 'set-ready', item: '0-2', ready: true })
  remark('一二')
  expect($saving.get().state).toBe('saving')
  await settle()
  expect(remarkOn(await stored())).toBe('一二')
  expect((await stored()).answers['0-2']?.ready).toBe(true)
})

test('changes that came while others were being stored go in one transaction; an overtaken text among them is asked about', async () => {
  remark('原来的', '0-2')
  await settle()
  const seen = await stored()
  const before = database.begun
  changeChecklist({ kind: 'set-ready', item: '0-1', ready: true })
  for (const item of ['0-1', '0-3', '0-5', '0-6']) remark(`说明${item}`, item)
  remark('本页写的', '0-2')
  const theirs = { kind: 'set-remark', item: '0-2', remark: '别的窗口写的' } as const
  await writeRecords({ [`checklist:${id()}`]: applyChange(seen, theirs, new Date()) })
  await settle()
  // The first change, and all that waited for it.
  expect(database.begun - before).toBe(2)
  const { answers } = await stored()
  expect(['0-1', '0-3', '0-5', '0-6'].map(item => answers[item]?.remark)).toEqual([
    '说明0-1',
    '说明0-3',
    '说明0-5',
    '说明0-6',
  ])
  expect(answers['0-1']?.ready).toBe(true)
  expect(answers['0-2']?.remark).toBe('别的窗口写的')
  expect($collisions.get().map(({ conflict }) => [conflict.mine, conflict.theirs])).toEqual([
    ['本页写的', '别的窗口写的'],
  ])
})

test('a retry of a refused text never overwrites what another tab wrote meanwhile: both are kept and asked about', async () => {
  remark('原来的')
  await settle()
  database.refusedText = '本页写的'
  remark('本页写的')
  await settle()
  expect($saving.get().state).toBe('failed')
  await remarkElsewhere('那边写的')
  await settle()
  // What she wrote is still on screen, though the other text is stored.
  expect(remarkOn($checklist.get())).toBe('本页写的')
  database.refusedText = null
  remark('本页写的，又添了几个字')
  await settle()
  expect(remarkOn(await stored())).toBe('那边写的')
  const [collision] = $collisions.get()
  expect(collision?.conflict).toEqual({
    item: '0-1',
    field: 'remark',
    mine: '本页写的，又添了几个字',
    theirs: '那边写的',
  })
  expect($isUnsaved.get()).toBe(true)
  if (collision) checklists.chooseText(collision, '两边的话')
  await settle()
  expect(remarkOn(await stored())).toBe('两边的话')
  expect($isUnsaved.get()).toBe(false)
})

test('two tabs that write into different fields of the unit, and different rows, undo nothing', async () => {
  const before = await stored()
  const elsewhere = { ...before, unit: { ...before.unit, phone: '0715-7654321' } }
  await writeRecords({ [`checklist:${id()}`]: elsewhere })
  changeChecklist({ kind: 'set-unit', unit: { ...before.unit, contact: '新联络员' } })
  await settle()
  expect((await stored()).unit).toEqual({ ...before.unit, contact: '新联络员', phone: '0715-7654321' })
  expect($collisions.get()).toEqual([])
})

test('a change for a unit that was deleted stops no other unit, and can be stored again or let go', async () => {
  const first = id()
  database.refusedText = '删除以后'
  remark('删除以后写的')
  await settle()
  await writeRecords({ [`checklist:${first}`]: undefined })
  database.refusedText = null
  await createUnit({ ...unit, name: '另一个单位' })
  pass(5)
  await settle()
  remark('另一个单位的话')
  await settle()
  expect($saving.get().state).toBe('saved')
  expect(remarkOn(await stored())).toBe('另一个单位的话')
  expect($gone.get().map(({ id }) => id)).toEqual([first])
  const [gone] = $gone.get()
  expect(remarkOn(gone ?? null)).toBe('删除以后写的')
  if (gone) await checklists.saveAgain(gone)
  expect(remarkOn(await stored(first))).toBe('删除以后写的')
  expect($gone.get()).toEqual([])
  expect($isUnsaved.get()).toBe(false)
})

test('what can’t be saved any more is let go when the person says so', async () => {
  await writeRecords({ [`checklist:${id()}`]: undefined })
  remark('写了又不要')
  await settle()
  expect($saving.get()).toMatchObject({ state: 'failed', refusal: 'checklist-gone' })
  expect($isUnsaved.get()).toBe(true)
  checklists.letGo(id())
  expect($checklist.get()).toBeNull()
  expect($isUnsaved.get()).toBe(false)
})

test('a checklist that is deleted elsewhere is not called saved any longer', async () => {
  remark('保存过的')
  await settle()
  expect($saving.get().state).toBe('saved')
  await writeRecords({ [`checklist:${id()}`]: undefined })
  announce(id())
  await settle()
  expect($saving.get()).toMatchObject({ state: 'failed', refusal: 'checklist-gone' })
  expect(remarkOn($checklist.get())).toBe('保存过的')
})

test('deleting a unit here lets its unsaved changes go with it', async () => {
  database.refusedText = '没有存上'
  remark('没有存上的')
  await settle()
  expect(await deleteUnit(id())).toBe(true)
  expect($isUnsaved.get()).toBe(false)
  expect($gone.get()).toEqual([])
})

test('a deletion that the browser refuses is called that, in every way it may be refused, and deletes nothing', async () => {
  remark('还要的')
  await settle()
  database.after = 'refuse'
  expect(await deleteUnit(id())).toBe(false)
  database.after = 'none'
  expect($unitRefusal.get()).toBe('blocked')
  expect(remarkOn(await stored())).toBe('还要的')
  expect(remarkOn($checklist.get())).toBe('还要的')
  for (const [refusal, sentence] of Object.entries(deleteRefusalWording)) {
    expect(sentence, refusal).not.toContain('没有保存')
    expect(sentence, refusal).toMatch(/删除/)
  }
})

test('a save that never answers is said, and after giving it up the change is saved', async () => {
  database.faults = ['silent']
  remark('等不到回应')
  await settle()
  expect($silence.get()).toBeNull()
  pass(6)
  expect($silence.get()).toBe('storage')
  expect(remarkOn($checklist.get())).toBe('等不到回应')
  stopWaiting()
  await settle()
  expect($silence.get()).toBeNull()
  expect($saving.get().state).toBe('saved')
  expect(remarkOn(await stored())).toBe('等不到回应')
})

test('pressing 开始填报 twice begins one checklist', async () => {
  await Promise.all([createUnit({ ...unit, name: '按了两下' }), createUnit({ ...unit, name: '按了两下' })])
  const names = [...(await readRecords())].flatMap(([key, value]) =>
    key.startsWith('checklist:') ? (value as Checklist).unit.name : [],
  )
  expect(names.filter(name => name === '按了两下')).toHaveLength(1)
})

test('a clock that was set back never makes a later change look earlier', async () => {
  const future = { ...buildChecklist('f'.repeat(32), '2022', unit, new Date('2099-12-31T23:59:59Z')) }
  await writeRecords({ [`checklist:${future.id}`]: future })
  await switchUnit(future.id)
  remark('现在写的')
  await settle()
  expect(Date.parse((await stored()).changed)).toBeGreaterThan(Date.parse(future.changed))
  expect(morning.getTime()).toBeLessThan(Date.now())
})
