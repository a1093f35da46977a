/** 导入材料包 in browsers from 2020 to now: bytes come back as slices of a ZIP, which not every browser stores alike. */
import type { Page } from 'playwright/test'
import { bringIn, closeOutcome, keepText, outcomeOf, questionOf } from '../site/bringing'
import { byItem, openBundle } from '../site/bundle'
import {
  agriculture,
  checklistPage,
  expectAttached,
  expectSaved,
  openStep,
  pickFiles,
  remarkOf,
  startUnit,
  tickOf,
  unitHeading,
} from '../site/clerk'
import { paper, sha256Of } from '../site/papers'
import { bytesOf } from '../unit/generate'
import { diagonal, expect, type Session, test } from './fixtures'

// Chromium 86 stores small slices: from some 33 kB on they lie in files of their own.
const files = [
  ['小.txt', 200],
  ['扫描件.pdf', 2_500_000],
  ['照片.jpg', 120_000],
].map(([name, size]) => paper(`${name}`, Buffer.from(bytesOf(`${name}`, Number(size)))))
const names = files.map(({ name }) => name)
const hashes = Object.fromEntries(files.map(({ name, buffer }) => [name, sha256Of(buffer)]))

// 86 stores slices in its own way, over http too.
for (const [version, way] of [['86', 'http'] as const, ...diagonal]) {
  test.describe(`Chromium ${version}, ${way}`, () => {
    test.use({ version, way })

    test('a bundle is imported, checked, merged and packed again; a kill in between loses nothing', async ({
      session,
    }) => {
      await session.open(checklistPage)
      await startUnit(session.page, agriculture)
      await pickFiles(session.page, '0-2', files)
      await expectAttached(session.page, '0-2', names)
      await tickOf(session.page, '0-2').check()
      await remarkOf(session.page, '0-2').fill('第一台写的')
      await expectSaved(session.page)
      const { path } = await bundleOf(session)
      await deleteUnit(session.page)

      await bringIn(session.page, [path])
      await expect(outcomeOf(session.page)).toContainText(`已导入“${agriculture.name}”：新增 3 个文件`)
      const page = await reopen(session)
      await expectAttached(page, '0-2', names)
      await openStep(page, '核对报送')
      await page.getByRole('button', { name: '检查', exact: true }).click()
      await expect(page.getByRole('region', { name: '检查', exact: true })).toContainText('3 个文件逐个重读')
      await openStep(page, '备材料')

      await remarkOf(page, '0-2').fill('第二台写的')
      await expectSaved(page)
      await bringIn(page, [path])
      await keepText(page, '0-2 备注', '都保留')
      await questionOf(page).getByRole('button', { name: '合并', exact: true }).click()
      await expect(outcomeOf(page)).toContainText('没有新的文件')
      await closeOutcome(page)
      await expect(remarkOf(page, '0-2')).toHaveValue('第二台写的\n第一台写的')
      const again = await openBundle((await bundleOf(session)).path)
      expect(again.findings).toEqual([])
      expect(byItem(again)).toEqual({ '0-2': hashes })
    })
  })
}

function bundleOf(session: Session) {
  return session.download(() => session.page.getByRole('button', { name: '下载材料包' }).click())
}

async function deleteUnit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '切换单位' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('button', { name: '确定删除' }).click()
  await expect(page.getByRole('button', { name: '开始填报' })).toBeVisible()
}

async function reopen(session: Session): Promise<Page> {
  await session.restart('killed')
  const page = await session.open(checklistPage)
  await expect(unitHeading(page, agriculture)).toBeVisible()
  return page
}
