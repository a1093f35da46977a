/** Times the build with 50 editions and with one. It prints figures and has no limit to fail. */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test } from 'playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('building 50 editions', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yinzheng-bench-editions-'))
  try {
    const one = await timeBuild(folder, 1)
    const fifty = await timeBuild(folder, 50)
    console.log(`| build 1 edition | ${(one / 1000).toFixed(1)} s |`)
    console.log(`| build 50 editions | ${(fifty / 1000).toFixed(1)} s | ${(fifty / one).toFixed(1)} × |`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Milliseconds of `npm run build` with `count` copies of 2022, each with the year of its folder. */
async function timeBuild(folder: string, count: number): Promise<number> {
  const content = join(folder, `content-${count}`)
  cpSync(join(root, 'content/site.yaml'), join(content, 'site.yaml'))
  for (let year = 2022; year < 2022 + count; year++) {
    cpSync(join(root, 'content/2022'), join(content, String(year)), { recursive: true })
  }
  const start = performance.now()
  await promisify(execFile)('npm', ['run', 'build', '--', '--outDir', join(folder, `dist-${count}`)], {
    cwd: root,
    env: { ...process.env, CONTENT: content },
    shell: process.platform === 'win32',
    maxBuffer: 2 ** 26,
  })
  return performance.now() - start
}
