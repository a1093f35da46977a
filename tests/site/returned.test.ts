/** 审核意见 at the unit: taken in wherever files are, shown at the items, put right, handed in again as a 补充包. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import { buildChecklist, type Checklist } from '../../src/core/checklist/checklist'
import { sectionsOf } from '../../src/core/checklist/progress'
import type { Reply } from '../../src/core/checklist/returned'
import { replyFileName, writeReplyPage } from '../../src/core/review/reply-page'
import { catalogue, noon, replyTo } from '../unit/samples'
import { bringIn, closeOutcome, outcomeOf, save } from './bringing'
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
import { dropPaths } from './drag'
import { expect, test } from './fixtures'
import { bring, closeDialog, openIntake, openUnit, unitsIn } from './office'
import { paper } from './papers'
import { readRecords } from './records'
import { entries, expectKept, note as noteBox, openItem, openReview, verdict } from './reviewing'

const unit = '青禾县农业农村局'

const at = '2022-12-26T01:00:00.000Z'
/** What an office says to the unit. */
const saying: Partial<Reply> = {
  at: '2099-12-26T02:00:00.000Z',
  until: '2022-12-28',
  closing: '总体较好。',
  accepted: 2,
  notes: {
    '0-2': { verdict: 'returned', note: '方案没有盖章，请补盖章的扫描件。', at, files: [] },
    '0-3': { verdict: 'returned', note: '缺活动总结。', at, files: [] },
    '0-5': { verdict: 'doubtful', note: '请说明年份。', at, files: [] },
  },
}

function pageOf(said: Reply): string {
  const sections = sectionsOf(
    catalogue,
    buildChecklist('', '2022', { name: unit, departments: ['agriculture'], contact: '', phone: '' }, noon),
  )
  return writeReplyPage(said, {
    title: '2022年质量工作考核资料',
    sections,
    names: new Map(),
    judged: [3, 3],
    address: '',
  })
}

const note = (page: Page, item: string) => itemOf(page, item).locator('.returned-note')
const banner = (page: Page) => page.getByRole('region', { name: '审核意见' })
const repaired = (page: Page, item: string) => note(page, item).getByRole('checkbox', { name: '已补好' })
const railOf = (page: Page) => page.getByRole('navigation', { name: '填报步骤' })
const filled = (page: Page) => page.locator('.sending .button.primary:visible')

/** The office's word on one item of the only unit. */
async function judge(office: Page, item: string, name: string, says = ''): Promise<void> {
  await openItem(office, item)
  await verdict(office, name).click()
  if (says) await noteBox(office).fill(says)
  await expectKept(office)
}

/** Back at the matrix, downloads what the unit is told. @returns its path */
async function answer(office: Page, folder: string): Promise<string> {
  await office.goBack()
  const card = office.locator('#replies')
  await card.getByText('审核意见：1 个单位').click()
  return save(office, folder, () => card.getByRole('button', { name: `下载审核意见：${unit}` }).click())
}

/** The standing of the unit's items, as the tabs over its files say. */
async function expectStandings(office: Page, standings: readonly string[]): Promise<void> {
  const tabs = office.getByRole('list', { name: '这一行的材料项' }).getByRole('button')
  for (const [i, standing] of standings.entries())
    await expect(tabs.nth(i)).toHaveAccessibleName(new RegExp(` ${standing}$`))
}

test('twice around: returned, put right as a 补充包, returned again, put right as a whole; the city sees the county’s word', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  const folder = (name: string) => testInfo.outputPath(name)
  await openChecklist(page)
  for (const [item, name] of [
    ['0-1', '机构.txt'],
    ['0-2', '方案.txt'],
    ['0-3', '活动.txt'],
  ] as const) {
    await attach(page, item, paper(name), name)
    await tickOf(page, item).check()
  }
  const base = await downloadBundle(page, folder('一'))

  const context = await browser.newContext()
  guard.watch(context)
  const office = await context.newPage()
  office.on('dialog', dialog => dialog.accept())
  await openIntake(office)
  await bring(office, [base])
  await openReview(office, '0')
  await judge(office, '0-1', '认可')
  await judge(office, '0-2', '退回补充', '没有盖章，请补盖章的扫描件')
  await judge(office, '0-3', '退回补充', '缺活动总结')
  await office.getByRole('button', { name: '整体意见' }).click()
  await office.getByLabel('请在哪一天以前补齐').fill('2022-12-28')
  await closeDialog(office)
  await expectKept(office)
  const first = await answer(office, folder('一'))
  expect(first.endsWith('/青禾县农业农村局-审核意见.html')).toBe(true)

  // Dropped anywhere, it leads to what it is about.
  await dropPaths(page.getByRole('heading', { level: 1 }), [first])
  await expect(outcomeOf(page)).toContainText('已收到审核意见：县质强办退回 2 项，12 月 28 日前补齐')
  await closeOutcome(page)
  await expect(banner(page)).toContainText('县质强办退回 2 项，12 月 28 日前补齐')
  await expect.poll(() => shownItems(page)).toEqual(['0-2', '0-3'])
  await expect(railOf(page).getByRole('link', { name: /共性资料/ })).toContainText('↩ 退回 2')
  await expect(note(page, '0-2')).toContainText('没有盖章')
  await attach(page, '0-2', paper('盖章方案.txt'), '盖章方案.txt')
  await expect(note(page, '0-2')).toContainText('这次新加了 1 个文件：盖章方案.txt')
  // A file alone puts nothing right.
  await expect(repaired(page, '0-2')).not.toBeChecked()
  await repaired(page, '0-2').check()
  await note(page, '0-2').getByRole('button', { name: '回复一句' }).click()
  await note(page, '0-2').getByRole('textbox').fill('已补盖章的扫描件。')
  await expectSaved(page)
  await page.reload()
  await expect(note(page, '0-2').getByRole('textbox')).toHaveValue('已补盖章的扫描件。')
  await expect(repaired(page, '0-2')).toBeChecked()
  await expect(banner(page)).toContainText('已补好 1/2')
  await openStep(page, '核对报送')
  const card = page.getByRole('region', { name: /^补充包/ })
  await expect(card).toContainText('还有 1 项没有勾“已补好”：0-3')
  await expect(filled(page)).toHaveText(['打成补充包并下载'])
  const supplement = await save(page, folder('二'), () => filled(page).click())
  expect(supplement.endsWith('/青禾县农业农村局-2022年质量工作考核资料补充.zip')).toBe(true)
  const packed = await openBundle(supplement)
  expect(packed.findings).toEqual([])
  expect(Object.keys(packed.checklist.answers)).toEqual(['0-2', '0-3'])

  // Another day at the office: alone it says what it is, with its bundle it is put together.
  await openIntake(office)
  await bring(office, [supplement])
  await expect(await openUnit(office, unit)).toContainText('这是补充包，只有退回的 2 项')
  await closeDialog(office)
  await bring(office, [base])
  const both = await openUnit(office, unit)
  await expect(both).not.toContainText('这是补充包')
  await expect(both).toContainText('收到文件 4 个')
  await expect(both).toContainText('0-2 补了文件：盖章方案.txt')
  await closeDialog(office)
  await openReview(office, '0')
  await expectStandings(office, ['认可', '已补', '退回'])
  await openItem(office, '0-2')
  await expect(office.locator('.since')).toContainText('单位说：已补盖章的扫描件。')
  await expect(office.locator('.sheet-name')).toContainText('盖章方案.txt')
  await judge(office, '0-2', '退回补充', '章看不清，请重新扫描')
  const second = await answer(office, folder('二'))

  await bringIn(page, [second])
  await expect(outcomeOf(page)).toContainText('县质强办退回 2 项')
  await closeOutcome(page)
  // What was said of an earlier word is no answer to this one.
  await expect(note(page, '0-2')).toContainText('章看不清')
  await expect(repaired(page, '0-2')).not.toBeChecked()
  await attach(page, '0-2', paper('清晰方案.txt'), '清晰方案.txt')
  await attach(page, '0-3', paper('总结.txt'), '总结.txt')
  for (const item of ['0-2', '0-3']) await repaired(page, item).check()
  await expect(banner(page)).toContainText('已补好 2/2')
  await expect(railOf(page).getByRole('link', { name: /共性资料/ })).toContainText('✓ 已补好')
  await expectSaved(page)
  const whole = await downloadBundle(page, folder('三'))

  await bring(office, [whole])
  await openReview(office, '0')
  await expectStandings(office, ['认可', '已补', '已补'])
  for (const item of ['0-2', '0-3']) await judge(office, item, '认可')
  await expectStandings(office, ['认可', '认可', '认可'])
  await office.goBack()
  await expect(unitsIn(office)).toHaveText([unit])
  await expect(office.locator('#replies')).toHaveCount(0)
  await office.getByRole('button', { name: '按指标归集' }).click()
  await expect(office.getByLabel('带上审核意见')).toBeChecked()
  const rolledUp = await save(office, folder('市'), () =>
    office.getByRole('button', { name: '打成一个压缩包' }).click(),
  )
  await context.close()

  const above = await browser.newContext()
  guard.watch(above)
  const city = await above.newPage()
  await openIntake(city)
  await bring(city, [rolledUp])
  await openReview(city, '0')
  await expect(entries(city)).toHaveText([/农业农村局\s*未看/])
  await openItem(city, '0-3')
  await expect(city.locator('.of-office')).toHaveText(/办公室\s*认可/)
  await above.close()
})

/** What is wrong with each file, and what the page says of it. */
const useless: [name: string, of: (said: Reply) => string, says: string][] = [
  [
    '别的单位',
    said => pageOf({ ...said, checklists: ['别的'], unit: '青禾县水利局' }),
    '这是给“青禾县水利局”的审核意见',
  ],
  ['别的年度', said => pageOf({ ...said, edition: '2021' }), '这份审核意见是 2021 年度的，没有导入'],
  ['早的', said => pageOf({ ...said, at: '2099-12-25T02:00:00.000Z' }), '比现在显示的早，没有导入'],
  ['同一份', pageOf, '已经导入过，没有变化'],
  ['缺一截', said => pageOf(said).slice(0, -300), '不完整，后面缺了一截，没有导入'],
  ['改过', said => pageOf(said).replace('缺活动总结', '不用补了'), '和发出时不一样'],
  ['新版', said => pageOf(said).replace('content="1 ', 'content="2 '), '由更新版本的网页做成，这一版读不了'],
]

test('an answer that is another’s, of another year, old, known, cut, altered or of a later version says so and changes nothing', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('意见')
  await mkdir(folder, { recursive: true })
  await openChecklist(page)
  await tickOf(page, '0-2').check()
  await expectSaved(page)
  const [, record] =
    Object.entries(await readRecords(page)).find(([key]) => key.startsWith('checklist:')) ?? []
  const said = replyTo(record as Checklist, saying)
  const path = (name: string) => join(folder, `${name}-${replyFileName(said)}`)
  await writeFile(path('原件'), pageOf(said))
  await page.getByLabel('选择文件').first().setInputFiles(path('原件'))
  await expect(outcomeOf(page)).toContainText('退回 2 项，存疑 1 项，12 月 28 日前补齐')
  await closeOutcome(page)
  // What is doubtful is shown, and owes nothing.
  await expect.poll(() => shownItems(page)).toEqual(['0-2', '0-3', '0-5'])
  await expect(banner(page)).toContainText('已补好 0/2')
  const before = await readRecords(page)
  const expectRefused = async (outcome: Locator, says: string) => {
    await expect(outcome).toContainText(says)
    await expect(outcome).not.toContainText('已收到')
  }
  for (const [name, of, says] of useless) {
    await writeFile(path(name), of(said))
    await dropPaths(page.getByRole('heading', { level: 1 }), [path(name)])
    await expectRefused(outcomeOf(page), says)
    await closeOutcome(page)
  }
  // All at once, each with its name.
  await bringIn(
    page,
    useless.map(([name]) => path(name)),
  )
  for (const [name, , says] of useless)
    await expectRefused(
      outcomeOf(page)
        .getByRole('listitem')
        .filter({ hasText: `${name}-` }),
      says,
    )
  expect(await readRecords(page)).toEqual(before)
})
