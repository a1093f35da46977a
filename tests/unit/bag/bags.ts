/** A sound bundle taken apart, so that one thing in it can be broken before it is put together again. */
import { writeManifest } from '../../../src/core/bag/bag'
import type { Finding } from '../../../src/core/bag/finding'
import type { Checklist } from '../../../src/core/checklist/checklist'
import { parseChecklist } from '../../../src/core/checklist/record'
import type { FolderFile } from '../../../src/io/bag/source'
import { listFindings } from '../../../src/io/bag/verify-volumes'
import { openArchive } from '../../../src/io/zip/open-zip'
import { packZip, type ZipEntry } from '../../../src/io/zip/pack-zip'
import { digest, pack, sha256Of } from '../generate'
import { checklistAfter, fileOf, freeze } from '../samples'
import { date } from '../zip/archives'

type Bytes = Uint8Array<ArrayBuffer>
/** What lies in a bag, by path inside it. */
export type Bag = Map<string, Bytes>

export const folder = '青禾县市场监督管理局-2022年质量工作考核资料'
export const plan = 'data/00_共性资料/0-2_工作计划/质量工作计划.docx'
export const photo = 'data/00_共性资料/0-3_质量月活动资料/café ％0A.jpg'
export const manifest = 'manifest-sha256.txt'
export const tagManifest = 'tagmanifest-sha256.txt'

/** What is found in each bag and in the bundles they make, as the office finds it. */
export function verify(...handedIn: (Blob | readonly FolderFile[])[]): Promise<Finding[]> {
  return listFindings(handedIn, {
    signal: new AbortController().signal,
    onBytes: () => {},
    digest,
    edition: '2022',
  })
}

let sound: Promise<File> | undefined

/** Packed once: what a test breaks are the copies of `soundBag()`. */
export function packSound(): Promise<File> {
  sound ??= packSample()
  return sound
}

async function packSample(): Promise<File> {
  const contents = ['质量工作计划.docx', 'café %0A.jpg']
  const files = contents.map(name => fileOf(name))
  const checklist = checklistAfter(
    { kind: 'add-files', item: '0-2', files: files.slice(0, 1) },
    { kind: 'add-files', item: '0-3', files: files.slice(1) },
  )
  const blobs = new Map(files.map((file, i) => [file.sha256, new Blob([contents[i] ?? ''])]))
  return (await pack({ checklist, blobs })).files[0] as File
}

export async function soundBag(): Promise<Bag> {
  const { entries, open } = await openArchive(await packSound())
  const bag: Bag = new Map()
  for (const entry of entries)
    bag.set(entry.path.slice(folder.length + 1), new Uint8Array(await (await open(entry)).arrayBuffer()))
  return bag
}

export async function zipOf(bag: Bag, prefix = `${folder}/`): Promise<Blob> {
  return packZip(
    [...bag].map(([path, bytes]) => ({ path: prefix + path, bytes })),
    date,
  )
}

export const textIn = (bag: Bag, path: string) => new TextDecoder().decode(bag.get(path))
export const write = (bag: Bag, path: string, text: string) =>
  bag.set(path, new Uint8Array(Buffer.from(text)))
export const edit = (bag: Bag, path: string, change: (text: string) => string) =>
  write(bag, path, change(textIn(bag, path)))

/** What the manifest's lines give, as README.md says it. */
export function fingerprintOf(bag: Bag): string {
  const lines = textIn(bag, manifest).trimEnd().split('\n')
  const sorted = lines.sort((a, b) => Buffer.compare(Buffer.from(a.slice(66)), Buffer.from(b.slice(66))))
  const sha256 = sha256Of(new Uint8Array(Buffer.from(sorted.join('\n'))))
  return (sha256.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-')
}

/** Lets bag-info.txt tell the fingerprint of what the manifest lists now. */
export function refingerprint(bag: Bag): void {
  const line = `Yinzheng-Fingerprint: ${fingerprintOf(bag)}`
  edit(bag, 'bag-info.txt', text => text.replace(/^Yinzheng-Fingerprint: .*$/m, line))
  reseal(bag)
}

/** Lets the manifest, the sums, the fingerprint and the tag manifest say what lies in the bag now. */
export function forge(bag: Bag): void {
  const payload = [...bag].filter(([path]) => path.startsWith('data/'))
  write(bag, manifest, writeManifest(payload.map(([path, bytes]) => ({ path, sha256: sha256Of(bytes) }))))
  recount(bag)
  refingerprint(bag)
}

/** Lets the tag manifest say what the tag files are now: whoever tampers can do that too. */
export function reseal(bag: Bag): void {
  const tags = [...bag].filter(([path]) => !path.startsWith('data/') && path !== tagManifest)
  write(bag, tagManifest, writeManifest(tags.map(([path, bytes]) => ({ path, sha256: sha256Of(bytes) }))))
}

/** Lets bag-info.txt say what the payload is now. */
export function recount(bag: Bag): void {
  const payload = [...bag].flatMap(([path, bytes]) => (path.startsWith('data/') ? bytes.length : []))
  const oxum = `${payload.reduce((sum, size) => sum + size, 0)}.${payload.length}`
  edit(bag, 'bag-info.txt', text => text.replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${oxum}`))
  reseal(bag)
}

export function lineCount(bag: Bag, path: string): number {
  return textIn(bag, path).split('\n').length - 1
}

/** The path in the first line of the manifest. */
export function firstListed(bag: Bag): string {
  return textIn(bag, manifest).split('\n')[0]?.slice(66).replace('%25', '%') ?? ''
}

/** Bytes of the payload. */
export function sizeOf(bag: Bag): number {
  return [...bag].reduce((sum, [path, bytes]) => sum + (path.startsWith('data/') ? bytes.length : 0), 0)
}

/** What its checklist.json says. */
export function checklistIn(bag: Bag): Checklist {
  const result = parseChecklist(JSON.parse(textIn(bag, 'checklist.json')))
  if (!result.ok) throw new Error(`Cannot read the checklist of a sound bag: ${result.problem.code}`)
  return result.checklist
}

/** The bag as an unpacked folder is dropped. */
export function filesOf(bag: Bag, prefix = `${folder}/`): FolderFile[] {
  return freeze([...bag].map(([path, bytes]) => ({ path: prefix + path, blob: new Blob([bytes]) })))
}

export const reading = { signal: new AbortController().signal, onBytes: () => {}, digest }

export const bytesIn = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

/** ZIPs and other files, by path, stored in one ZIP. */
export async function outerZip(inside: Record<string, Blob | string>): Promise<Blob> {
  const entries: ZipEntry[] = []
  for (const [path, file] of Object.entries(inside))
    entries.push(typeof file === 'string' ? { path, text: file } : { path, bytes: await bytesIn(file) })
  return packZip(entries, date)
}
