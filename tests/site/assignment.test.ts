/** 分给股室: a 联络员 and three teams, each on a computer of its own, by link, by file and by the single-file edition. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locator, Page } from 'playwright/test'
import { writeGiven } from '../../src/core/assignment/link'
import type { Team } from '../../src/core/checklist/teams'
import { builtFolder } from '../browsers'
import { teams, whole } from '../unit/assignment/parts'
import { catalogue } from '../unit/samples'
import { anotherComputer, bringIn, closeOutcome, downloadText, outcomeOf, save } from './bringing'
import { byItem, openBundle } from './bundle'
import {
  attach,
  downloadBundle,
  expectAttached,
  expectSaved,
  itemOf,
  openChecklist,
  openStep,
  remarkOf,
  removeFile,
  shownItems,
  startUnit,
  tickOf,
  type Unit,
  unitHeading,
  water,
} from './clerk'
import { expect, test } from './fixtures'
import { bring, openIntake, openUnit, unitsIn } from './office'
import { paper, sha256Of } from './papers'

const bureau: Unit = {
  name: '青禾县市场监督管理局',
  departments: ['市场监管部门', '质强办'],
  contact: '局办联络员',
}
const single = pathToFileURL(join(builtFolder, 'offline/2022-checklist.html')).href
const noon = new Date('2022-12-20T04:00:00Z')

async function openBoard(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: '填报步骤' })
    .getByRole('link', { name: /分给股室/ })
    .click()
  await expect(page.getByRole('heading', { name: '分给股室' })).toBeVisible()
}

async function addTeam(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '股室名称' }).fill(name)
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
}

async function give(page: Page, what: string, team: string): Promise<void> {
  await page.getByRole('checkbox', { name: new RegExp(`^${what}.* 分给 ${team}$`) }).check()
}

function cardOf(page: Page, team: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: team, exact: true }) })
}

/** The link for a team, as it is shown to be copied by hand. */
async function linkFor(page: Page, team: string): Promise<string> {
  const card = cardOf(page, team)
  await card.getByRole('button', { name: `复制链接：${team}` }).click()
  const link = await card.getByRole('textbox').inputValue()
  expect(link.length).toBeLessThanOrEqual(1_500)
  return link
}

async function begin(page: Page, team: string): Promise<void> {
  await expect(page.getByRole('heading', { name: `${bureau.name} · ${team}` })).toBeVisible()
  await expect(page.getByText('局办联络员')).toBeVisible()
  await page.getByRole('button', { name: '开始填写' }).click()
  await expect(page.getByRole('heading', { level: 1, name: bureau.name })).toBeVisible()
}

async function fillPart(page: Page, item: string, name: string): Promise<void> {
  await attach(page, item, paper(name), name)
  await tickOf(page, item).check()
  await expectSaved(page)
}

async function merge(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await bringIn(page, [path])
    await expect(outcomeOf(page)).toContainText('已导入')
    await closeOutcome(page)
  }
}

test('three teams and a 联络员: in whichever order their parts come, the same bundle to the byte', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  // Six computers.
  test.slow()
  const folder = testInfo.outputPath()
  await page.clock.setFixedTime(noon)
  await openChecklist(page, bureau)
  await openBoard(page)
  for (const team of ['标准计量股', '特设股', '办公室']) await addTeam(page, team)
  await give(page, '9-3 ', '标准计量股')
  await give(page, '10-5 ', '特设股')
  await give(page, '7-1 ', '办公室')
  // One item of a row for two teams.
  await page.getByRole('button', { name: /逐项分 共性资料/ }).click()
  for (const team of ['标准计量股', '办公室'])
    await page.getByRole('checkbox', { name: `0-1 分给 ${team}`, exact: true }).check()
  await expectSaved(page)
  const link = await linkFor(page, '标准计量股')
  const file = await save(page, folder, () =>
    page.getByRole('button', { name: '生成分工文件：特设股' }).click(),
  )
  const other = await save(page, folder, () =>
    page.getByRole('button', { name: '生成分工文件：办公室' }).click(),
  )
  expect(file).toContain('分工-青禾县市场监督管理局-特设股.json')
  await expect(page.locator('#assign').getByText('合并 0/3')).toBeVisible()

  const first = await anotherComputer(browser, guard)
  await first.goto(link)
  await begin(first, '标准计量股')
  await expect.poll(() => shownItems(first)).toEqual(['0-1', '9-3-1', '9-3-2', '9-3-0'])
  await fillPart(first, '0-1', '计量计划.docx')
  await fillPart(first, '9-3-1', '强检记录.xlsx')
  // Opened once more by the same link it goes on, and nothing is asked.
  await first.goto(link)
  await expect(tickOf(first, '9-3-1')).toBeChecked()

  const second = await anotherComputer(browser, guard)
  await bringIn(second, [file])
  await begin(second, '特设股')
  for (const item of ['10-5-1', '10-5-2', '10-5-3']) await fillPart(second, item, `${item}.pdf`)

  const third = await anotherComputer(browser, guard, single)
  await bringIn(third, [other])
  await begin(third, '办公室')
  await fillPart(third, '0-1', '办公室计划.docx')

  const parts = [
    await downloadBundle(first, folder),
    await downloadBundle(second, folder),
    await downloadBundle(third, folder),
  ]
  expect(parts[1]).toContain('青禾县市场监督管理局-特设股.zip')

  await page.goto('2022/checklist.html')
  const backup = await downloadText(page, folder)
  await merge(page, parts)
  await openBoard(page)
  await expect(page.locator('#assign').getByText('合并 3/3')).toBeVisible()
  await expect(cardOf(page, '特设股')).toContainText('交回时 3/3 项，3 个文件')
  const one = await downloadBundle(page, testInfo.outputPath('一'))

  const twin = await anotherComputer(browser, guard)
  await twin.clock.setFixedTime(noon)
  await twin.goto('2022/checklist.html')
  await bringIn(twin, [backup])
  await closeOutcome(twin)
  await merge(twin, [...parts].reverse())
  const two = await downloadBundle(twin, testInfo.outputPath('二'))
  expect((await readFile(two)).equals(await readFile(one))).toBe(true)
  expect((await openBundle(one)).findings).toEqual([])

  // A team works on and hands back once more: what the unit did not touch follows, without a question.
  await openStep(page, '备材料')
  await remarkOf(page, '10-5-2').fill('见原件')
  await expectSaved(page)
  await openBoard(page)
  await expect(cardOf(page, '特设股')).toContainText('合并以后又改过：10-5-2')
  await removeFile(second, '10-5-1', '10-5-1.pdf')
  await attach(second, '10-5-1', paper('补检.pdf'), '补检.pdf')
  await expectSaved(second)
  await merge(page, [await downloadBundle(second, testInfo.outputPath('再交'))])
  await expect(cardOf(page, '特设股')).toContainText('交回时 3/3 项，3 个文件')
  await openStep(page, '备材料')
  await expectAttached(page, '10-5-1', ['补检.pdf'])
  await expect(remarkOf(page, '10-5-2')).toHaveValue('见原件')

  // A part that was sent to the office is called one, and the unit's own bundle counts.
  await openIntake(page)
  await bring(page, [one, parts[1] ?? ''])
  await expect(unitsIn(page)).toHaveText([bureau.name])
  await expect(await openUnit(page, bureau.name)).toContainText(
    '只是“特设股”的部分，应交给本单位合并，没有计入',
  )

  // The last merge is taken back as one step, also after a restart.
  await twin.reload()
  await openStep(twin, '核对报送')
  await twin.getByRole('button', { name: '撤销这次合并' }).click()
  await expect(twin.getByRole('button', { name: '撤销这次合并' })).toHaveCount(0)
  const before = byItem(await openBundle(await downloadBundle(twin, testInfo.outputPath('撤销以后'))))
  expect(before['9-3-1']).toBe(undefined)
  expect(before['10-5-1']).toEqual({ '10-5-1.pdf': sha256Of('10-5-1.pdf') })
  expect(Object.keys(before['0-1'] ?? {})).toEqual(['办公室计划.docx'])
})

test('a link that was cut short or altered begins nothing and says what to do', async ({ page }) => {
  await openChecklist(page, bureau)
  await openBoard(page)
  await addTeam(page, '特设股')
  await give(page, '10-5 ', '特设股')
  const link = await linkFor(page, '特设股')
  const altered = link.slice(0, -30) + (link.at(-30) === 'A' ? 'B' : 'A') + link.slice(-29)
  for (const wrong of [link.slice(0, -20), altered]) {
    await page.goto(wrong)
    await expect(page.getByRole('alert')).toContainText('不完整')
    await expect(page.getByText('打开分工文件')).toBeVisible()
  }
  // Of another year's page.
  const [team] = teams
  await page.goto(
    `2022/checklist.html?assign=${writeGiven(catalogue, { ...whole, edition: '2023' }, team as Team)}`,
  )
  await expect(page.getByRole('alert')).toContainText(/2023.*的分工，本页是另一年的/)
  await expect(page.getByText('本网站上没有')).toBeVisible()
  await page.getByRole('button', { name: '不打开了' }).click()
  await expect(itemOf(page, '10-5-1')).toBeVisible()
})

test('beside other work a link is offered first; a team under a new name goes on with what it had begun', async ({
  page,
  browser,
  guard,
}) => {
  await openChecklist(page, bureau)
  await openBoard(page)
  await addTeam(page, '特设股')
  await give(page, '10-5 ', '特设股')
  const link = await linkFor(page, '特设股')

  const other = await anotherComputer(browser, guard)
  await startUnit(other, water)
  await other.goto(link)
  await other.getByRole('button', { name: '不填这一份' }).click()
  await expect(unitHeading(other, water)).toBeVisible()
  await other.goto(link)
  await begin(other, '特设股')
  await fillPart(other, '10-5-1', '检查记录.pdf')
  // The address says nothing of the link any more: it would be offered with every 刷新.
  expect(new URL(other.url()).search).toBe('')

  await page.getByRole('button', { name: '把“特设股”改名' }).click()
  await page.getByRole('textbox', { name: '“特设股”的新名称' }).fill('特种设备科')
  await page.getByRole('button', { name: '保存名称' }).click()
  await give(page, '9-3 ', '特种设备科')
  await other.goto(await linkFor(page, '特种设备科'))
  await other.getByRole('button', { name: '接着填“特设股”那一份' }).click()
  await expect(tickOf(other, '10-5-1')).toBeChecked()
  await expect(itemOf(other, '9-3-1')).toBeVisible()
  await expect(other.getByText('特种设备科')).toBeVisible()
  await other.context().close()
})
