/** What WebKit does (Safari, every browser on iOS), done to the current browser: none of its own is at hand. */
import { readFile } from 'node:fs/promises'
import { bringIn, expectFilledIn, fillIn, outcomeOf, packed, save } from './bringing'
import { byItem, openBundle } from './bundle'
import { act, downloadBundle } from './clerk'
import { expect, test } from './fixtures'

test('where a slice of a file is stored as the whole file, an import keeps each file’s own bytes', async ({
  page,
  browser,
  guard,
  site,
}, testInfo) => {
  await fillIn(page)
  const zip = await downloadBundle(page, testInfo.outputPath('第一台'))
  const context = await browser.newContext({ baseURL: site.url() })
  guard.watch(context)
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'vendor', { get: () => 'Apple Computer, Inc.' })
    const wholes = new WeakMap<Blob, Blob>()
    const slice = Blob.prototype.slice
    Blob.prototype.slice = function (this: Blob, ...range) {
      const part = slice.apply(this, range)
      const whole = wholes.get(this) ?? (this instanceof File ? this : undefined)
      if (whole) wholes.set(part, whole)
      return part
    }
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      return put.call(this, (value instanceof Blob && wholes.get(value)) || value, key)
    }
  })
  const other = await context.newPage()
  await other.goto('2022/checklist.html')
  await bringIn(other, [zip])
  await expect(outcomeOf(other)).toContainText('新增 3 个文件')
  await other.reload()
  await expectFilledIn(other)
  const saved = await save(other, testInfo.outputPath('另存'), () =>
    act(other, '11-2-1', '种子抽检.pdf', '另存'),
  )
  expect(await readFile(saved, 'utf8')).toBe('种子抽检.pdf')
  const again = await openBundle(await downloadBundle(other, testInfo.outputPath('第二台')))
  expect(again.findings).toEqual([])
  expect(byItem(again)).toEqual(packed)
  await context.close()
})
