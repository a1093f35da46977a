/** Who is expected, who is missing, and what is written to them: on the office's page. */
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { bring, openIntake, packUnit } from './office'

const education = { name: '青禾县教育局', files: { '0-1': ['领导小组文件.pdf'] } }
const market = { name: '青禾县市监局', departments: ['market-regulation'], files: { '0-1': ['通知.pdf'] } }

const heading = (page: Page) => page.getByRole('heading', { name: /^应报 / })
const missing = (page: Page) =>
  page
    .getByRole('region', { name: /^应报 / })
    .locator('.missing-units')
    .getByRole('listitem')
const figure = (page: Page, name: string) =>
  page
    .locator('.figures .card')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd')
const listBox = (page: Page) => page.getByRole('textbox', { name: /^应报单位，一行一个/ })

async function writeList(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /填写应报单位名单|修改名单/ }).click()
  await listBox(page).fill(text)
  await page.getByRole('button', { name: '保存名单' }).click()
}

/** A workbook as no library of ours writes it: prefixes, gaps, rich text with its reading, an inline string. */
const workbook = `
import sys, zipfile
main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as archive:
    archive.writestr('xl/workbook.xml', f'<x:workbook xmlns:x="{main}" xmlns:r="{office}"><x:sheets><x:sheet name="名单" sheetId="7" r:id="rId3"/><x:sheet name="别的" sheetId="8" r:id="rId1"/></x:sheets></x:workbook>')
    archive.writestr('xl/_rels/workbook.xml.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Target="/xl/worksheets/sheet9.xml"/></Relationships>')
    archive.writestr('xl/sharedStrings.xml', f'<sst xmlns="{main}"><si><t>责任单位</t></si><si><r><t>青禾县</t></r><r><t>教育局</t></r><rPh sb="0" eb="1"><t>chong</t></rPh></si><si><t>联络员甲</t></si><si><t>水利_x0041_局</t></si></sst>')
    archive.writestr('xl/worksheets/sheet9.xml', f'<x:worksheet xmlns:x="{main}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>2022年成员单位</x:t></x:is></x:c></x:row><x:row r="3"><x:c r="A3" t="inlineStr"><x:is><x:t>序号</x:t></x:is></x:c><x:c r="C3" t="s"><x:v>0</x:v></x:c></x:row><x:row r="4"><x:c r="A4"><x:v>1</x:v></x:c><x:c r="C4" t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>2</x:v></x:c></x:row><x:row r="5"><x:c r="A5"><x:v>2</x:v></x:c><x:c r="C5" t="s"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>')
    archive.writestr('xl/worksheets/sheet1.xml', f'<worksheet xmlns="{main}"><sheetData><row><c t="inlineStr"><is><t>另一张表的局</t></is></c></row></sheetData></worksheet>')
`

test('a pasted list says who is missing; a short name counts only after the office said so, and that is remembered', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('收件')
  const paths = [...(await packUnit(folder, education)).paths, ...(await packUnit(folder, market)).paths]
  await openIntake(page)
  await bring(page, paths)
  await writeList(
    page,
    '序号\t单位名称\t电话\n1\t县教育局\t0715-3333333\n2\t青禾县市场监督管理局\t\n3\t青禾县公安局\t',
  )
  await expect(heading(page)).toHaveText('应报 3 个单位，已报 1 个，没有报送 2 个')
  await expect(figure(page, '已收单位')).toHaveText(['1 / 3', '没有报送 2 · 另有 1 个不在名单上'])
  await expect(missing(page)).toHaveText([
    '青禾县市场监督管理局（可能就是报来的“青禾县市监局”，请在下面确认）',
    '青禾县公安局',
  ])
  await page.getByRole('button', { name: '青禾县市监局就是青禾县市场监督管理局' }).click()
  await expect(missing(page)).toHaveText(['青禾县公安局'])
  await expect(heading(page)).toHaveText('应报 3 个单位，已报 2 个，没有报送 1 个')
  await expect(page.getByText('没有报送 1', { exact: true })).toBeVisible()

  await page.reload()
  await expect(heading(page)).toHaveText('应报 3 个单位，已报 0 个，没有报送 3 个')
  await bring(page, paths)
  await expect(heading(page)).toHaveText('应报 3 个单位，已报 2 个，没有报送 1 个')
  await page.getByRole('button', { name: '青禾县市监局不是青禾县市场监督管理局' }).click()
  await expect(heading(page)).toHaveText('应报 3 个单位，已报 1 个，没有报送 2 个')

  await page.getByRole('button', { name: '修改名单' }).click()
  await expect(listBox(page)).toHaveValue('县教育局\n青禾县市场监督管理局\n青禾县公安局')
  await page.getByRole('button', { name: '删除名单' }).click()
  await expect(page.getByRole('heading', { name: '谁还没有报' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: '谁还没有报' })).toBeVisible()
})

test('a list is read from a workbook and from CSV in either encoding; what is none is said to be none', async ({
  page,
}, testInfo) => {
  const path = (name: string) => testInfo.outputPath(name)
  execFileSync('python3', ['-c', workbook, path('名单.xlsx')], { env: { ...process.env, PYTHONUTF8: '1' } })
  const csv = '序号,单位名称\r\n1,"青禾县农业农村局"\r\n2,青禾县交通运输局\r\n'
  await writeFile(path('名单.csv'), `\ufeff${csv}`)
  execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030', '-o', path('国标.csv'), path('名单.csv')])
  await writeFile(path('旧.xls'), Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  await writeFile(path('图.csv'), Buffer.from([0, 1, 2, 0xff, 0xfe]))
  await openIntake(page)
  await page.getByRole('button', { name: '填写应报单位名单' }).click()
  const read = (name: string) => page.getByLabel('从表格读取名单').setInputFiles(path(name))
  await read('名单.xlsx')
  await expect(listBox(page)).toHaveValue('青禾县教育局\n水利A局')
  await expect(page.getByText('认出 2 个单位：青禾县教育局、水利A局')).toBeVisible()
  for (const name of ['名单.csv', '国标.csv']) {
    await listBox(page).fill('')
    await read(name)
    await expect(listBox(page)).toHaveValue('青禾县农业农村局\n青禾县交通运输局')
  }
  await read('旧.xls')
  await expect(page.getByRole('alert')).toContainText('是旧格式的表格（.xls）')
  await read('图.csv')
  await expect(page.getByRole('alert')).toContainText('读不出表格内容')
  await listBox(page).fill('123\n请尽快报送。')
  await page.getByRole('button', { name: '保存名单' }).click()
  await expect(page.getByRole('alert')).toContainText('里面没有找到单位名称')
  await listBox(page).fill('青禾县教育局')
  await page.getByRole('button', { name: '保存名单' }).click()
  await expect(heading(page)).toHaveText('应报 1 个单位，已报 0 个，没有报送 1 个')
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a 催报 for each unit is copied, with the deadline and what is missing', async ({ page }, testInfo) => {
  const { paths } = await packUnit(join(testInfo.outputPath('收件')), education)
  await openIntake(page)
  await bring(page, paths)
  await writeList(page, '青禾县教育局\n青禾县公安局\n青禾县水利局')
  await page.getByRole('heading', { name: '缺报清单：没有报送 2 个，还要补材料 1 个' }).click()
  const search = page.getByRole('searchbox', { name: '单位' })
  const pasted = async () => {
    await search.fill('')
    await search.press('ControlOrMeta+v')
    return search.inputValue()
  }
  await page.getByRole('button', { name: '复制没有报送的单位名单' }).click()
  await expect(page.getByRole('button', { name: '✓ 已复制' })).toBeVisible()
  expect(await pasted()).toBe('青禾县公安局 青禾县水利局')
  await page.getByRole('button', { name: '复制催报：青禾县公安局' }).click()
  await expect(page.getByRole('button', { name: '✓ 已复制：青禾县公安局' })).toBeVisible()
  expect(await pasted()).toMatch(
    /^青禾县公安局： 2022年质量工作考核资料的报送截止时间是2022年12月25日 16时。到现在还没有收到/,
  )
  await search.fill('')
  await page.getByRole('button', { name: '查看催报青禾县教育局的话' }).click()
  await expect(page.getByRole('textbox', { name: '催报青禾县教育局' })).toHaveValue(
    /还没有提供的材料 \d+ 项：\n {3}0-2 2022年度质量强县工作计划\n/,
  )
})

test('a unit whose file could not be read is not told that nothing came', async ({ page }, testInfo) => {
  const folder = testInfo.outputPath('收件')
  const { paths } = await packUnit(folder, education)
  const broken = join(folder, '青禾县公安局-2022年质量工作考核资料.zip')
  await writeFile(broken, '不是压缩包')
  await openIntake(page)
  await bring(page, [...paths, broken])
  await writeList(page, '青禾县教育局\n青禾县公安局')
  await expect(missing(page)).toHaveText([
    /^青禾县公安局（收到的文件“青禾县公安局-.*”打不开（不是 ZIP 压缩包））$/,
  ])
  await page.getByRole('heading', { name: /^缺报清单/ }).click()
  await page.getByRole('button', { name: '查看催报青禾县公安局的话' }).click()
  await expect(page.getByRole('textbox', { name: '催报青禾县公安局' })).toHaveValue(/打不开.*请重新发送/)
})

test('where the browser keeps nothing the list is there until the page is closed, and that is said', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
  })
  await openIntake(page)
  await writeList(page, '青禾县教育局')
  await expect(heading(page)).toHaveText('应报 1 个单位，已报 0 个，没有报送 1 个')
  await expect(page.getByRole('alert')).toContainText('名单没有存进这台电脑')
})
