/** Bytes that no checklist uses are given back, those that anything may need never. */
import { act, attach, checklistPage, expectSaved, openChecklist, startUnit, water } from './clerk'
import { expect, test } from './fixtures'
import { paper, sha256Of } from './papers'
import { deleteRecord, readRecords, storedHashes, writeRecords } from './records'

const leftOver = '没有清单用它'

test('a file no checklist uses is gone after the checklist was opened; used and removed ones stay', async ({
  page,
}) => {
  await openChecklist(page)
  await attach(page, '0-1', paper('在用.pdf'), '在用.pdf')
  await attach(page, '0-1', paper('移除的.pdf'), '移除的.pdf')
  await act(page, '0-1', '移除的.pdf', '移除')
  await expectSaved(page)
  const needed = [sha256Of('在用.pdf'), sha256Of('移除的.pdf')].sort()
  await writeRecords(page, {}, { files: [leftOver] })
  expect(await storedHashes(page)).toEqual([...needed, sha256Of(leftOver)].sort())
  const { [`blob:${sha256Of(leftOver)}`]: _, ...before } = await readRecords(page)

  await page.reload()
  await expect.poll(() => storedHashes(page)).toEqual(needed)
  expect(await readRecords(page)).toEqual(before)
  await page.getByText('最近移除的文件：1 个').click()
  await page.getByRole('button', { name: '恢复' }).click()
  await act(page, '0-1', '移除的.pdf', '另存')
})

for (const [what, key, record] of [
  ['a checklist that can’t be read', 'checklist:bad', { format: 1, id: 'bad', edition: '2022' }],
  ['a checklist of a newer format', 'checklist:f00d', { format: 2, id: 'f00d' }],
  ['a record of an unknown kind', 'whatever:1', { of: 'a newer page' }],
] as const) {
  test(`while there is ${what}, nothing is reclaimed`, async ({ page }) => {
    await openChecklist(page, water)
    await writeRecords(page, { [key]: record }, { files: [leftOver] })
    const before = await readRecords(page)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: water.name })).toBeVisible()
    // Reclaiming began before the page was drawn; this read waits for its transaction.
    expect(await readRecords(page)).toEqual(before)

    await deleteRecord(page, key)
    await page.reload()
    await expect.poll(() => storedHashes(page)).toEqual([])
  })
}

test('on a computer without any checklist left-over files go too', async ({ page }) => {
  await page.goto('help.html')
  await writeRecords(page, {}, { files: [leftOver] })
  await page.goto(checklistPage)
  await expect.poll(() => storedHashes(page)).toEqual([])
  await startUnit(page, water)
})
