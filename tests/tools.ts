/**
 * Programs that are not ours and that read what we write; `.ci/run` installs them all. A test that runs one is tagged
 * with `withTools` and belongs to the project `tools`: `unit` starts no program.
 */
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from 'playwright/test'

/** For the second argument of `test()`. */
export const withTools = { tag: '@tools' }

/** A bare C locale would make Python write ASCII. */
const environment = () => ({ ...process.env, PYTHONUTF8: '1' })

/** What a program says on the side is only of interest when it fails, and stands in the error then. */
const settings = { encoding: 'utf8', stdio: 'pipe', timeout: 50_000, maxBuffer: 2 ** 28 } as const

/** The program's path. Without it the test is skipped, and says so; in CI it fails, because there it must be. */
function find(program: string): string {
  if (test.info().project.name === 'unit')
    throw new Error(`Cannot run ${program} in the project unit: give the test the tag withTools`)
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = folders.map(folder => join(folder, program)).find(existsSync)
  if (!found && process.env.CI) throw new Error(`Cannot run ${program}: it is not installed`)
  test.skip(!found, `${program} is not installed`)
  return found as string
}

/** For a test that runs the program later, or has another program run it. @returns its path */
export function needs(program: string): string {
  return find(program)
}

/** What a program prints. @throws what it says on the side where it fails */
export function run(program: string, ...args: string[]): string {
  return execFileSync(find(program), args, { ...settings, env: environment() })
}

/** The same, started in `folder`. */
export function runIn(folder: string, program: string, ...args: string[]): string {
  return execFileSync(find(program), args, { ...settings, env: environment(), cwd: folder })
}

/** What lines of Python print; `args` are its `sys.argv[1:]`. */
export function runPython(lines: string, ...args: string[]): string {
  return run('python3', '-c', lines, ...args)
}

/** How a program ends that may find fault with what it is given. */
export function judge(program: string, ...args: string[]): { status: number | null; stdout: string } {
  return spawnSync(find(program), args, { ...settings, env: environment() })
}

/** The same of a program that takes its time: its exit status and all it prints, the errors last. */
export function runToEnd(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const all = { maxBuffer: settings.maxBuffer, ...options, env: { ...environment(), ...options.env } }
  return new Promise(resolve => {
    const child = execFile(find(program), args, all, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, stdout, stderr }),
    )
  })
}

/** LibreOffice's settings: a folder of this worker's own, for two at once would shut each other out. It fills it at the first start. */
const officeProfile = join(tmpdir(), `yinzheng-office-${process.pid}`)
process.on('exit', () => rmSync(officeProfile, { recursive: true, force: true }))

/** Converts an office file with LibreOffice. `filter` as it names its filters, e.g. `pdf`. @returns the new file's path */
export function convertWithOffice(path: string, filter: string, folder = dirname(path)): string {
  const profile = `-env:UserInstallation=${pathToFileURL(officeProfile)}`
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
