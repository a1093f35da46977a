/** Paper: what goes out of the printer, in a browser of 2020 and today's. A row must lie whole on one page. */

import type { Page } from 'playwright/test'
import { writeCover } from '../../src/core/bundle/cover'
import { inventoryStyle } from '../../src/core/bundle/inventory-style'
import { planBundle } from '../../src/core/bundle/plan'
import { concerns, itemsById } from '../../src/core/edition/catalogue'
import { drawCode } from '../../src/io/bundle/qr-code'
import { openBundle } from '../site/bundle'
import { attach, checklistPage, expectSaved, openStep, startUnit } from '../site/clerk'
import { paper } from '../site/papers'
import { pdfFact, run } from '../tools'
import { allDepartments, catalogue, checklistAfter, fileOf, noon, withDepartments } from '../unit/samples'
import { expect, type Session, test } from './fixtures'

/** Chromium 86 writes some characters as the radicals that look the same; not all of those decompose. */
const radicals = '⻔门⻓长⻅见⻋车⻛风⻢马⻣骨⻥鱼⻩黄⻬齐⻉贝⻚页⻝食⻘青⻄西⻆角⻨麦⻰龙⻦鸟⺠民⻜飞'
const plainOf = new Map(
  [...radicals].flatMap((radical, i, all) => (i % 2 ? [] : [[radical, all[i + 1]]])) as [string, string][],
)

/** What is read, without spaces and page numbers. */
function bare(text: string): string {
  const plain = [...text.normalize('NFKC')].map(character => plainOf.get(character) ?? character).join('')
  return plain.replace(/\s/g, '').replace(/第\d+页,共\d+页/g, '')
}

/** Prints what is on screen; each page's text, without spaces, cell by cell. */
async function print(page: Page, path: string): Promise<string[]> {
  await page.pdf({ path, preferCSSPageSize: true })
  return run('pdftotext', '-raw', path, '-').split('\f').slice(0, -1).map(bare)
}

/** Texts that stand whole on no page. */
function tornIn(pages: readonly string[], texts: readonly string[]): string[] {
  return texts.filter(text => !pages.some(page => page.includes(bare(text))))
}

const size = (path: string) => pdfFact(path, 'Page size')

for (const version of ['86', 'current'] as const) {
  test.describe(`Chromium ${version}`, () => {
    test.use({ version, way: 'http' })

    test('the notice prints on A4, the annex with the report on a page of its own', async ({
      session,
    }, testInfo) => {
      const page = await session.open('2022/index.html')
      const pages = await print(page, testInfo.outputPath('通知.pdf'))
      expect(size(testInfo.outputPath('通知.pdf'))).toContain('(A4)')
      expect(pages).toHaveLength(3)
      expect(pages[0]).toContain(bare('关于提前报送2022年度全县质量工作考核资料的通知'))
      expect(pages[2]).toContain(bare('××局2022年质量工作考核自评报告'))
      expect(pages.join('')).not.toContain('选择部门')
    })

    test('the table prints on A4 landscape, its head on every page and no row torn apart', async ({
      session,
    }, testInfo) => {
      const page = await session.open('2022/indicators.html')
      const pages = await print(page, testInfo.outputPath('考核要点.pdf'))
      expect(size(testInfo.outputPath('考核要点.pdf'))).toMatch(/^841\.\d+ x 594\.\d+ pts \(A4\)/)
      expect(pages).toHaveLength(5)
      // The last page has the editor's notes.
      for (const page of pages.slice(0, 4)) expect(page).toContain('序号考核指标具体内容')
      expect(
        tornIn(
          pages,
          catalogue.indicators.flatMap(row => [row.content, row.evidence]),
        ),
      ).toEqual([])
    })

    test('a department’s page prints its items, each whole, with a box to tick', async ({
      session,
    }, testInfo) => {
      const pages = await print(
        await session.open('2022/departments/market-regulation.html'),
        testInfo.outputPath('部门.pdf'),
      )
      expect(pages).toHaveLength(4)
      const items = catalogue.indicators
        .filter(row => concerns(row, ['market-regulation']))
        .flatMap(row => row.items.filter(item => item.counted))
      expect(items.length).toBeGreaterThan(30)
      expect(
        tornIn(
          pages,
          items.map(item => item.text),
        ),
      ).toEqual([])
      expect(
        await print(await session.open('2022/departments/water.html'), testInfo.outputPath('水利.pdf')),
      ).toHaveLength(1)
    })

    test('the cover of 1, 7, 12 or 40 packages is one sheet that names each, no figure parted', async ({
      session,
    }, testInfo) => {
      const files = Array.from({ length: 80 }, (_, i) => fileOf(`${i}.pdf`, `${i}`, { size: 34_800_000 }))
      const filled = withDepartments(
        checklistAfter({ kind: 'add-files', item: '7-1-1', files }),
        allDepartments,
      )
      const name = '青禾县质量强县工作领导小组办公室（县市场监督管理局、县知识产权局）'
      const checklist = { ...filled, unit: { ...filled.unit, name } }
      const plan = planBundle(catalogue, checklist)
      const fingerprint = '6F2A-91C4-0B77-E3D0'
      const details = { index: null, fingerprint, code: drawCode(fingerprint), packed: noon }
      for (const count of [1, 7, 12, 40]) {
        const volumes = Array.from({ length: count }, (_, i) => {
          return { entries: plan.entries.filter((_, j) => j % count === i), index: i + 1, count }
        })
        const cover = writeCover(catalogue, checklist, plan, volumes, details)
        await session.page.setContent(`<style>${inventoryStyle}</style>${cover}`)
        const path = testInfo.outputPath(`${count}.pdf`)
        const pages = await print(session.page, path)
        expect(pages, `${count} packages`).toHaveLength(1)
        expect(pages[0]).toContain(bare(count === 1 ? '压缩包1个' : `共${count}个`))
        if (count > 1)
          expect(pages[0]).toContain(bare(`第${count}个：${volumes[count - 1]?.entries.length}个文件`))
        expect(pages[0]).toContain(bare('单位（盖章）'))
        // Of one line each: the time, the code, a package.
        const lines = run('pdftotext', '-layout', path, '-').split('\n').map(bare)
        for (const whole of [fingerprint, '2022年12月20日04:00', ...(count > 1 ? [`第${count}个：`] : [])])
          expect(
            lines.filter(line => line.includes(bare(whole))),
            whole,
          ).toHaveLength(1)
      }
    })

    test('打印目录 gives a cover and every row whole, and the 目录.html of the bundle prints the same', async ({
      session,
      guard,
    }, testInfo) => {
      // The unpacked bundle.
      guard.allow(/^request to another site: file:/)
      const { page } = session
      await fillIn(session)
      await openStep(page, '核对报送')
      await page.getByRole('button', { name: '打印目录' }).click()
      const preview = page.getByRole('region', { name: '打印目录' })
      await expect(preview).toContainText('填报人（签字）')
      const path = testInfo.outputPath('目录.pdf')
      const pages = await print(page, path)
      expect(size(path)).toContain('(A4)')
      const [cover = '', ...lists] = pages
      const code = /[0-9A-F]{4}(-[0-9A-F]{4}){3}/.exec(cover)?.[0] ?? '?'
      for (const words of [
        '填报人（签字）',
        '单位（盖章）',
        '3个，',
        '青禾县质量强县工作领导小组办公室（县市场监督管理局）',
      ]) {
        expect(cover).toContain(bare(words))
      }
      expect(cover).not.toContain('共性资料')
      const texts = [...itemsById(catalogue).values()].filter(item => item.counted).map(item => item.text)
      expect(texts).toHaveLength(74)
      expect(tornIn(lists, [...texts, ...names])).toEqual([])
      // The head with the row's name stands above each of its tables, and again where it runs on.
      for (const list of lists) expect(list.slice(0, 20)).toMatch(/^(共性资料|\d+-\d+)/)
      expect(lists.length).toBeGreaterThanOrEqual(8)
      expect(lists.length).toBeLessThanOrEqual(11)
      await page.getByRole('button', { name: '返回清单' }).click()
      await expect(preview).toHaveCount(0)
      await expect(page.getByRole('button', { name: '打印目录' })).toBeInViewport()

      const zip = await session.download(() => page.getByRole('button', { name: '下载材料包' }).click())
      const bundle = await openBundle(zip.path)
      expect(bundle.findings).toEqual([])
      await page.goto(`file://${encodeURI(`${bundle.folder}/目录.html`)}`)
      const same = await print(page, testInfo.outputPath('包内目录.pdf'))
      const withoutTime = (cover = '') => cover.replace(/打[包印]时间\d+年\d+月\d+日\d\d:\d\d/, '')
      expect(withoutTime(same[0])).toBe(withoutTime(cover))
      expect(cover).toContain(code)
      expect(tornIn(same.slice(1), [...texts, ...names])).toEqual([])
    })
  })
}

const names = [
  '关于印发《青禾县质量强县工作领导小组2022年工作要点》的通知（征求意见稿、送审稿合订）.pdf',
  '签到表.xlsx',
]

async function fillIn(session: Session): Promise<void> {
  const page = await session.open(checklistPage)
  // A headless browser has no print dialog; the current one would wait for it and print nothing more.
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await page.reload()
  await startUnit(page, {
    name: '青禾县质量强县工作领导小组办公室（县市场监督管理局）',
    departments: catalogue.departments.map(({ name }) => name),
    contact: '质量股联络员',
  })
  expect(allDepartments).toHaveLength(13)
  for (const [item, name] of [
    ['0-1', names[0]],
    ['7-1-1', names[0]],
    ['13-1-1', names[1]],
  ] as const) {
    await attach(page, item, paper(name ?? ''), name ?? '')
  }
  await expectSaved(page)
}
