/** Two tabs of one browser on one checklist: nothing either of them does is lost, whether or not they hear each other. */
import type { Page } from 'playwright/test'
import type { Checklist } from '../../src/core/checklist/checklist'
import {
  attachedTo,
  checklistPage,
  expectSaved,
  pickFiles,
  shownItems,
  startUnit,
  tickOf,
} from '../site/clerk'
import { paper, sha256Of } from '../site/papers'
import { readRecords, storedHashes } from '../site/records'
import { catalogue } from '../unit/samples'
import { expect, type Session, test, type Way } from './fixtures'

const unit = {
  name: '青禾县质量强县工作委员会',
  departments: catalogue.departments.map(({ name }) => name),
}
/** Files by item: the tabs share the first, and each has one of its own. */
const filesOf = (tab: '左' | '右') => ({
  '0-1': [1, 2, 3, 4].map(n => `${tab}窗口共用${n}.pdf`),
  [tab === '左' ? '0-2' : '0-3']: [1, 2, 3, 4].map(n => `${tab}窗口${n}.pdf`),
})

/** One thing a person does to an item: a click on 已备齐, or a text in 备注. */
type Deed = { item: string; remark?: string }

for (const way of ['http', 'file'] satisfies Way[]) {
  test.describe(way, () => {
    test.use({ way })

    test('of 300 changes made in two tabs at once none is lost, and both tabs show them all', async ({
      session,
    }) => {
      const [left, right] = await openTwoTabs(session)
      const items = await workInBoth(left, right)
      await expectAllShown(left, items)
      await expectAllShown(right, items)
      await expectAllStored(left, items)
    })
  })
}

test.describe('without BroadcastChannel', () => {
  // What is read anew is in the database, however the page came.
  test.use({ way: 'file' })

  test('of 300 changes made in two tabs that do not hear each other none is lost, and each shows them all once it is looked at or used', async ({
    session,
  }) => {
    await session.page.context().addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
    const [left, right] = await openTwoTabs(session)
    const items = await workInBoth(left, right)
    await expectAllStored(left, items)

    // Each has ticked the item that the other now changes behind its back.
    await tickOf(right, '0-6').uncheck()
    await expectSaved(right)
    await expect(tickOf(left, '0-6')).toBeChecked()
    // A headless browser hides no tab, so the page is told what it hears when its tab comes to the front.
    await left.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect(tickOf(left, '0-6')).not.toBeChecked()
    await tickOf(left, '0-6').check()
    await expectSaved(left)
    await expectAllShown(left, items)

    await tickOf(left, '0-5').uncheck()
    await expectSaved(left)
    await expect(tickOf(right, '0-5')).toBeChecked()
    await tickOf(right, '0-6').check()
    await expect(tickOf(right, '0-5')).not.toBeChecked()
    await tickOf(right, '0-5').check()
    await expectSaved(right)
    await expectAllShown(right, items)
    await expectAllStored(right, items)
  })
})

async function openTwoTabs(session: Session): Promise<[left: Page, right: Page]> {
  const left = await session.open(checklistPage)
  await startUnit(left, unit)
  const right = await left.context().newPage()
  await right.goto(session.url(checklistPage))
  await expect(tickOf(right, '0-1')).toBeVisible()
  return [left, right]
}

/**
 * 294 ticks and remarks, and 16 files. Each tab ticks every other item and remarks twice on those the other tab ticks, so
 * that both change every item. @returns the items
 */
async function workInBoth(left: Page, right: Page): Promise<string[]> {
  const items = (await shownItems(left)).slice(0, 98)
  expect(items).toHaveLength(98)
  const deedsOf = (own: number): Deed[] => [
    ...items.map((item, i) => (i % 2 === own ? { item } : { item, remark: '备注' })),
    ...items.filter((_, i) => i % 2 !== own).map(item => ({ item, remark: `备注${item}` })),
  ]
  await Promise.all([
    work(left, deedsOf(0)),
    work(right, deedsOf(1)),
    pickAll(left, filesOf('左')),
    pickAll(right, filesOf('右')),
  ])
  for (const page of [left, right]) {
    await expect(page.getByText('正在添加')).toBeHidden()
    await expectSaved(page)
  }
  return items
}

/** Does it all as fast as the page takes it. */
async function work(page: Page, deeds: Deed[]): Promise<void> {
  await page.evaluate(async deeds => {
    for (const { item, remark } of deeds) {
      const row = document.getElementById(`item-${item}`)
      const box = row?.querySelector<HTMLTextAreaElement>('textarea[aria-label=备注]')
      if (remark === undefined || !box) {
        row?.querySelector<HTMLInputElement>('[aria-label=已备齐]')?.click()
      } else {
        box.value = remark
        box.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }
      await new Promise(resolve => setTimeout(resolve))
    }
  }, deeds)
}

async function pickAll(page: Page, files: Record<string, string[]>): Promise<void> {
  for (const [item, names] of Object.entries(files)) {
    await pickFiles(
      page,
      item,
      names.map(name => paper(name)),
    )
  }
}

/** What every tab has to show, and the record to say. */
function allOf(items: string[]) {
  const files: Record<string, string[]> = {}
  for (const tab of ['左', '右'] as const) {
    for (const [item, names] of Object.entries(filesOf(tab))) {
      files[item] = [...(files[item] ?? []), ...names].sort()
    }
  }
  return items.map(item => ({ item, ready: true, remark: `备注${item}`, files: files[item] ?? [] }))
}

async function expectAllShown(page: Page, items: string[]): Promise<void> {
  const shown = () =>
    page.evaluate(
      items =>
        items.map(item => {
          const row = document.getElementById(`item-${item}`)
          return {
            item,
            ready: row?.querySelector<HTMLInputElement>('[aria-label=已备齐]')?.checked,
            remark: row?.querySelector<HTMLTextAreaElement>('textarea[aria-label=备注]')?.value,
          }
        }),
      items,
    )
  const all = allOf(items)
  await expect.poll(shown).toEqual(all.map(({ item, ready, remark }) => ({ item, ready, remark })))
  for (const { item, files } of all.filter(({ files }) => files.length > 0)) {
    await expect.poll(async () => (await attachedTo(page, item)).sort()).toEqual(files)
  }
}

async function expectAllStored(page: Page, items: string[]): Promise<void> {
  const records = Object.entries(await readRecords(page))
  const [checklist, ...others] = records.flatMap(([key, value]) =>
    key.startsWith('checklist:') ? [value as Checklist] : [],
  )
  expect(others).toEqual([])
  const stored = items.map(item => {
    const { ready, remark, files } = checklist?.answers[item] ?? { files: [] }
    return { item, ready, remark, files: files.map(({ name }) => name).sort() }
  })
  const all = allOf(items)
  expect(stored).toEqual(all)
  const names = all.flatMap(({ files }) => files)
  expect(await storedHashes(page)).toEqual(names.map(name => sha256Of(name)).sort())
}
