/**
 * Finds the browsers the tests run in: a current Chromium on this machine, and old ones out of npm packages that carry
 * a headless Chromium for Linux x64. Goes through the npm client only, so a registry set by the user holds here too.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'
import { chromium, type FullConfig } from 'playwright/test'

export type Version = '86' | '109' | 'current'

export interface Browser {
  executablePath: string
  /** What the process needs beyond its parent's environment. */
  environment: Record<string, string>
}

interface Package {
  name: string
  version: string
  sha512: string
}

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules/.cache/yinzheng-browsers')
const run = promisify(execFile)

/** The built site, as `npm run build` leaves it. */
export const builtFolder = join(root, 'dist')

/** The npm packages hold Linux x64 programs; elsewhere only the current Chromium is tested. */
export const hasOldBrowsers = process.platform === 'linux' && process.arch === 'x64'

const oldBrowsers: Record<Exclude<Version, 'current'>, Package> = {
  '86': {
    name: 'chrome-aws-lambda',
    version: '5.3.1',
    sha512: 'KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==',
  },
  '109': {
    name: '@sparticuz/chromium',
    version: '109.0.6',
    sha512: '9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==',
  },
}

/** Stands in where no Chromium is installed. */
const newestPackage: Package = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  sha512: 'jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
}

/**
 * Playwright's global setup: the site is built and every browser is in place before two workers ask for them at once.
 * @throws in plain English, which Playwright prints before any test runs
 */
export default async function prepare({ filteredProjects }: FullConfig): Promise<void> {
  const names = filteredProjects.map(project => project.name)
  if (!names.includes('site') && !names.includes('compat')) return
  if (!existsSync(join(builtFolder, 'index.html'))) {
    throw new Error(
      'There is no built site in dist/. Run `npm run build` first, or `npm test`, which does both.',
    )
  }
  // Workers inherit it, so the search happens once.
  process.env.CHROMIUM_PATH = (await findBrowser('current')).executablePath
  if (!names.includes('compat') || !hasOldBrowsers) return
  await findBrowser('86')
  await findBrowser('109')
}

/**
 * Where the browser is and what it needs; an old one is fetched on first use (45 and 58 MB).
 * @throws when there is none, with what to do about it
 */
export async function findBrowser(version: Version): Promise<Browser> {
  if (version === 'current') return describe(await findCurrent())
  if (!hasOldBrowsers) {
    throw new Error(
      `Chromium ${version} is to be had for Linux x64 only, this is ${process.platform} ${process.arch}.`,
    )
  }
  return describe(await fetchPackage(oldBrowsers[version]))
}

async function findCurrent(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH is set to ${chosen}, and there is no such file.`)
  }
  for (const path of [...usualPaths(), chromium.executablePath()]) {
    if (existsSync(path) && (await canStart(path))) return path
  }
  if (hasOldBrowsers) return fetchPackage(newestPackage)
  throw new Error(
    'No Chromium found. Install Chrome, Chromium or Edge, or set CHROMIUM_PATH to its program file.',
  )
}

function usualPaths(): string[] {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'msedge',
    'microsoft-edge',
  ]
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return [
    ...names.flatMap(name => onPath.map(folder => join(folder, name + suffix))),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
    ...['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap(
      folder =>
        folder === undefined
          ? []
          : ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map(path =>
              join(folder, path),
            ),
    ),
  ]
}

/** Ubuntu's /usr/bin/chromium-browser may be a note about snap; on Windows `--version` would open a window instead. */
async function canStart(path: string): Promise<boolean> {
  if (process.platform === 'win32') return true
  return run(path, ['--version'], { timeout: 20_000 }).then(
    () => true,
    () => false,
  )
}

/** The unpacked browser's path. A killed run leaves only a folder of another name, so what is there is whole. */
async function fetchPackage({ name, version, sha512 }: Package): Promise<string> {
  const folder = join(cache, `${name.replace(/^@/, '').replace('/', '-')}-${version}`)
  const executablePath = join(folder, 'chromium')
  if (existsSync(executablePath)) return executablePath
  console.log(`Fetching ${name} ${version} for its Chromium …`)
  await mkdir(cache, { recursive: true })
  const temporary = await mkdtemp(`${folder}.`)
  try {
    const tarball = await download(`${name}@${version}`, temporary)
    const found = await digest(tarball)
    if (found !== sha512)
      throw new Error(`Cannot use ${name} ${version}: its SHA-512 is ${found}, not ${sha512}.`)
    await run('tar', ['-xzf', tarball, '-C', temporary, '--no-same-owner'])
    const ready = join(temporary, 'ready')
    await mkdir(ready)
    await unpackBrotli(join(temporary, 'package/bin'), ready)
    await writeFile(join(ready, 'fonts.conf'), fontConfiguration)
    // Another run may have been faster; its folder is as good.
    await rename(ready, folder).catch(error => {
      if (!existsSync(executablePath)) throw error
    })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
  return executablePath
}

async function download(spec: string, folder: string): Promise<string> {
  await run('npm', ['pack', spec, '--pack-destination', folder, '--prefer-offline', '--loglevel=error'], {
    cwd: root,
    timeout: 600_000,
  }).catch(error => {
    throw new Error(
      `Cannot fetch ${spec} with \`npm pack\`. Is the npm registry within reach?\n${error.stderr ?? error}`,
    )
  })
  const tarball = (await readdir(folder)).find(name => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error(`Cannot fetch ${spec}: \`npm pack\` left no file.`)
  return join(folder, tarball)
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return hash.digest('base64')
}

/** `chromium.br` becomes the program; the `….tar.br` beside it (libraries, fonts, software GL) are unpacked around it. */
async function unpackBrotli(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) {
    if (!name.endsWith('.br')) continue
    const path = join(to, name.slice(0, -'.br'.length))
    await pipeline(
      createReadStream(join(from, name)),
      createBrotliDecompress(),
      createWriteStream(path, { mode: 0o755 }),
    )
    if (!path.endsWith('.tar')) continue
    await run('tar', ['-xf', path, '-C', to, '--no-same-owner'])
    await rm(path)
  }
}

/** Chromium crashes where there is no font at all; the packages bring one, which comes after the system's. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <dir prefix="relative">.fonts</dir>
</fontconfig>
`

/** What `executablePath` needs to start on this machine. */
async function describe(executablePath: string): Promise<Browser> {
  // In a container's bare C locale Chromium can't open a file with a Chinese name.
  const environment: Record<string, string> = { LC_ALL: 'C.UTF-8' }
  if (!executablePath.startsWith(cache)) return { executablePath, environment }
  environment.FONTCONFIG_FILE = join(dirname(executablePath), 'fonts.conf')
  const { stdout } = await run('ldd', [executablePath]).catch(() => ({ stdout: '' }))
  if (stdout.includes('not found')) {
    // The old packages count on the system for NSPR; the newest brings it, but leaves SQLite to the old ones.
    const paths = [await fetchPackage(newestPackage), await fetchPackage(oldBrowsers['109'])]
    environment.LD_LIBRARY_PATH = paths.map(path => join(dirname(path), 'lib')).join(delimiter)
  }
  return { executablePath, environment }
}
