/** 审核意见 at the unit: taken in wherever files are, shown at the items, put right, handed in again as a 补充包. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { buildChecklist } from '../../src/core/checklist/checklist'
import { sectionsOf } from '../../src/core/checklist/progress'
import type { Reply } from '../../src/core/checklist/returned'
import { replyFileName, writeReplyPage } from '../../src/core/review/reply-page'
import { catalogue, noon } from '../unit/samples'
import { bringIn, closeOutcome, outcomeOf } from './bringing'
import { openBundle } from './bundle'
import {
  attach,
  downloadBundle,
  expectSaved,
  itemOf,
  openChecklist,
  openStep,
  shownItems,
  tickOf,
} from './clerk'
import { expect, test } from './fixtures'
import { bring, closeDialog, openIntake, openUnit } from './office'
import { paper } from './papers'
import { entries, expectKept, note as noteBox, openReview, tabOf, verdict } from './reviewing'

const unit = '青禾县农业农村局'

/** What an office says to the unit of a bundle. */
async function reply(bundle: string, part: Partial<Reply> = {}): Promise<Reply> {
  const { checklist, folder } = await openBundle(bundle)
  const info = await readFile(join(folder, 'bag-info.txt'), 'utf8')
  const fingerprint = /^Yinzheng-Fingerprint: (.*)$/m.exec(info)?.[1] as string
  return {
    edition: '2022',
    checklists: [checklist.id],
    unit,
    office: '县质强办',
    at: '2099-12-26T02:00:00.000Z',
    until: '2022-12-28',
    closing: '总体较好。',
    fingerprints: [fingerprint],
    accepted: 2,
    notes: {
      '0-2': {
        verdict: 'returned',
        note: '方案没有盖章，请补盖章的扫描件。',
        at: '2022-12-26T01:00:00.000Z',
        files: [],
      },
      '0-3': { verdict: 'returned', note: '缺活动总结。', at: '2022-12-26T01:00:00.000Z', files: [] },
      '0-5': { verdict: 'doubtful', note: '请说明年份。', at: '2022-12-26T01:00:00.000Z', files: [] },
    },
    ...part,
  }
}

function pageOf(said: Reply): string {
  const sections = sectionsOf(
    catalogue,
    buildChecklist('', '2022', { name: unit, departments: ['agriculture'], contact: '', phone: '' }, noon),
  )
  return writeReplyPage(said, { title: '2022年质量工作考核资料', sections, names: new Map(), address: '' })
}

/** Fills in, packs, and has the file with the office's words. */
async function returnedUnit(
  page: Page,
  folder: string,
): Promise<{ base: string; file: string; said: Reply }> {
  await openChecklist(page)
  for (const [item, name] of [
    ['0-1', '机构.txt'],
    ['0-2', '方案.txt'],
    ['0-3', '活动.txt'],
    ['0-5', '表彰.txt'],
  ] as const) {
    await attach(page, item, paper(name), name)
    await tickOf(page, item).check()
  }
  const base = await downloadBundle(page, `${folder}-包`)
  const said = await reply(base)
  const file = `${folder}-${replyFileName(said)}`
  await writeFile(file, pageOf(said))
  return { base, file, said }
}

const note = (page: Page, item: string) => itemOf(page, item).locator('.returned-note')
const banner = (page: Page) => page.getByRole('region', { name: '审核意见' })

test('what the office returned is listed, put right by the person’s own tick, and handed in as a 补充包 that the office puts together', async ({
  page,
}, testInfo) => {
  const { base, file } = await returnedUnit(page, testInfo.outputPath('一'))
  await bringIn(page, [file])
  await expect(outcomeOf(page)).toContainText(
    '已收到审核意见：县质强办退回 2 项，存疑 1 项，12 月 28 日前补齐',
  )
  await closeOutcome(page)
  await expect(banner(page)).toContainText('县质强办退回 2 项，存疑 1 项，12 月 28 日前补齐')
  await expect(banner(page)).toContainText('已补好 0/2')
  await expect.poll(() => shownItems(page)).toEqual(['0-2', '0-3', '0-5'])
  await expect(note(page, '0-2')).toContainText('方案没有盖章')
  await attach(page, '0-2', paper('盖章方案.txt'), '盖章方案.txt')
  await expect(note(page, '0-2')).toContainText('这次新加了 2 个文件')
  const tick = note(page, '0-2').getByRole('checkbox', { name: '已补好' })
  await expect(tick).not.toBeChecked()
  await tick.check()
  await expect(banner(page)).toContainText('已补好 1/2')
  await note(page, '0-2').getByRole('button', { name: '回复一句' }).click()
  await note(page, '0-2').getByRole('textbox').fill('已补盖章的扫描件。')
  await expectSaved(page)
  await page.reload()
  await expect(note(page, '0-2').getByRole('textbox')).toHaveValue('已补盖章的扫描件。')
  await expect(note(page, '0-2').getByRole('checkbox', { name: '已补好' })).toBeChecked()

  await openStep(page, '核对报送')
  const card = page.getByRole('region', { name: /^补充包/ })
  await expect(card).toContainText('还有 1 项没有勾“已补好”：0-3')
  const downloading = page.waitForEvent('download')
  await card.getByRole('button', { name: '打成补充包并下载' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('青禾县农业农村局-2022年质量工作考核资料补充.zip')
  const supplement = testInfo.outputPath(download.suggestedFilename())
  await download.saveAs(supplement)
  const packed = await openBundle(supplement)
  expect(packed.findings).toEqual([])
  expect(Object.keys(packed.checklist.answers)).toEqual(['0-2', '0-3'])
  expect(packed.checklist.returned?.notes['0-2']?.response).toBe('已补盖章的扫描件。')

  await openIntake(page)
  await bring(page, [supplement])
  const alone = await openUnit(page, unit)
  await expect(alone).toContainText('这是补充包，只有退回的 2 项')
  await closeDialog(page)
  await bring(page, [base])
  const both = await openUnit(page, unit)
  await expect(both).not.toContainText('这是补充包')
  await expect(both).toContainText('收到文件 5 个')
  await expect(both).toContainText('0-2 补了文件：盖章方案.txt')
})

test('once around: the office returns an item, its own file leads the unit to it, and what comes back stands as 已补', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  await openChecklist(page)
  await attach(page, '0-2', paper('方案.txt'), '方案.txt')
  await tickOf(page, '0-2').check()
  const base = await downloadBundle(page, testInfo.outputPath('包'))
  const context = await browser.newContext({ acceptDownloads: true })
  guard.watch(context)
  const office = await context.newPage()
  await openIntake(office)
  await bring(office, [base])
  await openReview(office, '0')
  await tabOf(office, '0-2').click()
  await verdict(office, '退回补充').click()
  await noteBox(office).fill('没有盖章，请补盖章的扫描件')
  await expectKept(office)
  await office.goBack()
  await office.getByText('审核意见：1 个单位').click()
  const coming = office.waitForEvent('download')
  await office.getByRole('button', { name: `下载审核意见：${unit}` }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('青禾县农业农村局-审核意见.html')
  const file = testInfo.outputPath(download.suggestedFilename())
  await download.saveAs(file)

  await page.getByLabel('选择文件').first().setInputFiles(file)
  await expect(outcomeOf(page)).toContainText('县质强办退回 1 项')
  await closeOutcome(page)
  await expect.poll(() => shownItems(page)).toEqual(['0-2'])
  await attach(page, '0-2', paper('盖章方案.txt'), '盖章方案.txt')
  await note(page, '0-2').getByRole('checkbox', { name: '已补好' }).check()
  await expectSaved(page)
  await openStep(page, '核对报送')
  const packing = page.waitForEvent('download')
  await page.getByRole('button', { name: '打成补充包并下载' }).click()
  const supplement = testInfo.outputPath('补充.zip')
  await (await packing).saveAs(supplement)

  await bring(office, [supplement])
  await openReview(office, '0')
  await tabOf(office, '0-2').click()
  await expect(entries(office)).toHaveText([/农业农村局.*已补/])
  await expect(office.getByText('盖章方案.txt').first()).toBeVisible()
  await context.close()
})
