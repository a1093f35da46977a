/** Every page as it was built: complete, connected with nothing, made for everybody. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { concerns } from '../../src/core/edition/catalogue'
import { catalogue, contentFolder, readSource } from '../unit/samples'
import { findBarriers, overflow } from './axe'
import { checklistPage } from './clerk'
import { expect, test } from './fixtures'
import { kindsOf, pagesOf } from './folder'

const title = '关于提前报送2022年度全县质量工作考核资料的通知'
const publisher = '崇阳县市场监督管理局'

test('axe finds nothing on a page of each kind, wide or on a phone, and no page is wider than its window', async ({
  page,
  folder,
}) => {
  test.slow()
  const kinds = kindsOf(pagesOf(folder))
  for (const path of pagesOf(folder)) {
    await page.goto(path)
    for (const width of [1366, 390]) {
      await page.setViewportSize({ width, height: 800 })
      if (kinds.includes(path)) expect.soft(await findBarriers(page), `${path} at ${width} px`).toEqual([])
      expect.soft(await overflow(page), `${path} at ${width} px: pixels too wide`).toBe(0)
    }
  }
})

test('at twice the size, by zoom or by 大字 on a phone, no page is wider than its window', async ({
  page,
  folder,
}) => {
  await page.goto('index.html')
  for (const [width, isLarge] of [
    [683, false],
    [390, true],
  ] as const) {
    await page.setViewportSize({ width, height: 600 })
    if (isLarge) await page.getByRole('button', { name: '大字' }).click()
    for (const path of pagesOf(folder)) {
      await page.goto(path)
      expect.soft(await overflow(page), `${path} at ${width} px: pixels too wide`).toBe(0)
    }
  }
})

test('every link, script, style and anchor leads to something in the folder', ({ folder }) => {
  const broken: string[] = []
  for (const path of pagesOf(folder)) {
    // A single-file edition carries its scripts, and they write links of their own.
    const html = htmlOf(folder, path).replace(/(<script\b[^>]*>).*?<\/script>/gs, '$1')
    for (const [, target = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^(mailto|data):/.test(target)) continue
      const url = new URL(target, `http://site.test/a/b/${path}`)
      const file = decodeURI(url.pathname).replace(/^\/a\/b\//, '')
      const isThere = url.host === 'site.test' && !file.startsWith('/') && existsSync(join(folder, file))
      const anchor = decodeURIComponent(url.hash.slice(1))
      const isAnchorThere = anchor === '' || (isThere && htmlOf(folder, file).includes(` id="${anchor}"`))
      if (!isThere || !isAnchorThere) broken.push(`${path} → ${target}`)
    }
  }
  expect(broken).toEqual([])
})

test('every page forbids all connections, and the browser holds it to that', async ({
  page,
  folder,
  guard,
}) => {
  for (const path of pagesOf(folder)) {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(htmlOf(folder, path))?.[1]
    expect(policy, path).toContain("default-src 'none'")
    expect(policy, path).toContain("connect-src 'none'")
    // WebAssembly, for digests, on the pages that take files and nowhere else.
    const takesFiles = /-?(checklist|intake)\.html$/.test(path)
    expect(policy?.includes("'wasm-unsafe-eval'"), path).toBe(takesFiles)
    expect(policy?.replace("'wasm-unsafe-eval'", ''), path).not.toContain('unsafe-')
  }
  guard.allow(/Content Security Policy/)
  await page.goto(checklistPage)
  const answer = await page.evaluate(() => fetch('../index.html').catch(error => `refused: ${error.name}`))
  expect(answer).toBe('refused: TypeError')
})

test('every page tells the portal where it belongs, and the articles their date and source', ({ folder }) => {
  for (const path of pagesOf(folder)) {
    const metas = metasOf(htmlOf(folder, path))
    expect(metas, path).toMatchObject({ SiteName: '质量工作考核资料报送', ColumnName: '通知公告' })
    expect(metas.ContentSource, path).toBeTruthy()
  }
  const article = { PubDate: '2023-01-19', ContentSource: publisher }
  expect(metasOf(htmlOf(folder, '2022/index.html'))).toMatchObject({ ...article, ArticleTitle: title })
  expect(metasOf(htmlOf(folder, '2022/indicators.html'))).toMatchObject({
    ...article,
    ArticleTitle: '咸宁市2022年质量工作考核要点',
  })
  for (const { id, name } of catalogue.departments) {
    expect(metasOf(htmlOf(folder, `2022/departments/${id}.html`))).toMatchObject({
      ...article,
      ArticleTitle: `${name}对应的报送材料`,
    })
  }
})

test('大字 stays on from page to page until it is switched off', async ({ page }) => {
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
  await page.goto('index.html')
  const usual = await size()
  await page.getByRole('button', { name: '大字' }).click()
  const large = await size()
  expect(large).toBeGreaterThan(usual * 1.2)
  for (const path of ['2022/index.html', checklistPage, 'help.html']) {
    await page.goto(path)
    expect(await size()).toBe(large)
    await expect(page.getByRole('button', { name: '大字', pressed: true })).toBeVisible()
  }
  await page.getByRole('button', { name: '大字' }).click()
  await page.goto('index.html')
  expect(await size()).toBe(usual)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the notice holds its whole text, its metadata, the deadline and the contact', async ({ page }) => {
    await page.goto('2022/index.html')
    const text = squeeze(await page.getByRole('main').innerText())
    const paragraphs = readSource()
      .noticeText.split('\n')
      .map(line => squeeze(line.replace(/^## /, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')))
    expect(paragraphs.filter(paragraph => !text.includes(paragraph))).toEqual([])
    const facts = ['011359676/2023-02889', publisher, '质量监督', title, '2023年01月19日', '有效']
    const contact = ['王望龙', '13997518004', '2466343347@qq.com', '县市场监管局住建大厦1402室']
    for (const fact of [...facts, ...contact, '2022年12月25日16时', '已截止'])
      expect(text, fact).toContain(squeeze(fact))
    const report = parse(readFileSync(new URL('2022/report.yaml', contentFolder), 'utf8')) as {
      sections: { heading: string; fromTemplate?: false }[]
    }
    for (const { heading, fromTemplate } of report.sections)
      if (fromTemplate !== false) expect(text).toContain(squeeze(heading))
  })

  test('the table holds all 35 rows, and its merged cells add up to them', async ({ page }) => {
    await page.goto('2022/indicators.html')
    const rows = page.getByRole('table').locator('tbody tr')
    await expect(rows).toHaveCount(35)
    const texts = await rows.evaluateAll(rows => rows.map(row => row.textContent ?? ''))
    for (const [i, { content, evidence }] of catalogue.indicators.entries()) {
      expect(squeeze(texts[i] ?? '')).toContain(squeeze(content))
      expect(squeeze(texts[i] ?? '')).toContain(squeeze(evidence))
    }
    for (const [kind, count] of [
      ['number', 14],
      ['name', 13],
      ['department', 30],
    ] as const) {
      const spans = await rows
        .locator(`td.${kind}`)
        .evaluateAll(cells => cells.map(cell => (cell as HTMLTableCellElement).rowSpan))
      expect(spans, kind).toHaveLength(count)
      expect(
        spans.reduce((sum, span) => sum + span),
        kind,
      ).toBe(35)
    }
  })

  test('each department’s page holds all it must hand in', async ({ page }) => {
    for (const department of catalogue.departments) {
      await page.goto(`2022/departments/${department.id}.html`)
      const text = squeeze(await page.getByRole('main').innerText())
      const rows = catalogue.indicators.filter(row => concerns(row, [department.id]))
      expect(rows.length).toBeGreaterThan(0)
      const items = [...catalogue.materials.items, ...rows.flatMap(row => row.items)].filter(
        item => item.counted,
      )
      const wanted = [...rows.map(row => row.content), ...items.map(item => item.text)].map(squeeze)
      expect(
        wanted.filter(part => !text.includes(part)),
        department.name,
      ).toEqual([])
    }
  })

  test('the checklist page says what to do instead of staying empty', async ({ page }) => {
    await page.goto(checklistPage)
    const main = page.getByRole('main')
    const text = await main.innerText()
    expect(text).toContain('填报要用到 JavaScript')
    expect.soft(text).not.toContain('正在打开')
    await main.getByRole('link', { name: '看考核要点' }).click()
    await expect(page.getByRole('table')).toBeVisible()
  })
})

function htmlOf(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

/** Contents of the meta elements by name. */
function metasOf(html: string): Record<string, string> {
  const metas = html.matchAll(/<meta name="([^"]*)" content="([^"]*)"/g)
  return Object.fromEntries([...metas].map(([, name = '', content = '']) => [name, content]))
}

/** Text without white space, which a page may set as it likes. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}
