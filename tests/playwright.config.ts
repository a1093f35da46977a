import { defineConfig } from 'playwright/test'

export default defineConfig({
  globalSetup: ['./browsers.ts', './other-county.ts'],
  outputDir: '../test-results',
  reporter: [['list'], ['./reporter.ts']],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { screenshot: 'only-on-failure' },
  projects: [
    // The loop for the hand: no browser, no build, no other program, few of each property's cases. A worker takes whole
    // files, so that each is loaded once.
    { name: 'unit', testDir: './unit', grepInvert: /@tools|@large/, fullyParallel: false },
    { name: 'tools', testDir: './unit', grep: /@tools|@large|@property/ },
    {
      name: 'site',
      testDir: './site',
      use: { viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
    },
    { name: 'compat', testDir: './compat' },
  ],
})
