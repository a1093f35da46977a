/** A downloaded bundle opened with tools that are not ours: unzip and Python. */
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface OpenedBundle {
  /** The bag, unpacked. */
  folder: string
  /** What Python found wrong; nothing in a sound bundle. */
  findings: string[]
  /** SHA-256 by path inside the bag. */
  payload: Record<string, string>
  /** When its entries were written, as an archive program shows it: `2022-12-20 09:00`. */
  written: string[]
  checklist: {
    id: string
    returned?: { notes: Record<string, { response: string }> }
    unit: { name: string }
    answers: Record<string, PackedAnswer>
    report: { texts: Record<string, string> }
  }
}

interface PackedAnswer {
  ready: boolean
  notApplicable: boolean
  reason: string
  remark: string
  files: { sha256: string; name: string; originalName: string; size: number }[]
}

const run = promisify(execFile)
const checker = fileURLToPath(new URL('bundle.py', import.meta.url))
// Both tools take file names for bytes of the locale.
const env = { ...process.env, LC_ALL: 'C.UTF-8', PYTHONUTF8: '1' }

/** @throws when `unzip` or Python's zipfile can't read the archive at all. */
export async function openBundle(zip: string): Promise<OpenedBundle> {
  await run('unzip', ['-tqq', zip], { env })
  await run('unzip', ['-qq', '-o', zip, '-d', dirname(zip)], { env })
  const { stdout } = await run('python3', [checker, zip], { env, maxBuffer: 2 ** 26 })
  const { root, ...checked } = JSON.parse(stdout) as OpenedBundle & { root: string }
  const folder = join(dirname(zip), root)
  return { ...checked, folder, checklist: JSON.parse(await readFile(join(folder, 'checklist.json'), 'utf8')) }
}

/** Any archive, tested and unpacked by `unzip`: what lies in it, by path. */
export async function unpack(zip: string): Promise<Record<string, string>> {
  await run('unzip', ['-tqq', zip], { env })
  const folder = `${zip}.unpacked`
  await run('unzip', ['-qq', '-o', zip, '-d', folder], { env })
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found.flatMap(entry => (entry.isFile() ? join(entry.parentPath, entry.name) : []))
  const contents = await Promise.all(
    paths.map(async path => [relative(folder, path), await readFile(path, 'utf8')] as const),
  )
  return Object.fromEntries(contents)
}

/** When an archive's entries were written, as `unzip -l` shows it: `2022-12-20 09:00`. */
export async function timesIn(zip: string): Promise<string[]> {
  const { stdout } = await run('unzip', ['-l', zip], { env })
  return [...new Set(stdout.match(/\d{4}-\d\d-\d\d \d\d:\d\d/g))]
}

/**
 * The payload as file name and SHA-256 by item id, which begins the name of the folder the files lie in. Files of 待归类,
 * in no item's folder, are left out.
 */
export function byItem({ payload }: OpenedBundle): Record<string, Record<string, string>> {
  const items: Record<string, Record<string, string>> = {}
  for (const [path, sha256] of Object.entries(payload)) {
    if (path.startsWith('data/98_待归类/')) continue
    const [, , folder = '', ...names] = path.split('/')
    const id = folder.replace(/_.*$/, '')
    items[id] = { ...items[id], [names.join('/')]: sha256 }
  }
  return items
}
