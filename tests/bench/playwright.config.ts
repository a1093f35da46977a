import { defineConfig } from 'playwright/test'

/** `npm run bench`: figures as ratios against peers in the same run. Not part of the tests. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  globalSetup: '../browsers.ts',
  outputDir: '../../test-results',
  reporter: 'line',
  workers: 1,
  timeout: 1_800_000,
})
