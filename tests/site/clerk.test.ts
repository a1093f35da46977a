/** A clerk's whole way: from the notice to a bundle that tools we did not write find sound. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { byItem, openBundle } from './bundle'
import {
  agriculture,
  attach,
  downloadBundle,
  expectAttached,
  expectSaved,
  itemOf,
  markNotApplicable,
  openChecklist,
  pickFiles,
  reasonOf,
  remarkOf,
  startUnit,
  tickOf,
  unitHeading,
} from './clerk'
import { expect, test } from './fixtures'
import { paper, png, sha256Of, writePapers } from './papers'

test('a clerk comes from the notice, fills in over two visits, and downloads one sound bundle', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('质量工作')
  const plan = '2022年度质量强县工作计划，共三部分。'
  const report = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(200_000, '农')])
  const photo = png(64, [200, 30, 30])
  const papers = { '2022年质量强县工作计划.txt': plan, '种子抽检报告.pdf': report, '执法现场.png': photo }
  const [planPath = '', reportPath = '', photoPath = ''] = await writePapers(folder, papers)

  await page.goto('2022/index.html')
  await page.getByText('只看、打印一个评价部门的材料清单', { exact: true }).click()
  await page.getByRole('link', { name: '农业农村部门', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('农业农村部门对应的报送材料')
  await page.getByRole('link', { name: '开始填报' }).click()
  await expect(page.getByRole('checkbox', { name: '农业农村部门', exact: true })).toBeChecked()
  await startUnit(page, agriculture)
  await expect(page.locator('#section-0')).toContainText(
    '编者注 通知第4点要的就是各项指标的印证材料，不在这里另列。',
  )

  await attach(page, '0-2', planPath, '2022年质量强县工作计划.txt')
  await tickOf(page, '0-2').check()
  await pickFiles(page, '11-2-1', [reportPath, photoPath])
  await expectAttached(page, '11-2-1', ['种子抽检报告.pdf', '执法现场.png'])
  await remarkOf(page, '11-2-1').fill('纸质件另附。\n共两份。')
  await markNotApplicable(page, '0-5', '本年度没有表彰')
  await expectSaved(page)

  await page.reload()
  await expect(unitHeading(page, agriculture)).toBeVisible()
  await expect(tickOf(page, '0-2')).toBeChecked()
  await expect(reasonOf(page, '0-5')).toHaveValue('本年度没有表彰')
  await expect(remarkOf(page, '11-2-1')).toHaveValue('纸质件另附。\n共两份。')
  await expectAttached(page, '11-2-1', ['种子抽检报告.pdf', '执法现场.png'])
  await tickOf(page, '11-2-1').check()
  await expectSaved(page)

  const zip = await downloadBundle(page, folder)
  expect(basename(zip)).toBe('青禾县农业农村局-2022年质量工作考核资料.zip')
  const shown = page.getByRole('region', { name: '材料包' })
  await expect(shown).toContainText('已交给浏览器下载：青禾县农业农村局-2022年质量工作考核资料.zip（3 个文件')
  await expect(shown).toContainText('还缺 6 项')
  const bundle = await openBundle(zip)
  expect(bundle.findings).toEqual([])
  expect(byItem(bundle)).toEqual({
    '0-2': { '2022年质量强县工作计划.txt': sha256Of(plan) },
    '11-2-1': { '种子抽检报告.pdf': sha256Of(report), '执法现场.png': sha256Of(photo) },
  })
  expect(Object.keys(bundle.payload)).toContain('data/00_共性资料/0-2_工作计划/2022年质量强县工作计划.txt')
  const fingerprint = (await shown.getByText(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/).textContent()) ?? '?'
  expect(await readFile(`${bundle.folder}/bag-info.txt`, 'utf8')).toContain(fingerprint)
  expect(await readFile(`${bundle.folder}/目录.html`, 'utf8')).toContain(fingerprint)
  expect(bundle.checklist.unit).toEqual({
    name: '青禾县农业农村局',
    departments: ['agriculture'],
    contact: '质量股联络员',
    phone: '0715-3391234',
  })
  expect(bundle.checklist.answers['0-5']).toMatchObject({ notApplicable: true, reason: '本年度没有表彰' })
  expect(bundle.checklist.answers['11-2-1']).toMatchObject({ ready: true, remark: '纸质件另附。\n共两份。' })

  await page.reload()
  await expect(tickOf(page, '11-2-1')).toBeChecked()
  await expectAttached(page, '11-2-1', ['种子抽检报告.pdf', '执法现场.png'])
})

test('files in are files out, whatever their names: each has its bytes and its original name', async ({
  page,
}, testInfo) => {
  const long = `${'质量'.repeat(98)}.pdf`
  expect(long).toHaveLength(200)
  const awkward = [
    paper('a:b?.pdf'),
    paper('CON.txt'),
    paper('总结<终稿>|“定”*.docx'),
    paper('照片.JPG', 'one'),
    paper('照片.jpg', 'two'),
    paper('末尾有点和空格. .', 'dots'),
    paper('cafe\u0301 100%.txt', 'decomposed'),
    paper(long),
    paper(long, 'the same long name'),
  ]
  await openChecklist(page)
  await pickFiles(page, '0-3', awkward)
  await expectAttached(
    page,
    '0-3',
    awkward.map(({ name }) => name),
  )
  await attach(page, '11-2-1', paper('检测报告.pdf', 'spring'), '检测报告.pdf')
  await attach(page, '11-2-1', paper('检测报告.pdf', 'autumn'), '检测报告.pdf')
  await attach(page, '11-2-2', paper('又是春季的.pdf', 'spring'), '又是春季的.pdf')
  await expect(itemOf(page, '11-2-2')).toContainText('同一份文件也用于 11-2-1')

  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath()))
  expect(bundle.findings).toEqual([])
  const packed = byItem(bundle)
  const cut = Object.keys(packed['0-3'] ?? {}).filter(name => name.startsWith('质量质量'))
  expect(packed['0-3']).toEqual({
    'a：b？.pdf': sha256Of('a:b?.pdf'),
    '_CON.txt': sha256Of('CON.txt'),
    '总结＜终稿＞｜“定”＊.docx': sha256Of('总结<终稿>|“定”*.docx'),
    '照片.JPG': sha256Of('one'),
    '照片（2）.jpg': sha256Of('two'),
    末尾有点和空格: sha256Of('dots'),
    'caf\u00e9 100％.txt': sha256Of('decomposed'),
    [cut[0] ?? '']: sha256Of(long),
    [cut[1] ?? '']: sha256Of('the same long name'),
  })
  expect(cut).toEqual([
    expect.stringMatching(/^(质量)+质?\.pdf$/),
    expect.stringMatching(/^(质量)+质?（2）\.pdf$/),
  ])
  expect(packed['11-2-1']).toEqual({
    '检测报告.pdf': sha256Of('spring'),
    '检测报告（2）.pdf': sha256Of('autumn'),
  })
  expect(packed['11-2-2']).toEqual({ '又是春季的.pdf': sha256Of('spring') })
  expect(bundle.checklist.answers['0-3']?.files.map(file => file.originalName)).toEqual(
    awkward.map(({ name }) => name),
  )
})

test('目录.html opens from the unpacked folder, names everything and leads to every file', async ({
  page,
  browser,
}, testInfo) => {
  await openChecklist(page)
  await pickFiles(page, '0-1', [paper('通知 #1 50%.txt', 'first'), paper('a&b"<i>.txt', 'second')])
  await attach(page, '11-2-4', paper('核查情况.txt', 'third'), '核查情况.txt')
  await remarkOf(page, '11-2-4').fill('<b>不是</b>标记 & 换行\n第二行')
  await expectSaved(page)
  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath()))
  expect(bundle.findings).toEqual([])

  const desk = await browser.newContext()
  const inventory = await desk.newPage()
  await inventory.goto(pathToFileURL(`${bundle.folder}/目录.html`).href)
  await expect(inventory.getByRole('heading', { level: 1 })).toContainText('青禾县农业农村局')
  await expect(inventory.getByText('<b>不是</b>标记 & 换行')).toBeVisible()
  await expect(inventory.getByText('原文件名：a&b"<i>.txt')).toBeVisible()
  const targets = await inventory
    .getByRole('link')
    .evaluateAll(links => links.map(link => (link as HTMLAnchorElement).href))
  expect(targets.map(target => basename(fileURLToPath(target))).sort()).toEqual(
    ['自评报告.docx', '通知 #1 50％.txt', 'a&b＂＜i＞.txt', '核查情况.txt'].sort(),
  )
  expect(targets.filter(target => !existsSync(fileURLToPath(target)))).toEqual([])
  await inventory.getByRole('link', { name: '核查情况.txt' }).click()
  await expect(inventory.locator('body')).toHaveText('third')
  await desk.close()
})

test('an untouched checklist gives a sound bundle too, and its times are those of the clock in China', async ({
  page,
}, testInfo) => {
  await openChecklist(page)
  const before = Date.now()
  const bundle = await openBundle(await downloadBundle(page, testInfo.outputPath()))
  expect(bundle.findings).toEqual([])
  expect(bundle.payload).toEqual({})
  expect(bundle.written).toHaveLength(1)
  const written = Date.parse(`${bundle.written[0]?.replace(' ', 'T')}:00+08:00`)
  expect(Math.abs(written - before)).toBeLessThan(120_000)
})
