/** Smaller photos, in a browser of 2020 and today's, without a secure context: upright, small, and back with one press. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright/test'
import { megabyte, writeLarge } from '../site/bringing'
import { openBundle } from '../site/bundle'
import { agriculture, checklistPage, expectAttached, openStep, pickFiles, startUnit } from '../site/clerk'
import { paper, sha256Of } from '../site/papers'
import { expect, test } from './fixtures'

/** A JPEG of 3000 × 2000 as a camera stores it that was turned: its upper left quarter is red, the rest is noise. */
async function takePhoto(page: Page, seed: number): Promise<Buffer> {
  const base64 = await page.evaluate(async seed => {
    const canvas = document.createElement('canvas')
    canvas.width = 3000
    canvas.height = 2000
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    const image = context.createImageData(3000, 2000)
    let random = seed
    for (let i = 0; i < image.data.length; i++) {
      random = (Math.imul(random, 1664525) + 1013904223) >>> 0
      image.data[i] = i % 4 === 3 ? 255 : 128 + (random >>> 27)
    }
    context.putImageData(image, 0, 0)
    context.fillStyle = '#f00'
    context.fillRect(0, 0, 1500, 1000)
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] as string
  }, seed)
  const plain = Buffer.from(base64, 'base64')
  // Orientation 6: what is stored at the upper left is seen at the upper right.
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010006000000000000', 'hex')
  return Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)])
}

/** A picture as the page shows it: its size and the colours in the middle of its quarters. */
async function look(page: Page, bytes: Buffer) {
  return page.evaluate(async base64 => {
    const picture = new Image()
    picture.src = `data:image/jpeg;base64,${base64}`
    await picture.decode()
    const { naturalWidth: width, naturalHeight: height } = picture
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    context.drawImage(picture, 0, 0)
    const isRed = (x: number, y: number) => {
      const [red = 0, green = 0] = context.getImageData(x * width, y * height, 1, 1).data
      return red > 200 && green < 60
    }
    const corners = { leftTop: isRed(0.2, 0.2), rightTop: isRed(0.8, 0.2), leftBottom: isRed(0.2, 0.8) }
    return { width, height, corners }
  }, bytes.toString('base64'))
}

/** Presses a button of the region the moment it is drawn: before the first photo can be done. */
async function pressWhenShown(region: Locator, label: string): Promise<void> {
  await region.evaluate((element, label) => {
    const observer = new MutationObserver(() => {
      const button = [...element.querySelectorAll('button')].find(one => one.textContent === label)
      if (!button) return
      observer.disconnect()
      button.click()
    })
    observer.observe(element, { childList: true, subtree: true })
  }, label)
}

for (const version of ['86', 'current'] as const) {
  test.describe(`Chromium ${version}`, () => {
    test.use({ version, way: 'http' })

    test('photos are made smaller when asked, not once it was stopped, upright, the rest untouched, and come back with one press', async ({
      session,
    }, testInfo) => {
      const page = await session.open(checklistPage)
      await startUnit(page, agriculture)
      const [photo, other] = [await takePhoto(page, 1), await takePhoto(page, 2)]
      expect(photo.length).toBeGreaterThan(megabyte)
      const cut = other.subarray(0, other.length - 4)
      const [large = ''] = await writeLarge(testInfo.outputPath(), [36])
      await pickFiles(page, '0-2', [
        paper('揭牌.jpg', photo),
        paper('会场.JPG', other),
        paper('坏的.jpg', cut),
        paper('计划.txt'),
      ])
      await pickFiles(page, '0-3', [large])
      await expectAttached(page, '0-2', ['计划.txt', '揭牌.jpg', '会场.JPG', '坏的.jpg'])
      await expectAttached(page, '0-3', ['大文件1.bin'])
      await openStep(page, '核对报送')
      const photos = page.getByRole('region', { name: '照片太大' })
      await expect(photos).toContainText('把 3 张照片缩小（建议）')

      await pressWhenShown(photos, '停止')
      await photos.getByRole('button', { name: '缩小 3 张照片' }).click()
      await expect(photos).toContainText('缩小了 0 张，其余的没有动。')
      await photos.getByRole('button', { name: '知道了' }).click()

      await photos.getByRole('button', { name: '缩小 3 张照片' }).click()
      await expect(photos).toContainText('缩小了 2 张，其余的没有动。')
      await photos.getByText('没有缩小的 1 张').click()
      await expect(photos).toContainText('坏的.jpg：读不出来，可能已经损坏')
      await openStep(page, '备材料')
      await expectAttached(page, '0-2', ['计划.txt', '揭牌.jpg', '会场.JPG', '坏的.jpg'])
      await openStep(page, '核对报送')

      await page.getByRole('radio', { name: /U 盘/ }).check()
      const { path } = await session.download(() =>
        page.getByRole('button', { name: '打成 1 个压缩包并下载' }).click(),
      )
      const bundle = await openBundle(path)
      expect(bundle.findings).toEqual([])
      const ofItem = (name: string) =>
        Object.keys(bundle.payload).find(path => path.endsWith(`/${name}`)) ?? name
      const copy = await readFile(`${bundle.folder}/${ofItem('揭牌.jpg')}`)
      expect(copy.length).toBeLessThan(0.75 * photo.length)
      expect(await look(page, copy)).toEqual({
        width: 1333,
        height: 2000,
        corners: { leftTop: false, rightTop: true, leftBottom: false },
      })
      expect(bundle.payload[ofItem('坏的.jpg')]).toBe(sha256Of(cut))
      expect(bundle.payload[ofItem('计划.txt')]).toBe(sha256Of('计划.txt'))

      await photos.getByRole('button', { name: '撤销，用回原图' }).click()
      await expect(photos).toContainText('把 3 张照片缩小（建议）')
      const { path: again } = await session.download(() =>
        page.getByRole('button', { name: '打成 1 个压缩包并下载' }).click(),
      )
      const before = await openBundle(again)
      expect(before.payload[ofItem('揭牌.jpg')]).toBe(sha256Of(photo))
      expect(before.payload[ofItem('会场.JPG')]).toBe(sha256Of(other))
    })
  })
}
