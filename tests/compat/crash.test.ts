/** The power fails while files are being added: what the page had shown is whole, and nothing is left over. */
import { setTimeout as pass } from 'node:timers/promises'
import type { Page } from 'playwright/test'
import { buildChecklist, type Checklist } from '../../src/core/checklist/checklist'
import { agriculture, attachedTo, checklistPage, pickFiles, unitHeading } from '../site/clerk'
import { bring, packUnit } from '../site/office'
import { sha256Of, writePapers } from '../site/papers'
import { readRecords, rehashBlobs, writeRecords } from '../site/records'
import { expectKept, note, openReview, verdict } from '../site/reviewing'
import { randomFrom } from '../unit/samples'
import { expect, type Session, test } from './fixtures'

// 25 kills took three minutes.
const kills = Number(process.env.KILLS ?? 10)
const seed = Number(process.env.SEED ?? 20221225)
const item = '0-1'
// 100 MB: three batches of 32 MB and what is left, each a transaction.
const names = Array.from({ length: 50 }, (_, i) => `扫描件${String(i + 1).padStart(2, '0')}.pdf`)
const size = 2 * 1024 * 1024
const contentOf = (name: string) => Buffer.alloc(size, name)
const key = 'checklist:5eed'
const unit = { name: agriculture.name, departments: ['agriculture'], contact: '', phone: '' }

/** What the page says, the moment it says it. */
interface Report {
  isAdding: boolean
  /** Files counted in the bar. */
  count: number
  listed: string[]
}

declare global {
  interface Window {
    report(report: Report): void
  }
}

// Over http to 127.0.0.1: hashing what is stored takes a secure context.
test.use({ way: 'secure' })

test(`a browser killed at ${kills} moments of adding 50 files has all it had shown, whole, and nothing else`, async ({
  session,
}, testInfo) => {
  test.setTimeout(60_000 + kills * 15_000)
  const contents = Object.fromEntries(names.map(name => [name, contentOf(name)]))
  const hashes = Object.fromEntries(names.map(name => [name, sha256Of(contentOf(name))]))
  const paths = await writePapers(testInfo.outputPath('扫描件'), contents)
  const whole = await timeToAdd(session, paths)

  const random = randomFrom(seed)
  // One moment in each of equal stretches, from the first sign of adding until after the last batch; and, however fast the
  // computer is by then, one when some are shown and one when all are.
  const moments = Array.from({ length: kills - 2 }, (_, i) =>
    Math.round(((i + random()) / kills) * 1.3 * whole),
  )
  const outcomes: string[] = []
  const stored: number[] = []
  for (const moment of [...moments, 'some shown', 'all shown'] as const) {
    const { reports, begun, until } = await beginAdding(session, paths)
    await begun
    const least = { 'some shown': 1, 'all shown': 50 }
    await (typeof moment === 'number' ? pass(moment) : until(({ count }) => count >= least[moment]))
    await session.restart('killed')
    const shown = reports[reports.length - 1]

    // Beside the checklist page, which would tidy up first.
    const page = await session.open('help.html')
    const checklist = (await readRecords(page))[key] as Checklist
    const files = checklist.answers[item]?.files ?? []
    const listed = files.map(file => file.name)
    const wanted = names.slice(0, files.length)
    const when = `seed ${seed}, killed after ${moment} of ${whole} ms`
    expect(listed, when).toEqual(wanted)
    expect(await rehashBlobs(page), when).toEqual(
      Object.fromEntries(wanted.map(name => [hashes[name], hashes[name]])),
    )
    expect(files.map(file => file.sha256)).toEqual(wanted.map(name => hashes[name]))
    expect(files.length, when).toBeGreaterThanOrEqual(shown?.count ?? 0)
    expect(listed, when).toEqual(expect.arrayContaining(shown?.listed ?? []))

    await session.open(checklistPage)
    await expect(unitHeading(session.page, agriculture)).toBeVisible()
    await expect.poll(() => countOn(session.page)).toBe(files.length)
    expect(await attachedTo(session.page, item)).toEqual(wanted.slice(0, 20))
    stored.push(files.length)
    outcomes.push(`${moment}: ${shown?.count} → ${files.length}`)
  }
  console.log(`seed ${seed}, ${whole} ms undisturbed; ms: files shown → stored\n${outcomes.join(', ')}`)
  // Kills that all come too early or too late would prove nothing.
  expect(stored.filter(count => count > 0 && count < names.length)).not.toEqual([])
})

test('files added again after the browser was killed complete what it had kept', async ({
  session,
}, testInfo) => {
  const contents = Object.fromEntries(names.map(name => [name, contentOf(name)]))
  const paths = await writePapers(testInfo.outputPath('扫描件'), contents)
  const { begun, until } = await beginAdding(session, paths)
  await begun
  await until(({ count }) => count > 0)
  await session.restart('killed')
  await session.open(checklistPage)
  await expect(unitHeading(session.page, agriculture)).toBeVisible()
  const kept = await countOn(session.page)
  await pickFiles(session.page, item, paths)
  await expect.poll(() => countOn(session.page)).toBe(50)
  expect(kept).toBeGreaterThan(0)
  const page = await session.open('help.html')
  const wanted = names.map(name => sha256Of(contentOf(name)))
  expect(await rehashBlobs(page)).toEqual(Object.fromEntries(wanted.map(sha256 => [sha256, sha256])))
})

test('what the office said and the page called saved is there after the browser was killed', async ({
  session,
}, testInfo) => {
  const { paths } = await packUnit(testInfo.outputPath('收件'), {
    name: '青禾县教育局',
    files: { '0-1': ['通知.txt'] },
  })
  const review = async (page: Page) => {
    await bring(page, paths)
    await openReview(page, '0')
  }
  await review(await session.open('2022/intake.html'))
  await verdict(session.page, '退回补充').click()
  await note(session.page).fill('没有盖章')
  await expectKept(session.page)
  await session.restart('killed')
  await review(await session.open('2022/intake.html'))
  await expect(note(session.page)).toHaveValue('没有盖章')
  await expect(verdict(session.page, '退回补充')).toHaveAttribute('aria-pressed', 'true')
})

/** Starts adding to a checklist without files. `begun` and `until` resolve when the page shows what they wait for. */
async function beginAdding(session: Session, paths: string[]) {
  await session.open('help.html')
  await session.page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('yinzheng')
        deleting.onsuccess = resolve
        deleting.onerror = reject
      }),
  )
  await writeRecords(session.page, { [key]: buildChecklist('5eed', '2022', unit, new Date()) })
  const page = await session.open(checklistPage)
  await expect(unitHeading(page, agriculture)).toBeVisible()
  const reports: Report[] = []
  const waiting = new Set<() => void>()
  await page.exposeFunction('report', (report: Report) => {
    reports.push(report)
    for (const look of waiting) look()
  })
  await page.evaluate(() => {
    const report = () =>
      window.report({
        isAdding: document.querySelector('[aria-label=添加附件]:is(section)') !== null,
        count: Number(/(\d+) 个文件 · /.exec(document.body.textContent ?? '')?.[1]),
        listed: Array.from(
          document.querySelectorAll('#item-0-1 [aria-label$=”的操作]'),
          button => /“(.*)”/.exec(button.ariaLabel ?? '')?.[1] ?? '',
        ),
      })
    new MutationObserver(report).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  const until = (holds: (report: Report) => boolean) =>
    new Promise<void>(resolve => {
      const look = () => {
        const last = reports[reports.length - 1]
        if (!last || !holds(last)) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  const begun = until(({ isAdding }) => isAdding)
  await pickFiles(page, item, paths)
  return { reports, begun, until }
}

/** From the first sign of adding until all is stored, in ms. */
async function timeToAdd(session: Session, paths: string[]): Promise<number> {
  const { begun, until } = await beginAdding(session, paths)
  await begun
  const start = performance.now()
  await until(({ count }) => count === 50)
  const whole = Math.round(performance.now() - start)
  await session.restart()
  return whole
}

async function countOn(page: Page): Promise<number> {
  return Number(/(\d+) 个文件 · /.exec((await page.locator('body').textContent()) ?? '')?.[1])
}
