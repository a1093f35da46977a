/** Bytes that no checklist uses are given back, those that a checklist may need never; tests/unit/stores/reclaim.test.ts has the rest. */
import { act, attach, expectSaved, openChecklist, openStep, removeFile } from './clerk'
import { expect, test } from './fixtures'
import { paper, sha256Of } from './papers'
import { readRecords, storedHashes, writeRecords } from './records'

const leftOver = '没有清单用它'

test('a file no checklist uses is gone after the checklist was opened; used and removed ones stay', async ({
  page,
}) => {
  await openChecklist(page)
  await attach(page, '0-1', paper('在用.pdf'), '在用.pdf')
  await attach(page, '0-1', paper('移除的.pdf'), '移除的.pdf')
  await removeFile(page, '0-1', '移除的.pdf')
  await expectSaved(page)
  const needed = [sha256Of('在用.pdf'), sha256Of('移除的.pdf')].sort()
  await writeRecords(page, {}, { files: [leftOver] })
  expect(await storedHashes(page)).toEqual([...needed, sha256Of(leftOver)].sort())
  const { [`blob:${sha256Of(leftOver)}`]: _, ...before } = await readRecords(page)

  await page.reload()
  await expect.poll(() => storedHashes(page)).toEqual(needed)
  expect(await readRecords(page)).toEqual(before)
  await openStep(page, '核对报送')
  await page.getByText('最近移除的文件：1 个').click()
  await page.getByRole('button', { name: '恢复' }).click()
  await openStep(page, '备材料')
  await act(page, '0-1', '移除的.pdf', '另存')
})
