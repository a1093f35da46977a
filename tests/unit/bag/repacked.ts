/** One bundle, unpacked to disk and packed again as people do, by tools that are not ours. */
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Checklist } from '../../../src/core/checklist/checklist'
import { run } from '../../tools'
import { bytesOf, pack, type Stored, sha256Of } from '../generate'
import { test } from '../runner'
import { checklistAfter, fileOf, freeze } from '../samples'
import { packWith, packWithPython, pythonText } from '../zip/archives'

const contents = new Map<string, Uint8Array<ArrayBuffer>>([
  ['领导小组文件.pdf', bytesOf('a', 40_000)],
  ['现场照片.jpg', bytesOf('b', 9_000)],
  // Deflates, unlike the others.
  ['会议纪要.txt', new Uint8Array(Buffer.from('质量强县工作会议纪要。'.repeat(900)))],
])

const files = [...contents].map(([name, bytes]) =>
  fileOf(name, '', { sha256: sha256Of(bytes), size: bytes.length, crc32: crc32(bytes) }),
)
const [order, photo, minutes] = files
if (!order || !photo || !minutes) throw new Error('Cannot make samples')

/** Three files, one of them for two items. */
export const original: Stored = freeze({
  checklist: checklistAfter(
    { kind: 'add-files', item: '0-1', files: [order, photo] },
    { kind: 'add-files', item: '7-1-1', files: [minutes, photo] },
    { kind: 'set-ready', item: '0-1', ready: true },
    { kind: 'set-remark', item: '7-1-1', remark: '纸质件另附。\n共两份。' },
  ),
  blobs: new Map([...contents.values()].map(bytes => [sha256Of(bytes), new Blob([bytes])])),
})

let packed: ReturnType<typeof pack> | undefined
let inVolumes: ReturnType<typeof pack> | undefined

/** The whole bundle of the checklist. That of `original` is packed once for all who ask. */
export async function packOriginal(checklist: Checklist = original.checklist): Promise<File> {
  if (checklist === original.checklist) {
    packed ??= pack(original)
    return (await packed).files[0] as File
  }
  return (await pack({ checklist, blobs: original.blobs })).files[0] as File
}

/** Volumes so small that each file has one of its own; packed once for all who ask. */
export async function packVolumes(): Promise<File[]> {
  inVolumes ??= pack(original, 1)
  return [...(await inVolumes).files]
}

/** The folder that holds the unpacked bundles' folders. */
export async function unpack(...bundles: readonly File[]): Promise<string> {
  const folder = test.info().outputPath('unpacked')
  mkdirSync(folder, { recursive: true })
  for (const bundle of bundles) {
    const zip = test.info().outputPath(bundle.name)
    writeFileSync(zip, Buffer.from(await bundle.arrayBuffer()))
    run('python3', '-m', 'zipfile', '-e', zip, folder)
  }
  return folder
}

/** What people do to an unpacked bundle; `folder` holds `name`. Gives the bytes of the new archive. */
type Repack = (folder: string, name: string) => Uint8Array<ArrayBuffer>

const zip: Repack = folder => packWith('zip', ['-q', '-r', 'made.zip', '.'], folder)

/** All files below `folder`, by their path in it. */
function walk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

const bagIt = ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt']

export const repackings: Record<string, Repack> = {
  'deflated by zip': zip,
  'deflated by 7z': (folder, name) => packWith('7z', ['a', '-tzip', 'made.zip', name], folder),
  'stored by 7z': (folder, name) => packWith('7z', ['a', '-tzip', '-mx=0', 'made.zip', name], folder),
  'with GBK names, as 360压缩 and WinRAR write them': folder =>
    packWithPython(
      'class Gbk(zipfile.ZipInfo):',
      '  def _encodeFilenameFlags(self): return self.filename.encode("gb18030"), self.flag_bits & ~0x800',
      ...walk(folder).map(
        path =>
          `archive.writestr(Gbk(${pythonText(path)}), open(${pythonText(join(folder, path))}, "rb").read(), 8)`,
      ),
    ),
  'with backslashes': folder =>
    packWithPython(
      ...walk(folder).map(
        path => `archive.write(${pythonText(join(folder, path))}, ${pythonText(path.replace(/\//g, '\\'))})`,
      ),
    ),
  'moved one folder deeper': (folder, name) => {
    mkdirSync(join(folder, '各科室交来的材料'))
    renameSync(join(folder, name), join(folder, '各科室交来的材料', name))
    return zip(folder, name)
  },
  'without any folder around it': (folder, name) => zip(join(folder, name), name),
  'without the BagIt files': (folder, name) => {
    for (const path of bagIt) rmSync(join(folder, name, path))
    return zip(folder, name)
  },
  'with Thumbs.db, desktop.ini and __MACOSX': (folder, name) => {
    for (const path of walk(folder).filter(path => path.includes('/data/')))
      writeFileSync(join(folder, path, '../Thumbs.db'), bytesOf(path, 9_000))
    writeFileSync(join(folder, name, 'desktop.ini'), '[.ShellClassInfo]')
    mkdirSync(join(folder, '__MACOSX', name), { recursive: true })
    writeFileSync(join(folder, '__MACOSX', name, '._checklist.json'), bytesOf('mac', 200))
    writeFileSync(join(folder, '__MACOSX', 'checklist.json'), '{}')
    return zip(folder, name)
  },
  'with the files renamed and thrown together': (folder, name) => {
    const paths = walk(folder).filter(path => path.includes('/data/'))
    for (const [i, path] of paths.entries()) renameSync(join(folder, path), join(folder, name, `${i}.dat`))
    rmSync(join(folder, name, 'data'), { recursive: true })
    return zip(folder, name)
  },
  'with names in NFD, as macOS writes them': folder =>
    packWithPython(
      ...walk(folder).map(
        path => `archive.write(${pythonText(join(folder, path))}, ${pythonText(path.normalize('NFD'))})`,
      ),
    ),
}
