/** The two main jobs in Firefox, from a portal without https and from a disk, and in WebKitGTK from a portal. */
import { type Engine, expect, test } from './fixtures'
import { fillInAndPack, receiveAndRollUp, restoreAndOpen } from './journeys'

const ways: readonly (readonly [Engine, 'http' | 'file'])[] = [
  ['Firefox', 'http'],
  ['Firefox', 'file'],
  // From a disk its workers can't read files: see the README.
  ['WebKitGTK', 'http'],
]

// A browser takes seconds to start, on a busy machine half a minute.
test.describe.configure({ timeout: 120_000 })

for (const [engine, way] of ways) {
  test.describe(`${engine}, ${way}`, () => {
    test.use({ engine, way })

    test('a clerk adds, reloads and packs; on another computer the bundle brings all back', async ({
      site,
      start,
    }, testInfo) => {
      const tab = await start()
      const zip = await fillInAndPack(tab, site.address, testInfo)
      expect(await tab.driver.evaluate('isSecureContext')).toBe(way === 'file')
      const opened = await restoreAndOpen(await start(), site.address, zip)
      expect(opened).toEqual(
        engine === 'WebKitGTK'
          ? { saved: '2022年度质量强县工作计划' }
          : { title: '青禾县农业农村局：工作计划.txt', text: '2022年度质量强县工作计划', isFree: true },
      )
    })

    test('an office verifies, collates, opens files and rolls up', async ({ site, start }, testInfo) => {
      const opened = await receiveAndRollUp(await start(), site.address, testInfo)
      expect(opened).toEqual(
        engine === 'WebKitGTK'
          ? { saved: '县教育局的计划' }
          : { title: '青禾县教育局：计划.txt', text: '县教育局的计划', isFree: true },
      )
    })
  })
}
