/** A clerk's evening: a whole folder comes in, waits in 待归类, and is put with its items; by mouse, by keyboard, on a phone. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import { findBarriers, overflow } from './axe'
import { anotherComputer, bringIn, downloadText, outcomeOf, save } from './bringing'
import { openBundle } from './bundle'
import {
  act,
  actionsOf,
  attachedTo,
  expectAttached,
  expectSaved,
  itemOf,
  openChecklist,
  openStep,
  pickFiles,
  refusedFiles,
  tickOf,
  unitHeading,
} from './clerk'
import { dropPaths } from './drag'
import { expect, test } from './fixtures'
import { paper, png, sha256Of, writePapers } from './papers'

const office = {
  name: '青禾县市场监督管理局（知识产权局、食品安全委员会办公室）',
  departments: ['市场监管部门', '质强办'],
}
const waiting = (page: Page) => page.locator('[data-file]')
const file = (page: Page, path: string) => page.locator(`[data-file="${path}"]`)
const named = '考核/9-3-2 强制检定工作开展情况.docx'

/** A folder as clerks have them: numbers, words, photos, scans, and what Windows leaves in it. */
async function messyFolder(to: string): Promise<string> {
  const folder = join(to, '考核')
  await mkdir(join(folder, '照片'), { recursive: true })
  await writePapers(folder, {
    '9-3-2 强制检定工作开展情况.docx': '强制检定',
    '9-3-1 社会公用计量标准建设情况.xlsx': '计量标准',
    '扫描件0001.pdf': '一',
    '扫描件0002.pdf': '二',
    'Thumbs.db': 'x',
    '~$制检定工作开展情况.docx': 'x',
  })
  await writePapers(join(folder, '照片'), {
    'IMG_20220908_101500.png': png(8, [200, 30, 30]),
    'IMG_20220908_102200.png': png(8, [30, 30, 200]),
    '扫描件0001 - 副本.pdf': '一',
  })
  return folder
}

async function bringFolder(page: Page, to: string): Promise<void> {
  await openChecklist(page, office)
  await page
    .getByLabel('添加整个文件夹')
    .first()
    .setInputFiles(await messyFolder(to))
  await expect(waiting(page)).toHaveCount(6)
  await expect(file(page, named)).toHaveAttribute('data-suggested', '9-3-2')
}

test('a folder waits in 待归类, each file once with its path; litter and doubles are left out and said', async ({
  page,
}, testInfo) => {
  await bringFolder(page, testInfo.outputPath())
  await expect(page.getByRole('heading', { name: '待归类 6 个文件' })).toBeVisible()
  const adding = page.getByRole('region', { name: '添加附件' })
  await expect(adding).toContainText('系统自己产生的 2 个文件没有收')
  await expect(adding).toContainText('Thumbs.db')
  await expect(refusedFiles(page)).toHaveText([/扫描件0001.*内容与已经放进来的文件完全相同/])
  // What is said at the foot of a low screen covers neither the look's buttons nor those of what is chosen.
  await page.setViewportSize({ width: 1366, height: 650 })
  await file(page, named).getByRole('button').click()
  await file(page, '考核/扫描件0002.pdf').getByRole('checkbox').check()
  const top = (await adding.boundingBox())?.y ?? 0
  for (const name of ['这个文件归到…', '移到…']) {
    const { y = 0, height = 0 } = (await page.getByRole('button', { name }).boundingBox()) ?? {}
    expect(y + height).toBeLessThanOrEqual(top)
  }
  const paths = await waiting(page).evaluateAll(rows => rows.map(row => row.getAttribute('data-file')))
  expect(paths).toEqual(expect.arrayContaining([named, '考核/照片/IMG_20220908_101500.png']))
  await expectSaved(page)
  await page.reload()
  await expect(waiting(page)).toHaveCount(6)
  await openStep(page, '备材料')
  await expect(page.getByText(/^0 \/ \d+ 项已完成$/)).toBeVisible()
  await expect(page.getByText('0 个文件 · 0 B')).toBeVisible()
  await expect(page.getByRole('link', { name: '待归类 6 个文件' })).toBeVisible()
})

test('what was done lies on no heading that comes next, what is chosen on no row that was pressed; Shift marks no text', async ({
  page,
}, testInfo) => {
  await bringFolder(page, testInfo.outputPath())
  await page.getByRole('button', { name: '知道了' }).click()
  await page.setViewportSize({ width: 1366, height: 650 })
  // By the mouse alone: Playwright's click() may scroll.
  const press = async (target: Locator) => {
    const box = await target.boundingBox()
    if (box === null) throw new Error('There is nothing to press.')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  }
  const isBare = (element: Element) => {
    const { left, top, height } = element.getBoundingClientRect()
    return element.contains(document.elementFromPoint(left + 20, top + height / 2))
  }
  const groups = page.locator('.group')
  const row = file(page, '考核/扫描件0002.pdf')
  await row.evaluate(row => scrollBy(0, row.getBoundingClientRect().bottom + 4 - innerHeight))
  await press(row.getByRole('checkbox'))
  await expect(page.getByText('已选 1 个')).toBeVisible()
  expect(await row.evaluate(isBare)).toBe(true)
  await press(groups.filter({ has: row }).locator('header p'))
  await page.keyboard.down('Shift')
  await press(page.getByText('已选 1 个'))
  await page.keyboard.up('Shift')
  expect(await page.evaluate(() => String(getSelection()))).toBe('')

  await groups.first().evaluate(group => scrollBy(0, group.getBoundingClientRect().top - 88))
  await press(page.getByRole('button', { name: '归入 9-3-2（1 个）' }))
  await expect(page.getByText('✓ 已把 1 个文件归入 9-3-2')).toBeVisible()
  const heading = groups.filter({ hasText: '9-3-1' }).getByRole('heading')
  expect(await heading.evaluate(isBare)).toBe(true)
})

test('by mouse: what is sure goes in one step and comes back in one; the rest by search, then all are ticked at once', async ({
  page,
}, testInfo) => {
  await bringFolder(page, testInfo.outputPath())
  const sure = page.getByRole('button', { name: /^有把握的 \d+ 个一次归好$/ })
  await sure.click()
  await expect(file(page, named)).toHaveCount(0)
  // Far down it stays in sight, whole, below a bar that a long name makes higher.
  await page.setViewportSize({ width: 1366, height: 400 })
  await page.evaluate(() => scrollTo(0, 300))
  const bar = await page.locator('.bar').boundingBox()
  const undo = page.getByRole('button', { name: '撤销' })
  await expect
    .poll(async () => (await undo.boundingBox())?.y)
    .toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0))
  await undo.click()
  await page.setViewportSize({ width: 1366, height: 768 })
  await expect(waiting(page)).toHaveCount(6)
  await page.getByRole('button', { name: '归入 9-3-2（1 个）' }).click()
  await expect(page.getByText('✓ 已把 1 个文件归入 9-3-2')).toBeVisible()
  await sure.click()

  const photos = waiting(page).filter({ has: page.locator('canvas') })
  for (const time of ['101500', '102200'])
    await file(page, `考核/照片/IMG_20220908_${time}.png`).getByRole('checkbox').check()
  await page.locator('.foot-bar').getByRole('button', { name: '移到…' }).click()
  await page.getByRole('dialog').getByRole('searchbox').fill('质量月')
  await page.getByRole('dialog').getByRole('button', { name: /^0-3/ }).click()
  await expect(photos).toHaveCount(0)
  await waiting(page).first().getByRole('checkbox').check()
  await waiting(page)
    .last()
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  await page.locator('.foot-bar').getByRole('button', { name: '删除' }).click()
  await expect(page.getByText('✓ 没有待归类的文件。')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(waiting(page)).toHaveCount(2)

  await openStep(page, '备材料')
  await expect
    .poll(async () => (await attachedTo(page, '0-3')).sort())
    .toEqual(['IMG_20220908_101500.png', 'IMG_20220908_102200.png'])
  await expectAttached(page, '9-3-2', ['9-3-2 强制检定工作开展情况.docx'])
  await itemOf(page, '9-3-2').getByRole('button', { name: '勾上' }).click()
  await expect(tickOf(page, '9-3-2')).toBeChecked()
  await page.getByRole('button', { name: '有附件的 2 项都勾上' }).click()
  await expect(tickOf(page, '0-3')).toBeChecked()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(tickOf(page, '0-3')).not.toBeChecked()
  await expect(tickOf(page, '9-3-2')).toBeChecked()
})

/** A scanned page as scanners store it: one JPEG, whole, in a PDF that no viewer would take. */
async function scanOf(page: Page): Promise<Buffer> {
  const jpeg = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 827, height: 1169 })
    canvas.getContext('2d')?.fillRect(0, 0, 400, 400)
    return canvas.toDataURL('image/jpeg').split(',')[1] as string
  })
  const head = '%PDF-1.4\n1 0 obj\n<< /Subtype /Image /Filter /DCTDecode >>\nstream\n'
  return Buffer.concat([Buffer.from(head), Buffer.from(jpeg, 'base64'), Buffer.from('\nendstream\nendobj\n')])
}

test('after a look: a scan is read beside the list, a likely item is one press, a double click files one file, what is ticked stays', async ({
  page,
}, testInfo) => {
  await openChecklist(page, office)
  const folder = join(testInfo.outputPath(), '考核')
  await mkdir(join(folder, '9-3'), { recursive: true })
  await mkdir(join(folder, '质量月'))
  await writeFile(join(folder, '9-3', '扫描0001.pdf'), await scanOf(page))
  await writePapers(join(folder, '9-3'), { '扫描0002.pdf': '文字', '照片.pdf': '照片' })
  await writePapers(join(folder, '质量月'), { '甲.docx': '甲', '乙.docx': '乙' })
  await page.getByLabel('添加整个文件夹').first().setInputFiles(folder)
  await expect(waiting(page)).toHaveCount(5)
  await page.getByText(/^请看一眼 5$/).click()

  const look = page.getByRole('complementary', { name: '看一眼' })
  await file(page, '考核/9-3/扫描0002.pdf').getByRole('button').click()
  await expect(look).toContainText('PDF 文件，点“打开”看。')
  await file(page, '考核/9-3/扫描0001.pdf').getByRole('button').click()
  await expect(look.getByRole('img', { name: '扫描0001.pdf' })).toHaveJSProperty('naturalHeight', 1169)
  await look.getByRole('button', { name: /^归入 9-3-2/ }).click()
  await expect(page.getByText('✓ 已把 1 个文件归入 9-3-2')).toBeVisible()
  // The second click of a double click: the next file's button lies there by now.
  await expect(look.getByRole('button', { name: /^归入 9-3-/ }).last()).toBeVisible()
  await page.mouse.down({ clickCount: 2 })
  await page.mouse.up({ clickCount: 2 })

  await file(page, '考核/质量月/乙.docx').getByRole('checkbox').check()
  await expect(waiting(page)).toHaveCount(4)
  await page.getByRole('button', { name: '没打勾的 3 个都按建议归好' }).click()
  await expect(waiting(page)).toHaveCount(1)
  // What is asked before packing ticks on the way.
  await page.getByRole('button', { name: '下载材料包' }).click()
  const panel = page.getByRole('region', { name: '材料包' })
  await panel.getByRole('button', { name: /^有附件的 \d 项都勾上$/ }).click()
  await panel.getByRole('button', { name: '先去归类' }).click()
  await page.locator('.foot-bar').getByRole('button', { name: '删除' }).click()
  await expect(page.getByText('✓ 没有待归类的文件。')).toBeVisible()
  await openStep(page, '备材料')
  await expect(tickOf(page, '9-3-2')).toBeChecked()
})

test('by keyboard alone: Ctrl+A, search, Enter; arrow keys go from file to file', async ({
  page,
}, testInfo) => {
  await bringFolder(page, testInfo.outputPath())
  await page.getByRole('button', { name: '知道了' }).click()
  await file(page, named).getByRole('button').focus()
  await page.keyboard.press('Enter')
  const look = page.getByRole('complementary', { name: '看一眼' })
  await expect(look.getByRole('heading')).toHaveText('9-3-2 强制检定工作开展情况.docx')
  const before = await look.getByRole('heading').textContent()
  await page.keyboard.press('ArrowDown')
  await expect(look.getByRole('heading')).not.toHaveText(before ?? '')
  await page.keyboard.press('Control+a')
  await expect(page.getByText('已选 6 个')).toBeVisible()
  await page.locator('.foot-bar').getByRole('button', { name: '移到…' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('7-1-4')
  await page.keyboard.press('Enter')
  await expect(page.getByText('✓ 已把 6 个文件归入 7-1-4')).toBeVisible()
})

test('at 390 px nothing sticks out, every target is a fingertip high, and a photo is one press away', async ({
  page,
}, testInfo) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await bringFolder(page, testInfo.outputPath())
  await page.getByRole('button', { name: '知道了' }).click()
  await expect(page.getByLabel('拍照').last()).toBeAttached()
  await file(page, named).getByRole('checkbox').check()
  expect(await overflow(page)).toBe(0)
  expect(await findBarriers(page)).toEqual([])
  const low = await page
    .locator('#unsorted button:visible, #unsorted label:visible')
    .evaluateAll(targets =>
      targets.flatMap(target => (target.getBoundingClientRect().height < 43.9 ? [target.textContent] : [])),
    )
  expect(low).toEqual([])
  // Whoever looks at a file can also say where it belongs.
  await file(page, named).getByRole('button').first().click()
  await expect(page.getByRole('button', { name: '这个文件归到…' })).toBeInViewport({ ratio: 1 })
  await page.locator('.look').getByRole('button', { name: '关闭' }).click()
  await page.locator('.foot-bar').getByRole('button', { name: '移到…' }).click()
  expect(await findBarriers(page)).toEqual([])
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^9-3-2/ })
    .first()
    .click()
  await expect(page.getByText('✓ 已把 1 个文件归入 9-3-2')).toBeVisible()
})

test('下载材料包 asks what is to become of 待归类: left out it is nowhere in the bundle, taken along it has a folder', async ({
  page,
}, testInfo) => {
  await openChecklist(page, office)
  await pickFiles(page, '0-2', [paper('计划.docx')])
  await page
    .getByLabel('选择文件')
    .first()
    .setInputFiles([paper('没归的.pdf')])
  await expect(waiting(page)).toHaveCount(1)
  const panel = page.getByRole('region', { name: '材料包' })
  await page.getByRole('button', { name: '下载材料包' }).click()
  await expect(panel).toContainText('还有 1 个文件在“待归类”里')
  const press = (name: string) =>
    save(page, testInfo.outputPath(name), () => panel.getByRole('button', { name }).click())
  const without = await openBundle(await press('不打进去'))
  expect(without.findings).toEqual([])
  expect(Object.keys(without.payload)).toEqual(['data/00_共性资料/0-2_工作计划/计划.docx'])
  await expect(panel).toContainText('“待归类”的 1 个文件没有打进去')
  const whole = await openBundle(await press('连同待归类再打一次'))
  await expect(panel).not.toContainText('没有打进去')
  expect(whole.findings).toEqual([])
  expect(whole.payload).toMatchObject({ 'data/98_待归类/没归的.pdf': sha256Of('没归的.pdf') })
})

test('both backups bring 待归类 to another computer: the bundle with its files, the text with their names', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  await openChecklist(page, office)
  await page
    .getByLabel('选择文件')
    .first()
    .setInputFiles([paper('没归的.pdf')])
  await expect(waiting(page)).toHaveCount(1)
  await expectSaved(page)
  const text = await downloadText(page, testInfo.outputPath('文字'))
  await page.getByRole('button', { name: '下载材料包' }).click()
  const panel = page.getByRole('region', { name: '材料包' })
  const zip = await save(page, testInfo.outputPath('材料包'), () =>
    panel.getByRole('button', { name: '一起打进去' }).click(),
  )
  const other = await anotherComputer(browser, guard)
  await bringIn(other, [text])
  await expect(outcomeOf(other)).toContainText('没归的.pdf')
  await bringIn(other, [zip])
  await expect(unitHeading(other, office)).toBeVisible()
  await other.getByRole('link', { name: '待归类 1 个文件' }).click()
  await expect(file(other, '没归的.pdf')).toBeVisible()
  await other.context().close()
})

test('a folder dropped anywhere comes in; dropped on the rail it goes to that row; files move between items', async ({
  page,
}, testInfo) => {
  await openChecklist(page, office)
  const folder = await messyFolder(testInfo.outputPath())
  const rail = page.getByRole('navigation', { name: '填报步骤' })
  const [single = ''] = await writePapers(testInfo.outputPath(), { '活动总结.docx': '总结' })
  await dropPaths(rail.getByRole('link', { name: /^8-1/ }), [single])
  await expectAttached(page, '8-1-1', ['活动总结.docx'])
  await dropPaths(page.getByRole('banner'), [folder])
  await expect(waiting(page)).toHaveCount(6)

  await openStep(page, '备材料')
  await pickFiles(page, '0-1', [paper('甲.pdf'), paper('乙.pdf'), paper('丙.pdf')])
  await expectAttached(page, '0-1', ['甲.pdf', '乙.pdf', '丙.pdf'])
  await act(page, '0-1', '甲.pdf', '移到…')
  await expect(page.getByRole('dialog', { name: '把“甲.pdf”移到哪一项？' })).toBeVisible()
  await page.keyboard.press('Escape')
  await itemOf(page, '0-1').getByRole('button', { name: '选择多个' }).click()
  await itemOf(page, '0-1').getByRole('checkbox', { name: '选择 丙.pdf' }).check()
  await itemOf(page, '0-1').getByRole('button', { name: '移到…' }).click()
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('0-2')
  await page.keyboard.press('Enter')
  await expectAttached(page, '0-2', ['甲.pdf', '丙.pdf'])
  // Whoever goes and looks where they went finds it there too.
  for (const item of ['0-1', '0-2'])
    await expect(itemOf(page, item).getByRole('button', { name: '撤销' })).toBeVisible()
  await itemOf(page, '0-2').getByRole('button', { name: '撤销' }).click()
  await expectAttached(page, '0-2', [])
  await actionsOf(page, '0-1', '乙.pdf').dragTo(itemOf(page, '0-3'))
  await expectAttached(page, '0-3', ['乙.pdf'])
  await act(page, '0-1', '甲.pdf', '选择多个')
  await itemOf(page, '0-1').getByRole('button', { name: '全部移除' }).click()
  await expectAttached(page, '0-1', [])
})
