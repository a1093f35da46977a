/** The power fails while a bundle is brought in: the page says which import it was and what is missing, and goes on with it. */
import { writeFile } from 'node:fs/promises'
import { setTimeout as pass } from 'node:timers/promises'
import type { Page } from 'playwright/test'
import { applyChange } from '../../src/core/checklist/change'
import { buildChecklist, type Checklist } from '../../src/core/checklist/checklist'
import { bringIn, outcomeOf } from '../site/bringing'
import { agriculture, checklistPage, unitHeading } from '../site/clerk'
import { readRecords, rehashBlobs, storedHashes } from '../site/records'
import { bytesOf, pack } from '../unit/generate'
import { fileOf, morning, randomFrom } from '../unit/samples'
import { expect, type Session, test } from './fixtures'

// 200 kills took some 25 minutes and showed nothing lost or unsaid.
const kills = Number(process.env.KILLS ?? 6)
const seed = Number(process.env.SEED ?? 20221225)
const id = '5eed'.repeat(8)
const key = `checklist:${id}`
// 96 MB: four batches, each a transaction.
const contents = Array.from({ length: 48 }, (_, i) => bytesOf(`${i}`, 2_000_000))
const files = contents.map((bytes, i) => fileOf(`照片${i}.jpg`, bytes))
const unit = { name: agriculture.name, departments: ['agriculture'], contact: '', phone: '' }

// Over http to 127.0.0.1: hashing what is stored takes a secure context.
test.use({ way: 'secure' })

test(`a browser killed at ${kills} moments of an import says what is missing, and the same bundle completes it`, async ({
  session,
}, testInfo) => {
  test.setTimeout(60_000 + kills * 20_000)
  const add = { kind: 'add-files', item: '0-1', files } as const
  const checklist = applyChange(buildChecklist(id, '2022', unit, morning), add, morning)
  const blobs = new Map(
    files.map(({ sha256 }, i) => [sha256, new Blob([contents[i] as Uint8Array<ArrayBuffer>])]),
  )
  const [volume] = (await pack({ checklist, blobs })).files
  const path = testInfo.outputPath('材料包.zip')
  await writeFile(path, Buffer.from((await volume?.arrayBuffer()) ?? new ArrayBuffer(0)))
  const whole = await timeToImport(session, path)

  const random = randomFrom(seed)
  const stored: number[] = []
  for (let i = 0; i < kills; i++) {
    const moment = Math.round(((i + random()) / kills) * 1.1 * whole)
    const when = `seed ${seed}, killed after ${moment} of ${whole} ms`
    await begin(session, path)
    await pass(moment)
    await session.restart('killed')

    // Beside the checklist page, which would tidy up first.
    await session.open('help.html')
    const record = (await readRecords(session.page))[key] as Checklist | undefined
    const before = await storedHashes(session.page)
    stored.push(before.length)
    // All names or none: every view can say what is missing.
    if (record) expect(record.answers['0-1']?.files.length, when).toBe(files.length)
    else expect(before, when).toEqual([])

    const page = await session.open(checklistPage)
    const notice = page.getByText(/上次导入“材料包.zip”没有做完/)
    if (record) {
      await expect(unitHeading(page, agriculture)).toBeVisible()
      const isWhole = before.length === files.length
      await expect(notice).toHaveCount(isWhole ? 0 : 1)
      if (!isWhole)
        await expect(notice).toContainText(
          `48 个附件存好了 ${before.length} 个，还差 ${48 - before.length} 个`,
        )
    }
    await bringIn(page, [path])
    await expect(outcomeOf(page)).toContainText('已导入', { timeout: 30_000 })
    await expect(notice).toHaveCount(0)
    const wanted = Object.fromEntries(files.map(({ sha256 }) => [sha256, sha256]))
    expect(await rehashBlobs(page), when).toEqual(wanted)
  }
  console.log(`seed ${seed}, ${whole} ms undisturbed; files stored at each kill: ${stored.join(', ')}`)
})

/** Begins the import on a computer without any checklist. Resolves the moment when it has read all and begins to store. */
async function begin(session: Session, path: string): Promise<void> {
  const page = await session.open('help.html')
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('yinzheng')
        deleting.onsuccess = resolve
        deleting.onerror = reject
      }),
  )
  await session.open(checklistPage)
  await expect(page.getByRole('button', { name: '开始填报' })).toBeVisible()
  const storing = said(page, '正在保存')
  await bringIn(page, [path])
  await storing
}

/** Resolves the moment the outcome says it: storing is over in less time than a locator waits between two looks. */
function said(page: Page, text: string): Promise<void> {
  return page.evaluate(
    text =>
      new Promise<void>(resolve => {
        const look = () => {
          if (!document.querySelector('[aria-label=导入]')?.textContent?.includes(text)) return
          observer.disconnect()
          resolve()
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      }),
    text,
  )
}

/** In milliseconds, from the moment when it begins to store. */
async function timeToImport(session: Session, path: string): Promise<number> {
  await begin(session, path)
  const start = performance.now()
  await said(session.page, '已导入')
  const whole = Math.round(performance.now() - start)
  await session.restart()
  return whole
}
