import { defineConfig } from 'playwright/test'

/** `npm run pictures`: takes README's pictures from the built site. Not part of the tests. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.pictures.ts',
  globalSetup: '../browsers.ts',
  outputDir: '../../test-results',
  reporter: 'line',
  workers: 1,
  use: { viewport: { width: 1200, height: 620 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
})
