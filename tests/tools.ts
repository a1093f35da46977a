/** Programs that are not ours and that read what we write. `.ci/run` installs them all. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, delimiter, dirname, extname, join } from 'node:path'
import { test } from 'playwright/test'

/** Where a program lies. Without it the test is skipped, and says so; in CI it fails, because there it must be. */
function find(program: string): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = folders.map(folder => join(folder, program)).find(existsSync)
  if (!found && process.env.CI) throw new Error(`Cannot run ${program}: it is not installed`)
  test.skip(!found, `${program} is not installed`)
  return found as string
}

/** For a test that runs a program by itself. */
export function needs(program: string): void {
  find(program)
}

/** What a program prints. */
export function run(program: string, ...options: string[]): string {
  // What it says on the side is only of interest when it fails, and stands in the error then.
  const settings = { encoding: 'utf8', stdio: 'pipe', timeout: 50_000, maxBuffer: 2 ** 26 } as const
  return execFileSync(find(program), options, settings)
}

/** Converts an office file with LibreOffice. `filter` as it names its filters, e.g. `pdf`. @returns the new file's path */
export function convertWithOffice(path: string, filter: string, folder = dirname(path)): string {
  const profile = `-env:UserInstallation=file://${path}.profile`
  run('soffice', profile, '--headless', '--convert-to', filter, '--outdir', folder, path)
  return join(folder, `${basename(path, extname(path))}.${filter.split(':')[0]}`)
}

/** A PDF's pages as text, in reading order. */
export function pagesOf(pdf: string): string[] {
  return run('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1)
}

/** A line of `pdfinfo`, e.g. `Page size`. */
export function pdfFact(pdf: string, name: string): string {
  return new RegExp(`^${name}: +(.*)$`, 'm').exec(run('pdfinfo', pdf))?.[1] ?? ''
}
