/** 原样导出: what this page can't read leaves it whole, and stays as it was. */
import { crc32 } from 'node:zlib'
import type { Locator, Page } from 'playwright/test'
import { anotherComputer, bringIn, outcomeOf, save } from './bringing'
import { timesIn, unpack } from './bundle'
import { agriculture, checklistPage, expectAttached, startUnit, tickOf, unitHeading } from './clerk'
import { expect, test } from './fixtures'
import { sha256Of } from './papers'
import { databaseVersion, readRecords, writeRecords } from './records'

const plan = '工作计划的内容'
const other = '别的清单的文件'

test('a checklist of a newer format is taken out as it is, with its files and no others', async ({
  page,
}, testInfo) => {
  const newer = {
    format: 3,
    id: 'f00d',
    title: '“引号”<b>&\n换行',
    parts: [{ of: '0-1', uses: { sha256: sha256Of(plan) } }],
  }
  await page.goto('help.html')
  await writeRecords(
    page,
    { 'checklist:f00d': newer, 'checklist:bad': { format: 1, id: 'bad' } },
    { files: [plan, other] },
  )
  await page.goto(checklistPage)
  const report = page.getByRole('alert').getByText('由更新版本的网页保存（格式 3），这一版打不开')
  await expect(report).toBeVisible()
  const before = await readRecords(page)
  const zip = await exportFrom(page, report, testInfo.outputPath())
  const { 'f00d/checklist.json': record = '', ...rest } = await unpack(zip)
  expect(JSON.parse(record)).toEqual(newer)
  expect(rest).toEqual({ [`files/${sha256Of(plan)}`]: plan })
  expect(await readRecords(page)).toEqual(before)
})

test('a database of a newer version is reported before any work, taken out whole, and left alone', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  const records = {
    'checklist:2b': checklist,
    'checklist:f00d': { format: 3, parts: [{ sha256: sha256Of(other) }] },
    'setting:字号': { large: true },
  }
  await page.goto('help.html')
  await writeRecords(page, records, { files: [plan, other], version: 2 })
  const before = await readRecords(page)
  await page.goto(checklistPage)
  const report = page.getByRole('alert')
  await expect(report).toContainText('这个浏览器里的数据是由更新版本的网页保存的，这一版打不开，原样保留着')
  await expect(page.getByRole('button', { name: '开始填报' })).toBeVisible()

  const zip = await exportFrom(page, report, testInfo.outputPath())
  const { 'f00d/checklist.json': newer = '', '2b/checklist.json': known = '', ...rest } = await unpack(zip)
  expect(JSON.parse(newer)).toEqual(records['checklist:f00d'])
  expect(JSON.parse(known)).toEqual(checklist)
  const setting = Object.keys(rest).find(name => name.startsWith('other/')) ?? ''
  expect(JSON.parse(rest[setting] ?? '')).toEqual(records['setting:字号'])
  expect(rest).toEqual({
    [setting]: expect.anything(),
    [`files/${sha256Of(plan)}`]: plan,
    [`files/${sha256Of(other)}`]: other,
  })

  await startUnit(page, agriculture)
  await tickOf(page, '0-1').check()
  await expect(page.getByRole('status')).toContainText('仅在本页暂存')
  await expect(report).toBeVisible()
  expect(await databaseVersion(page)).toBe(2)
  expect(await readRecords(page)).toEqual(before)

  // A page that can read the records takes the archive for a bundle.
  const computer = await anotherComputer(browser, guard)
  await bringIn(computer, [zip])
  await expect(outcomeOf(computer)).toContainText('已导入“青禾县水利和湖泊局”：新增 1 个文件')
  await expect(unitHeading(computer, { name: '青禾县水利和湖泊局', departments: [] })).toBeVisible()
  await expectAttached(computer, '0-2', ['工作计划.docx'])
  await computer.context().close()
})

test('the times in an export are those of the clock in China', async ({ page }, testInfo) => {
  await page.clock.setFixedTime('2022-12-20T09:04:00+08:00')
  await page.goto('help.html')
  await writeRecords(page, { 'checklist:f00d': { format: 3 } }, { files: [plan] })
  await page.goto(checklistPage)
  const zip = await exportFrom(page, page.getByRole('alert').getByText('格式 3'), testInfo.outputPath())
  expect(await timesIn(zip)).toEqual(['2022-12-20 09:04'])
})

/** As this page stores it. */
const checklist = {
  format: 1,
  id: '2b',
  edition: '2022',
  unit: { name: '青禾县水利和湖泊局', departments: ['water'], contact: '', phone: '' },
  answers: {
    '0-2': {
      ready: true,
      notApplicable: false,
      reason: '',
      remark: '',
      files: [
        {
          sha256: sha256Of(plan),
          crc32: crc32(plan),
          size: Buffer.byteLength(plan),
          type: '',
          name: '工作计划.docx',
          originalName: '工作计划.docx',
          added: '2022-12-19T01:00:00.000Z',
        },
      ],
    },
  },
  removed: [],
  created: '2022-12-19T00:00:00.000Z',
  changed: '2022-12-19T01:00:00.000Z',
}

/** Presses 原样导出 in a report. @returns the archive's path */
async function exportFrom(page: Page, report: Locator, folder: string): Promise<string> {
  const zip = await save(page, folder, () => report.getByRole('button', { name: '原样导出' }).click())
  expect(zip).toMatch(/打不开的清单-原样导出\.zip$/)
  return zip
}
