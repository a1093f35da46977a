/** The three steps and the height of the first: as narrow as half a screen or a phone, and with as many files as a unit has. */
import type { Page } from 'playwright/test'
import { applyChange } from '../../src/core/checklist/change'
import { type AttachedFile, type Checklist, sumFiles, usedFiles } from '../../src/core/checklist/checklist'
import { sectionsOf } from '../../src/core/checklist/progress'
import { catalogue, fileOf } from '../unit/samples'
import { checklistPage, openChecklist } from './clerk'
import { expect, test } from './fixtures'
import { readRecords, writeRecords } from './records'

const office = { name: '青禾县市场监督管理局', departments: ['市场监管部门', '知识产权部门', '质强办'] }

test('with 118 files 备材料 is at most 14 screens of 650 px high', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 650 })
  await openChecklist(page, office)
  const [key = '', record] =
    Object.entries(await readRecords(page)).find(([key]) => key.startsWith('checklist:')) ?? []
  const filled = withFiles(record as Checklist, 118)
  expect(sumFiles(usedFiles(filled)).files).toBe(118)
  await page.goto('help.html')
  const files = usedFiles(filled).map(({ file }) => file.originalName)
  await writeRecords(page, { [key]: filled }, { files })
  await page.goto(checklistPage)
  await expect(page.getByText(/^118 个文件 · /)).toBeVisible()
  // The photos in view were looked at: none is a picture, and each says so.
  await expect(page.getByText('图片', { exact: true }).first()).toBeVisible()
  const height = () => page.evaluate(() => document.documentElement.scrollHeight)
  await expect.poll(height, 'the height of 备材料 in pixels').toBeLessThanOrEqual(14 * 650)
})

for (const width of [390, 683, 1024, 1366]) {
  test(`at ${width} px the three steps can be read, beside each other and a long name`, async ({ page }) => {
    await page.setViewportSize({ width, height: 650 })
    await openChecklist(page, { ...office, name: `${office.name}（知识产权局、食品安全委员会办公室）` })
    const tabs = page.getByRole('navigation', { name: '三个步骤' }).getByRole('link')
    await expect(tabs).toHaveText([/备材料.*0\/\d+/, /写报告.*0\/\d+/, /核对报送/])
    expect(await brokenTabs(page)).toEqual([])
  })
}

/** What of the steps does not fit where it stands, or stands over another. */
async function brokenTabs(page: Page): Promise<string[]> {
  return page.locator('.step-tabs a').evaluateAll(tabs =>
    tabs.flatMap((tab, i) => {
      const box = tab.getBoundingClientRect()
      const next = tabs[i + 1]?.getBoundingClientRect()
      const frame = (tab.parentElement as HTMLElement).getBoundingClientRect()
      const parts = [...tab.querySelectorAll('.number, .name, .part')]
      const boxes = parts.map(part => part.getBoundingClientRect())
      return [
        ...(box.left < 0 || box.right > innerWidth ? [`${i}: beyond the window`] : []),
        ...(box.right > frame.right + 1 ? [`${i}: cut at the frame`] : []),
        ...(box.height < 44 ? [`${i}: lower than a fingertip`] : []),
        ...(next && (next.top !== box.top || next.left < box.right - 1) ? [`${i}: over the next`] : []),
        ...parts.flatMap((part, k) => {
          const { left, right } = boxes[k] as DOMRect
          const isCut = part.scrollWidth > part.clientWidth && getComputedStyle(part).display !== 'inline'
          return isCut || left < box.left || right > box.right ? [`${i}: ${part.textContent} is cut`] : []
        }),
        ...boxes.flatMap((one, k) =>
          boxes
            .slice(k + 1)
            .some(
              other =>
                one.right > other.left + 1 &&
                other.right > one.left + 1 &&
                one.bottom > other.top + 1 &&
                other.bottom > one.top + 1,
            )
            ? [`${i}: ${parts[k]?.textContent} lies over another`]
            : [],
        ),
      ]
    }),
  )
}

/** Files as a unit has them: two papers with most items, and many photos with a few. */
function withFiles(checklist: Checklist, count: number): Checklist {
  const items = sectionsOf(catalogue, checklist).flatMap(section =>
    section.items.filter(item => item.counted),
  )
  const ids = items.map(({ id }) => id).slice(0, 42)
  const places = Array.from({ length: count }, (_, i) =>
    i < ids.length * 2 ? ids[i % ids.length] : ids[(i % 4) * 9],
  )
  return places.reduce((filled, item, i) => {
    const name = i >= ids.length * 2 ? `IMG_2022${1000 + i}.jpg` : `关于开展质量提升行动的工作方案${i}.docx`
    const files: AttachedFile[] = [fileOf(name)]
    return applyChange(filled, { kind: 'add-files', item: item as string, files }, new Date(2022, 10, 1))
  }, checklist)
}
