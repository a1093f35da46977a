/** Archives that were once judged wrongly, one of each kind, and what must be said of each. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packZip, type ZipEntry } from '../../../src/io/zip/pack-zip'
import { date } from './archives'

const folder = fileURLToPath(new URL('../../fixtures/archives/', import.meta.url))
const recordMark = Buffer.from('PK\u0001\u0002')
const office = '崇阳县市场监督管理局'

export interface Specimen {
  what: string
  /** Picked together. */
  files: string[]
  /** Units whose hand-ins are in it. */
  units: string[]
  /** Said of what the office received; of units, that something is wrong. */
  says?: RegExp
  /** How many things speak against the unit, 0 where none is given. */
  errors?: number
  /** Said of what a clerk brings in, besides the units. */
  importSays?: RegExp
}

const sound = (what: string, ...files: string[]): Specimen => ({ what, files, units: [office] })
const noBundle = /没有 checklist\.json/
const foreign = (what: string, file: string, says: RegExp): Specimen => {
  return { what, files: [file], units: [], says, importSays: noBundle }
}
const named = (what: string, file: string, says: RegExp): Specimen => {
  return { what, files: [file], units: [], says, importSays: says }
}

export const specimens: Specimen[] = [
  sound('lock files of Office, LibreOffice and WPS', '02-lock-files.zip'),
  { what: 'two ZIPs joined by copy /b', files: ['03-copy-b.zip'], units: ['县甲局', '县乙局'] },
  { what: 'two bundles in a tar', files: ['03-two-bundles.tar'], units: ['县甲局', '县乙局'] },
  sound('paths that begin with ./', '04-bsdtar-dot.zip'),
  sound('paths with two slashes', '04-double-slash.zip'),
  sound('paths that begin with a slash', '04-leading-slash.zip'),
  sound('ZIP64 by a library', '05-archiver-forceZip64.zip'),
  sound('ZIP64 by zip -fz', '05-infozip-fz.zip'),
  sound('ZIP64 entries by another library', '05-yazl-zip64-entries.zip'),
  sound('pieces, all there', '06-7z-split.zip.001', '06-7z-split.zip.002', '06-7z-split.zip.003'),
  named('a piece alone', '06-7z-split.zip.002', /第 2 段.*\.001 起.*一起选进来/),
  {
    what: 'pieces without the last',
    files: ['06-7z-split.zip.001', '06-7z-split.zip.002'],
    units: [],
    says: /第 1～2 段.*\.003 起/,
    importSays: /第 1～2 段.*\.003 起/,
  },
  sound('a bundle in a ZIP', '07-import-nested.zip'),
  named('a 7z in a ZIP', '08-7z-inside.zip', /7z 压缩包：材料包\.7z.*解压/),
  named('a RAR in a ZIP', '08-rar-inside.zip', /RAR 压缩包：材料包\.rar.*解压/),
  sound('a tar of an unpacked bundle', '09-bag.tar'),
  sound('a wrong comment length', '09-comment-length.zip'),
  sound('zeros behind', '09-zeros-100k.zip'),
  sound('Icon files of macOS', '10-mac-icon-cr.zip'),
  sound('GBK names under the UTF-8 flag', '11-gbk-flagged-utf8.zip'),
  {
    what: 'one name that can’t be decoded',
    files: ['11-one-bad-name.zip'],
    units: [office],
    says: /多出文件：data\/00_共性资料\/很长的名/,
    errors: 2,
  },
  foreign('200,000 findings', '12-many-findings.zip', /还有 \d+ 处/),
  foreign('300,000 spaces in bag-info.txt', '13-slow-bag-info.zip', /bag-info\.txt 第 1 行/),
  named('2,000 encrypted entries', '14-import-encrypted-2000.zip', /有 2000 个文件加了密码/),
  foreign('two spaces in bagit.txt before 1.0', '15-bag-decl-two-spaces-0.97.zip', /文件已核对/),
  foreign('a backslash in a manifest', '15-bag-manifest-backslash.zip', /指向包外的路径：data\\a\.txt/),
  foreign('Payload-Oxum twice', '15-bag-oxum-twice.zip', /Payload-Oxum）写了 2 遍/),
  foreign('SHA-384', '15-bag-sha384.zip', /没有写进 manifest-sha256\.txt/),
  foreign(
    'a manifest under no seal',
    '15-bag-tagmanifest-without-manifest.zip',
    /没有写 manifest-sha256\.txt/,
  ),
  foreign('a file listed twice in BagIt 1.0', '15-bag-twice-same-hash-1.0.zip', /写了两遍：data\/a\.txt/),
  named('a download that was not finished', '17-half.zip.crdownload', /多半是没有下载完/),
  named('a mail saved whole', '18-mail.eml', /是邮件.*附件/),
  named('the page of a link that expired', '19-expired.zip', /是网页.*链接/),
  named('a bomb of ZIPs in ZIPs', '16-forty-two.zip', /套了太多层，有 \d+ 个没有打开/),
]

/** Those that are large and dull, by the file's name. */
const makers: Record<string, () => Promise<Buffer>> = {
  '09-zeros-100k.zip': async () =>
    Buffer.concat([await readFile(join(folder, '05-archiver-forceZip64.zip')), Buffer.alloc(100_000)]),
  '17-half.zip.crdownload': async () =>
    (await readFile(join(folder, '09-comment-length.zip'))).subarray(0, 3000),
  '18-mail.eml': async () => Buffer.from('From: =?gb18030?B?xak=?=\r\nSubject: x\r\n\r\nUEsDBBQ=\r\n'),
  '19-expired.zip': async () => Buffer.from('<!DOCTYPE html><title>文件已过期</title>'),
  '14-import-encrypted-2000.zip': async () => {
    const photos = Array.from({ length: 2000 }, (_, i): ZipEntry => ({ path: `照片/${i}.jpg`, text: '' }))
    const bytes = Buffer.from(await (await packZip(photos, date)).arrayBuffer())
    // The flag alone, in its directory record, makes an entry encrypted for whoever reads it.
    for (let at = bytes.indexOf(recordMark); at >= 0; at = bytes.indexOf(recordMark, at + 1))
      bytes.writeUInt8((bytes[at + 8] ?? 0) | 1, at + 8)
    return bytes
  },
}

/** The specimen's files, by their names. */
export async function filesOf({ files }: Specimen): Promise<[name: string, bytes: Buffer<ArrayBuffer>][]> {
  return Promise.all(
    files.map(async name => {
      const bytes = await (makers[name]?.() ?? readFile(join(folder, name)))
      return [name, bytes as Buffer<ArrayBuffer>] as [string, Buffer<ArrayBuffer>]
    }),
  )
}

/** The same on a disk, below the folder `made`. */
export async function pathsOf(specimen: Specimen, made: string): Promise<string[]> {
  await mkdir(made, { recursive: true })
  return Promise.all(
    (await filesOf(specimen)).map(async ([name, bytes]) => {
      await writeFile(join(made, name), bytes)
      return join(made, name)
    }),
  )
}
