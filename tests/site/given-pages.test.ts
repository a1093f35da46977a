/** What another county's publisher gives out of its own table and notice: pages of its own, and the whole path through them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright/test'
import { answerAll, bring, catalogueIn, unzip } from '../compat/publisher'
import { serve } from '../server'
import { type PlainTable, toWorkbook } from '../unit/publish/table-files'
import { findBarriers, overflow } from './axe'
import { save } from './bringing'
import { attach, downloadBundle, expectSaved, openStep, startUnit, tickOf } from './clerk'
import { expect, portalHost, test } from './fixtures'
import { filesOf, kindsOf } from './folder'
import { bring as bringBundles, unitsIn } from './office'
import { paper } from './papers'

const cells = (...texts: string[]) => texts.map(text => ({ text }))
const table: PlainTable = [
  cells('编号', '一级指标', '工作内容', '牵头单位', '配合单位', '分值', '佐证材料'),
  [
    { text: '1' },
    { text: '源头治理', rowSpan: 2 },
    ...cells('开展危险化学品专项检查。', '县应急管理局', '县公安局', '40', '1.检查方案。2.检查记录。'),
  ],
  [{ text: '2' }, ...cells('建立隐患台账并逐项销号。', '县应急管理局', '', '30', '1.隐患台账。')],
  cells(
    '3',
    '宣传教育',
    '组织开展“安全生产月”活动。',
    '县教育局',
    '县应急管理局',
    '30',
    '1.活动方案。2.照片。',
  ),
]
const title = '青禾县2031年安全生产工作考核细则'
const notice = `关于报送2031年安全生产工作考核资料的通知
县直有关单位：
请按下列要求报送考核资料。
一、报送资料
1、2031年安全生产工作总结（加盖公章）；
2、2031年安全生产工作计划。
二、报送时限
请于2031年12月20日下午5时前报送至县应急管理局（县行政中心2号楼305室）。
联系人：办公室 联系电话：0700-1234567
青禾县安全生产委员会办公室
2031年11月25日
`
const unit = { name: '青禾县教育局', departments: ['县教育局'] }

test('another county’s pages are its own, whole for everybody, and the bundle made in them is received in them', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  test.slow()
  const folder = testInfo.outputPath('给出的')
  const gifts = await publish(page, testInfo.outputPath('原件'), folder)
  const root = join(folder, '网站')
  for (const [path, bytes] of await unzip(gifts.整个网站)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), bytes)
  }
  const server = await serve(root, { host: portalHost })
  const disk = pathToFileURL(folder).href
  guard.allow(new RegExp(`^request to another site: (${server.url()}|${disk})`))
  try {
    const names = /崇阳|咸宁|湖北|质强|质量工作|#0b4ea2|2022[年/-]/
    const pages = filesOf(root).filter(path => path.endsWith('.html'))
    expect(pages).toHaveLength(11)
    const all = [...filesOf(root).map(path => join(root, path)), gifts.填报网页, gifts.收件网页]
    expect(all.filter(path => names.test(readFileSync(path, 'utf8')))).toEqual([])
    expect(JSON.parse(readFileSync(join(root, 'site.webmanifest'), 'utf8'))).toMatchObject({
      name: '青禾安全考核',
      theme_color: '#8f1d21',
    })
    expect(readFileSync(join(root, 'favicon.svg'), 'utf8')).toContain('#8f1d21')

    await test.step('axe on every page, wide and on a phone', async () => {
      const files = [gifts.填报网页, gifts.收件网页].map(path => pathToFileURL(path).href)
      const own = pages.filter(path => !path.startsWith('offline/'))
      for (const address of [...kindsOf(own).map(path => server.url(path)), ...files]) {
        await page.goto(address)
        for (const width of [1366, 390]) {
          await page.setViewportSize({ width, height: 700 })
          expect.soft(await findBarriers(page), `${address} at ${width} px`).toEqual([])
          expect.soft(await overflow(page), `${address} at ${width} px`).toBe(0)
        }
      }
      await page.setViewportSize({ width: 1366, height: 700 })
    })

    await test.step('without JavaScript notice, table and departments are whole', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const plain = await context.newPage()
      const expectAll = async (path: string, ...texts: string[]) => {
        await plain.goto(server.url(path))
        for (const text of texts) await expect(plain.getByRole('main')).toContainText(text)
      }
      await expectAll('2031/index.html', '2031年安全生产工作计划', '2031年12月20日', '0700-1234567', '305室')
      await expectAll(
        '2031/indicators.html',
        title,
        ...table.slice(1).flatMap(row => row.map(({ text }) => text)),
      )
      const { catalogue } = catalogueIn(readFileSync(join(root, '2031/checklist.html'), 'utf8'))
      const own = catalogue.departments.find(({ name }) => name === '县教育局')
      await expectAll(`2031/departments/${own?.id}.html`, '组织开展“安全生产月”活动', '活动方案', '照片')
      await context.close()
    })

    const ways = [
      [server.url('2031/checklist.html'), server.url('2031/intake.html')],
      [pathToFileURL(gifts.填报网页).href, pathToFileURL(gifts.收件网页).href],
    ] as const
    for (const [checklist, intake] of ways)
      await test.step(`clerk and office, ${checklist.slice(0, 5)}`, async () => {
        await page.goto(checklist)
        await startUnit(page, unit)
        await attach(page, '3-1-1', paper('活动方案.pdf'), '活动方案.pdf')
        await tickOf(page, '0-2').check()
        await openStep(page, '写报告')
        await expect(page.getByRole('region', { name: '自评报告', exact: true })).toContainText('落实情况')
        await expectSaved(page)
        const bundle = await downloadBundle(page, join(folder, '报送', checklist.slice(0, 4)))
        expect(bundle).toContain('青禾县教育局-青禾县2031年安全生产工作考核资料.zip')
        await page.goto(intake)
        await bringBundles(page, [bundle])
        await expect(unitsIn(page)).toHaveText(['青禾县教育局'])
      })
  } finally {
    await server.close()
  }
})

/** Through the tool with its own names, and without the edition that the tool's site carries. @returns paths by gift */
async function publish(page: Page, sources: string, folder: string) {
  mkdirSync(sources, { recursive: true })
  const paths = { table: join(sources, '2031年考核细则.xlsx'), notice: join(sources, '通知.txt') }
  writeFileSync(paths.table, await toWorkbook(table, title))
  writeFileSync(paths.notice, notice)
  await page.goto('publish.html')
  for (const [label, text] of Object.entries({
    收件单位全称: '青禾县安全生产委员会办公室',
    收件单位简称: '县安委办',
    网站名称: '青禾安全考核',
    页眉方块里的一个字: '安',
    一句话说明: '报送安全生产工作考核资料',
    门户上的栏目名称: '安全生产',
  })) {
    await page.getByLabel(label, { exact: true }).fill(text)
    await page.getByLabel(label, { exact: true }).blur()
  }
  await page.getByLabel('主色').fill('#8f1d21')
  await bring(page, paths)
  await page.getByRole('button', { name: '与往年对照' }).click()
  await page.getByRole('button', { name: '不用 2022年度的' }).click()
  await page.getByRole('button', { name: '考核要点表', exact: true }).click()
  await expect(page.getByRole('region', { name: '核对' })).toContainText('3 行')
  await answerAll(page)
  const gifts = ['填报网页', '收件网页', '整个网站'] as const
  const taken: [string, string][] = []
  for (const gift of gifts) {
    const button = page.getByRole('button', { name: `生成${gift}`, exact: true })
    taken.push([gift, await save(page, folder, () => button.click())])
  }
  return Object.fromEntries(taken) as Record<(typeof gifts)[number], string>
}
