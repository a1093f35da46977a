/** The built site in engines that Playwright does not drive, from a portal and from a disk. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test as base, expect } from 'playwright/test'
import { builtFolder } from '../../browsers'
import { serve } from '../../server'
import { portalHost, portalPath } from '../../site/fixtures'
import { startFirefox } from './firefox'
import { Tab } from './tab'
import { startWebKit } from './webkit'

export { expect }

export type Engine = 'Firefox' | 'WebKitGTK'

interface Fixtures {
  engine: Engine
  /** `http`: a portal without https, not a secure context. `file`: the folder opened from a disk. */
  way: 'http' | 'file'
  /** Where the site is found, with a slash at the end, and the port it is served at; 0 on a disk. */
  site: { address: string; port: number }
  /** Starts the engine as on a new computer. All of them end with the test, and none may have complained. */
  start(): Promise<Tab>
}

export const test = base.extend<Fixtures>({
  engine: ['Firefox', { option: true }],
  way: ['http', { option: true }],
  site: async ({ way }, use) => {
    if (way === 'file') return use({ address: `${pathToFileURL(builtFolder)}/`, port: 0 })
    const server = await serve(builtFolder, { prefix: portalPath, host: portalHost })
    await use({ address: server.url(), port: server.port })
    await server.close()
  },
  start: async ({ engine, site }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'yinzheng-engine-'))
    const tabs: Tab[] = []
    try {
      await use(async () => {
        const own = await mkdtemp(join(folder, 'computer-'))
        const downloads = join(own, 'downloads')
        const driver =
          engine === 'Firefox' ? await startFirefox(downloads) : await startWebKit(own, downloads, site.port)
        const tab = new Tab(driver, downloads)
        tabs.push(tab)
        return tab
      })
      expect(
        tabs.flatMap(({ driver }) => driver.problems()),
        'what the pages complained of',
      ).toEqual([])
    } finally {
      await Promise.all(tabs.map(({ driver }) => driver.close()))
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
})
