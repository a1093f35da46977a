/** `bagit.py`, a BagIt check in Python that knows nothing of our code, asked by the tests. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'playwright/test'
import { runToEnd } from './tools'

const program = fileURLToPath(new URL('bagit.py', import.meta.url))

/** What it says of these volumes together, a line each; its exit status must say the same. */
export async function checkBags(paths: readonly string[]): Promise<string[]> {
  const { stdout, stderr, code } = await runToEnd('python3', [program, ...paths])
  const findings = stdout.split('\n').filter(line => line !== '')
  expect(code, stdout + stderr).toBe(findings.length > 0 ? 1 : 0)
  return findings
}

/** The same of volumes that are on no disk yet; `name` is that of the folder they are put into. */
export async function checkFiles(files: readonly File[], name = 'bags'): Promise<string[]> {
  const folder = test.info().outputPath(name)
  await mkdir(folder, { recursive: true })
  const paths = files.map(file => join(folder, file.name))
  for (const [i, path] of paths.entries())
    await writeFile(path, Buffer.from(await (files[i] as File).arrayBuffer()))
  return checkBags(paths)
}
