/**
 * Chromium 86 may delete the files of a transaction while it commits (`io/storage/read-back`). What it gives back of them can't
 * be read; here that is a file that was picked and is gone from the disk.
 */
import { rm } from 'node:fs/promises'
import { expectSaved, openChecklist, pickFiles, tickOf } from '../site/clerk'
import { paper, sha256Of, writePapers } from '../site/papers'
import { rehashBlobs } from '../site/records'
import { expect, test } from './fixtures'

declare global {
  interface Window {
    /** What is given back once in the place of each stored file. */
    gone: File | null
    /** How often each file was put. */
    puts: Record<string, number>
  }
}

const names = ['一.pdf', '二.pdf', '三.pdf']
const contentOf = (name: string) => Buffer.alloc(50_000, name)

for (const [version, times] of [
  ['86', 2],
  ['109', 1],
] as const)
  test.describe(`Chromium ${version}`, () => {
    // Hashing what is stored takes a secure context.
    test.use({ version, way: 'secure' })

    test(`a file is put ${times === 2 ? 'again when it can’t be read back' : 'once, and not read back'}`, async ({
      page,
      session,
    }, testInfo) => {
      const [vanished = ''] = await writePapers(testInfo.outputPath('没了'), {
        '没了.pdf': 'x'.repeat(50_000),
      })
      await page.addInitScript(watch)
      await openChecklist(page, undefined, session.url('2022/checklist.html'))
      await page.evaluate(() => {
        const input = Object.assign(document.createElement('input'), { type: 'file', id: 'vanished' })
        input.onchange = () => {
          window.gone = input.files?.[0] ?? null
        }
        document.body.append(input)
      })
      await page.locator('#vanished').setInputFiles(vanished)
      await expect.poll(() => page.evaluate(() => window.gone?.name)).toBe('没了.pdf')
      await rm(vanished)
      await pickFiles(
        page,
        '0-1',
        names.map(name => paper(name, contentOf(name))),
      )
      await expect(page.getByText('3 个文件 · ')).toBeVisible()
      const hashes = names.map(name => sha256Of(contentOf(name)))
      expect(await page.evaluate(() => window.puts)).toEqual(
        Object.fromEntries(hashes.map(sha256 => [`blob:${sha256}`, times])),
      )
      await page.evaluate(() => {
        window.gone = null
      })
      expect(await rehashBlobs(page)).toEqual(Object.fromEntries(hashes.map(sha256 => [sha256, sha256])))
    })
  })

test.describe('Chromium 86', () => {
  test.use({ version: '86' })

  test('a checklist of 600 files, whose record is a file of its own, stays through all changes', async ({
    page,
    session,
  }) => {
    test.slow()
    await openChecklist(page, undefined, session.url('2022/checklist.html'))
    const devtools = await page.context().newCDPSession(page)
    for (let hundred = 1; hundred <= 6; hundred++) {
      const some = Array.from({ length: 100 }, (_, i) => paper(`${hundred}-${i} 产品质量监督抽检情况.pdf`))
      await pickFiles(page, '0-1', some)
      await expect(page.getByText(`${hundred}00 个文件 · `)).toBeVisible()
      await tickOf(page, '0-2').click()
      // What read the record lets go of it.
      await devtools.send('HeapProfiler.collectGarbage')
    }
    await expectSaved(page)
    await page.reload()
    await expect(page.getByText('600 个文件 · ')).toBeVisible()
  })
})

/** In the page: counts the puts of files, and gives back `gone` the first time that one is read. */
function watch(): void {
  window.gone = null
  window.puts = {}
  const read = new Set<string>()
  const { put, get } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    const name = String(key)
    if (name.startsWith('blob:')) window.puts[name] = (window.puts[name] ?? 0) + 1
    return put.call(this, value, key)
  }
  IDBObjectStore.prototype.get = function (key: IDBValidKey | IDBKeyRange) {
    const request = get.call(this, key)
    const name = String(key)
    if (window.gone && window.puts[name] && !read.has(name)) {
      read.add(name)
      Object.defineProperty(request, 'result', { value: window.gone })
    }
    return request
  }
}
