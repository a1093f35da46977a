/** Odd archives and verifying in old browsers, from a portal and from a disk: by SHA-256 alone, and by what other tools' bags ask for. */
import { rm } from 'node:fs/promises'
import { countErrors, type Finding } from '../../src/core/bag/finding'
import { benchFolder } from '../bench/folder'
import { packSound, zipOf } from '../unit/bag/bags'
import { foreignBag } from '../unit/bag/foreign-bags'
import { pathsOf, specimens } from '../unit/zip/specimens'
import { diagonal, expect, test } from './fixtures'

declare const bench: { list(input: HTMLInputElement): Promise<Finding[]> }

for (const [version, way] of diagonal) {
  test.describe(`Chromium ${version}, ${way}`, () => {
    test.use({
      version,
      way,
      folder: async ({}, use) => {
        const folder = await benchFolder('verifiers', 'chrome86')
        await use(folder)
        await rm(folder, { recursive: true })
      },
    })

    test('bundles and bags of other tools are hashed by every algorithm their manifests name', async ({
      session,
    }) => {
      const page = await session.open('index.html')
      const foreign = foreignBag({ algorithms: ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] })
      const find = async (...zips: Blob[]) => {
        const files = zips.map(async (zip, i) => ({
          name: `${i}.zip`,
          mimeType: 'application/zip',
          buffer: Buffer.from(await zip.arrayBuffer()),
        }))
        await page.locator('input').setInputFiles(await Promise.all(files))
        return page.locator('input').evaluate(input => bench.list(input as HTMLInputElement))
      }
      expect(await find(await packSound(), await zipOf(foreign, 'bag/'))).toEqual([{ code: 'foreign-bag' }])
      for (const algorithm of ['md5', 'sha1', 'sha224', 'sha384', 'sha512']) {
        const path = 'data/hello.txt'
        const manifest = `manifest-${algorithm}.txt`
        const text = Buffer.from(foreign.get(manifest) ?? '').toString()
        const broken = new Map(foreign)
        broken.set(manifest, new Uint8Array(Buffer.from(text.replace(/^.{8}/, '00000000'))))
        expect(await find(await zipOf(broken, 'bag/'))).toEqual([
          { code: 'altered', path },
          { code: 'altered', path: manifest },
          { code: 'foreign-bag' },
        ])
      }
    })

    test('tars, joined ZIPs, ZIP64, odd paths and GBK names are read as in a new browser', async ({
      session,
    }, testInfo) => {
      const page = await session.open('index.html')
      const sound = specimens.filter(
        ({ files, units, says }) => files.length === 1 && units.length > 0 && !says,
      )
      expect(sound.length).toBeGreaterThan(10)
      for (const specimen of sound) {
        await page.locator('input').setInputFiles(await pathsOf(specimen, testInfo.outputPath('收件')))
        const findings = await page.locator('input').evaluate(input => bench.list(input as HTMLInputElement))
        expect(countErrors(findings), specimen.what).toBe(0)
      }
    })
  })
}
