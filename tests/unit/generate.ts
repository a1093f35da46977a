/**
 * Checklists nobody planned, filled in through the page's own changes, with the bytes of their files; and what one computer
 * does with a bundle: packs it, reads it, takes it in. The same seed gives the same checklist.
 */
import { createCipheriv, createHash } from 'node:crypto'
import { applyChange, type Change } from '../../src/core/checklist/change'
import {
  type AttachedFile,
  answerOf,
  buildChecklist,
  type Checklist,
  type Unit,
} from '../../src/core/checklist/checklist'
import { bringIn } from '../../src/core/checklist/merge'
import { writeChecklist } from '../../src/core/checklist/record'
import { itemsById } from '../../src/core/edition/catalogue'
import { continueCrc32 } from '../../src/core/files/crc32'
import { attachedReport } from '../../src/core/report/report'
import type { FoundChecklist } from '../../src/io/backup/found'
import { type Restored, readBundles } from '../../src/io/backup/read-bundles'
import { draftBundle, packBundle } from '../../src/io/bundle/pack-bundle'
import { writeWorkbook } from '../../src/io/bundle/workbook'
import type { DigestBlob } from '../../src/io/files/digest-pool'
import { writeReport } from '../../src/io/report/docx'
import { expect } from './runner'
import { allDepartments, catalogue, freeze, morning, noon, randomFrom } from './samples'

/** A checklist as a computer stores it: the record, and bytes by SHA-256. */
export interface Stored {
  checklist: Checklist
  blobs: ReadonlyMap<string, Blob>
}

export interface Dice {
  below(most: number): number
  pick<Value>(values: readonly Value[]): Value
  shuffle<Value>(values: readonly Value[]): Value[]
}

export function diceFrom(seed: number): Dice {
  const random = randomFrom(seed)
  const below = (most: number) => Math.floor(random() * most)
  return {
    below,
    pick: values => values[below(values.length)] as (typeof values)[number],
    shuffle: values =>
      values
        .map(value => [random(), value] as const)
        .sort(([a], [b]) => a - b)
        .map(([, value]) => value),
  }
}

/** Items of every department, and two that no edition has any more. */
const items = [...itemsById(catalogue).keys(), '15-1-1', '99-9-0']

const reportIds = ['overview', 'next-steps', '7-1', '10-3', '99-9']

const words = [
  ...`质量 工作总结 （2） 2022 a É e${'\u0301'} 각 𠮷 😀 👨‍👩‍👧 " ' \\ / : * . .. % %0A %25 ０ &amp; <b> </script>`.split(
    ' ',
  ),
  ...']]> =1+1 _x000D_ __proto__ \u0000 \u0007 \u202e \ufeff \u2028 \ud83d \udc00 \u00a0 \n \r\n \t'.split(
    ' ',
  ),
  ...[' ', '  ', '字'.repeat(90)],
]

const nastyNames = [
  ...[
    '扫描件.pdf',
    '扫描件.pdf',
    '扫描件.PDF',
    '扫描件',
    'CON',
    'nul.txt',
    'LPT¹.docx',
    '.htaccess',
    '...',
    ' 空格 .docx ',
  ],
  ...[
    'a/b\\c:d*e?.xls',
    '../../etc/passwd',
    'C:\\自评.doc',
    'e\u0301.jpg',
    'é.jpg',
    'gpj.\u202e正文.exe',
    '😀.png',
    '\ud83d.png',
  ],
  ...[
    'checklist.json',
    'bagit.txt',
    'manifest-sha256.txt',
    'bag-info.txt',
    'Thumbs.db',
    '__MACOSX',
    '目录.html',
    '__proto__',
  ],
  ...[
    '100%.pdf',
    '%0A%0D%25.pdf',
    '换\n行.txt',
    '制\t表.txt',
    'a\'b&c<d>"e".html',
    `${'长'.repeat(120)}.pdf`,
    `${'l'.repeat(250)}.docx`,
  ],
]

/** The bytes a seed stands for. */
export function bytesOf(seed: string, size: number): Uint8Array<ArrayBuffer> {
  const key = createHash('md5').update(seed).digest()
  return new Uint8Array(createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size)))
}

/** A checklist after up to 80 changes, with files of at most `largest` bytes; every tenth seed has changed nothing. */
export function generate(seed: number, largest = 3_000, id = `${seed}`): Stored {
  const dice = diceFrom(seed)
  const pool = Array.from({ length: 1 + dice.below(25) }, (_, i) =>
    bytesOf(`${seed}/${i}`, 1 + dice.below(largest)),
  )
  const empty = buildChecklist(createHash('md5').update(id).digest('hex'), '2022', unitFrom(dice), morning)
  let checklist = empty
  for (let changes = seed % 10 === 0 ? 0 : dice.below(80), i = 1; i <= changes; i++) {
    const at = new Date(morning.getTime() + i * 61_001)
    checklist = applyChange(checklist, changeFrom(dice, checklist, pool, at), at)
  }
  const answers = Object.entries(checklist.answers).map(([item, answer]) => {
    const isCarried = answer.remark !== '' && dice.below(3) === 0
    return [item, isCarried ? { ...answer, remarkFrom: dice.pick(['2020', '2021']) } : answer] as const
  })
  checklist = { ...checklist, answers: Object.fromEntries(answers) }
  const blobs = new Map(pool.map(bytes => [sha256Of(bytes), new Blob([bytes])]))
  return freeze({ checklist, blobs })
}

function unitFrom(dice: Dice): Unit {
  const departments = allDepartments.filter(() => dice.below(3) === 0)
  return {
    name: `青禾县${textFrom(dice, 3)}局`,
    departments: departments.length > 0 ? departments : ['water'],
    contact: dice.pick(['', textFrom(dice, 3)]),
    phone: dice.pick(['', '0715-1234567', textFrom(dice, 2)]),
  }
}

function changeFrom(dice: Dice, checklist: Checklist, pool: readonly Uint8Array[], at: Date): Change {
  // Few items out of many: files meet in one folder.
  const item = dice.pick(dice.pick([items, items.slice(0, 3), ['7-1-1', '7-1-0', '99-9-0']]))
  const { sha256 } = dice.pick(answerOf(checklist, item).files) ?? { sha256: '' }
  const files = Array.from({ length: 1 + dice.below(4) }, () => fileFrom(dice, dice.pick(pool), at))
  return dice.pick<Change>([
    { kind: 'set-ready', item, ready: dice.below(4) > 0 },
    { kind: 'set-not-applicable', item, notApplicable: dice.below(4) > 0 },
    { kind: 'set-reason', item, reason: textFrom(dice, 6) },
    { kind: 'set-remark', item, remark: textFrom(dice, 12) },
    { kind: 'set-report-text', id: dice.pick(reportIds), text: textFrom(dice, 12) },
    { kind: 'set-score', indicator: dice.pick(reportIds.slice(2)), score: dice.pick(['', '2', '3.5', '是']) },
    { kind: 'add-files', item, files },
    { kind: 'add-files', item, files },
    { kind: 'rename-file', item, sha256, name: dice.pick([dice.pick(nastyNames), textFrom(dice, 6)]) },
    { kind: 'remove-file', item, sha256 },
    { kind: 'share-file', item, sha256, items: [dice.pick(items), dice.pick(items)] },
    { kind: 'set-unit', unit: unitFrom(dice) },
  ])
}

function fileFrom(dice: Dice, bytes: Uint8Array, at: Date): AttachedFile {
  const originalName = dice.pick([dice.pick(nastyNames), `${textFrom(dice, 4)}.pdf`])
  return {
    sha256: sha256Of(bytes),
    crc32: continueCrc32(0, bytes),
    size: bytes.length,
    type: dice.pick(['', 'application/pdf', 'image/png']),
    name: originalName,
    originalName,
    added: at.toISOString(),
  }
}

export function textFrom(dice: Dice, most: number): string {
  return Array.from({ length: dice.below(most + 1) }, () => dice.pick(words)).join('')
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What the page's worker does. */
export const digest: DigestBlob = async (blob, { algorithms = [], inflatesTo } = {}) => {
  if (inflatesTo !== undefined) throw new DOMException('The page inflates it', 'InflateError')
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const foreign = algorithms.map(name => [name, createHash(name).update(bytes).digest('hex')])
  return {
    sha256: sha256Of(bytes),
    crc32: continueCrc32(0, bytes),
    foreign: Object.fromEntries(foreign),
  }
}

const reports = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/** The report of a checklist. It costs as much as the rest of a bundle, and is the same each time: bundle-bytes.test.ts says so. */
function reportOf(checklist: Checklist, now: Date): Promise<Uint8Array<ArrayBuffer>> {
  const key = now.toISOString() + writeChecklist(checklist)
  const report = reports.get(key) ?? writeReport(catalogue, checklist, now)
  reports.set(key, report)
  return report
}

/** The bundle as downloaded: its volumes, and the fingerprint people read. */
export async function pack(
  { checklist, blobs }: Stored,
  limit = Number.POSITIVE_INFINITY,
  now = noon,
): Promise<{ files: File[]; fingerprint: string }> {
  const report = attachedReport(checklist) ? null : await reportOf(checklist, now)
  const draft = draftBundle({ catalogue, checklist, report, now })
  const { volumes, fingerprint } = await packBundle(draft, () => blobs, digest, limit, writeWorkbook)
  return { files: volumes.map(({ blob, fileName }) => new File([blob], fileName)), fingerprint }
}

export function readBack(files: readonly File[]): Promise<Restored> {
  return readBundles(files, { signal: new AbortController().signal, onBytes: () => {}, digest })
}

/** The one checklist in `files`, which have no problem. */
export async function findIn(files: readonly File[]): Promise<FoundChecklist> {
  const { found, problems } = await readBack(files)
  expect(problems).toEqual([])
  expect(found).toHaveLength(1)
  return found[0] as FoundChecklist
}

/** What the computer has after `found` was brought in, to nothing or to what it had; as `stores/backup/restore.ts` does it. */
export async function takeIn({ checklist: theirs, blobs }: FoundChecklist, stored?: Stored): Promise<Stored> {
  const checklist = stored ? bringIn(stored.checklist, theirs, [], noon) : { ...theirs, removed: [] }
  const opened = new Map(stored?.blobs)
  for (const [sha256, bytes] of blobs) opened.set(sha256, await bytes.open())
  return freeze({ checklist, blobs: opened })
}
