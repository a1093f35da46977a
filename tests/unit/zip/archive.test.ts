/** What an archive says of itself: a sound one, one thing broken in its bytes, exactly that problem. */

import { runToEnd } from '../../../src/core/files/steps'
import { parseDirectory } from '../../../src/core/zip/directory'
import { findEnds } from '../../../src/core/zip/end'
import type { ArchiveEntry, ArchiveProblem } from '../../../src/core/zip/entries'
import { openArchive } from '../../../src/io/zip/open-zip'
import { expect, test } from '../runner'
import { large } from '../strength'
import {
  type Bytes,
  edited,
  findPlaces,
  joined,
  type Places,
  pack,
  renamed,
  sample,
  setEnd,
  setNumber,
} from './archives'

const paths = Object.keys(sample)
const [second, third] = ['data/stored-2.txt', 'data/stored-3.txt'] as const
let sound: Bytes
test.beforeAll(async () => {
  sound = await pack()
})

/** As `openArchive` reads the bytes. */
function parse(bytes: Bytes, most = 1e9): Promise<{ entries: ArchiveEntry[]; problems: ArchiveProblem[] }> {
  return openArchive(new Blob([bytes]), most)
}

/** The paths of the entries, and the problems. */
async function outline(bytes: Bytes, most?: number): Promise<[paths: string[], problems: ArchiveProblem[]]> {
  const { entries, problems } = await parse(bytes, most)
  return [entries.map(entry => entry.path), problems]
}

test('parseDirectory() lists a sound archive, and where each entry ends', async () => {
  const { entries, problems } = await parse(sound)
  expect(problems).toEqual([])
  expect(entries.map(entry => [entry.path, entry.isStored])).toEqual(
    paths.map(path => [path, path.includes('stored')]),
  )
  expect(entries.map(entry => entry.size)).toEqual(Object.values(sample).map(text => Buffer.byteLength(text)))
  expect(entries.map(entry => entry.limit).slice(0, -1)).toEqual(entries.map(entry => entry.offset).slice(1))
})

test('parseDirectory() lists an empty archive, and leaves folders out', async () => {
  expect(await outline(await pack({}))).toEqual([[], []])
  expect(await outline(await pack({ 'data/': '', 'data/a.txt': '甲' }))).toEqual([['data/a.txt'], []])
})

const fatal: [name: string, breakIt: (bytes: Bytes) => Bytes, expected: ArchiveProblem][] = [
  ['an empty file', () => joined(), { code: 'not-a-zip', found: 'nothing' }],
  ['a text', () => joined('质量工作'.repeat(99)), { code: 'not-a-zip', found: 'other' }],
  ['a RAR', () => joined('Rar!\x1a\x07\x01\x00', '.'.repeat(99)), { code: 'not-a-zip', found: 'rar' }],
  ['a RAR with a ZIP in it', bytes => joined('Rar!\x1a\x07', bytes), { code: 'not-a-zip', found: 'rar' }],
  ['a 7z', () => joined(Buffer.from('377abcaf271c0004', 'hex')), { code: 'not-a-zip', found: '7z' }],
  ['a directory said to lie further back', bytes => setEnd(bytes, 16, 1e6), { code: 'truncated' }],
  ['a first part', () => joined('PK\x07\x08PK\x03\x04', '.'.repeat(99)), { code: 'split-archive' }],
  [
    'a first part with a whole ZIP among its bytes',
    bytes => joined('PK\x07\x08PK\x03\x04', '.'.repeat(99), bytes, '.'.repeat(99)),
    { code: 'split-archive' },
  ],
  [
    'a last part with a whole ZIP among its bytes',
    bytes => joined('.'.repeat(99), bytes, setEnd(bytes, 4, 1)),
    { code: 'split-archive' },
  ],
  ['a last part', bytes => setEnd(bytes, 4, 1), { code: 'split-archive' }],
  ['a directory on another part', bytes => setEnd(bytes, 6, 1), { code: 'split-archive' }],
  ['fewer entries here than in all', bytes => setEnd(bytes, 8, 4), { code: 'split-archive' }],
  [
    'more entries declared than there are',
    bytes => setEnd(setEnd(bytes, 8, 6), 10, 6),
    { code: 'bad-directory' },
  ],
  [
    'fewer entries declared than there are',
    bytes => setEnd(setEnd(bytes, 8, 4), 10, 4),
    { code: 'bad-directory' },
  ],
  ['a record without signature', bytes => setRecord(bytes, 0, 0), { code: 'bad-directory' }],
  ['a record longer than the directory', bytes => setRecord(bytes, 32, 9999), { code: 'bad-directory' }],
  [
    'bytes behind the last record',
    bytes => {
      const longer = setEnd(bytes, 12, bytes.length - 22 - directoryOf(bytes) + 1)
      return joined(longer.subarray(0, -22), '.', longer.subarray(-22))
    },
    { code: 'bad-directory' },
  ],
  ['a record shorter than it is', bytes => setRecord(bytes, 28, 1), { code: 'bad-directory' }],
]

for (const [name, breakIt, expected] of fatal) {
  test(`parseEnd() and parseDirectory() report ${name}, and give no entries`, async () => {
    expect(await outline(breakIt(sound))).toEqual([[], [expected]])
  })
}

test('parseEnd() reports every cut, also behind an attachment that is a ZIP', large, async () => {
  const docx = await pack({ '[Content_Types].xml': '<Types/>', 'word/document-stored.xml': '<w:document/>' })
  const whole = await pack({ ...sample, 'data/方案.docx': docx, 'z.txt': '后' })
  for (const bytes of [sound, whole]) {
    for (let length = 4; length < bytes.length; length++)
      expect(await outline(bytes.slice(0, length)), `cut at ${length}`).toEqual([[], [{ code: 'truncated' }]])
  }
})

test('findEnds() reports a directory of more than 64 MB without asking for it', () => {
  const end = edited(sound, (view, { end }) => {
    view.setUint32(end + 12, 64 * 2 ** 20 + 1, true)
    view.setUint32(end + 16, 1e9, true)
  }).slice(-22)
  const size = 1e9 + 64 * 2 ** 20 + 1 + 22
  expect([...findEnds(end, size - 22, size)]).toEqual([{ code: 'bad-directory' }])
})

test('openArchive() reads a comment that is cut short, and says so', async () => {
  expect(await outline(setEnd(sound, 20, 9))).toEqual([paths, [{ code: 'cut-comment' }]])
})

/** `sound` with a ZIP64 end record and locator before its end record. */
function widened(entries: number, size: number, offset: number): Bytes {
  const record = new DataView(new ArrayBuffer(76))
  record.setUint32(0, 0x06064b50, true)
  record.setUint32(4, 44, true)
  for (const [at, value] of [
    [24, entries],
    [32, entries],
    [40, size],
    [48, offset],
  ] as const) {
    record.setUint32(at, value % 2 ** 32, true)
    record.setUint32(at + 4, Math.floor(value / 2 ** 32), true)
  }
  record.setUint32(56, 0x07064b50, true)
  return joined(sound.subarray(0, -22), new Uint8Array(record.buffer), sound.subarray(-22))
}

test('openArchive() reads a small ZIP64 whichever values its end record leaves to the other, and names a large one', async () => {
  const directory = directoryOf(sound)
  const size = sound.length - 22 - directory
  const wide = widened(5, size, directory)
  const ones: [field: number, value: number][] = [
    [8, 0xffff],
    [10, 0xffff],
    [12, 0xffffffff],
    [16, 0xffffffff],
    [4, 0xffff],
    [6, 0xffff],
  ]
  expect(await outline(wide)).toEqual([paths, []])
  const [entriesHere, entries, ...others] = ones
  for (const fields of [[entriesHere, entries], ...others.map(field => [field]), ones] as (typeof ones)[])
    expect(await outline(fields.reduce((bytes, [at, value]) => setEnd(bytes, at, value), wide))).toEqual([
      paths,
      [],
    ])
  for (const large of [widened(5, size, 2 ** 32), widened(5, 2 ** 33, 0), widened(70_000, size, directory)])
    expect(await outline(ones.reduce((bytes, [at, value]) => setEnd(bytes, at, value), large))).toEqual([
      [],
      [{ code: 'zip64' }],
    ])
})

test('openArchive() looks for the end record behind megabytes of other bytes, not behind anything in another file', async () => {
  const zeros = new Uint8Array(3 * 2 ** 20)
  expect(await outline(joined(sound, zeros))).toEqual([
    paths,
    [{ code: 'appended-bytes', bytes: zeros.length }],
  ])
  expect(await outline(joined('%PDF', sound, zeros))).toEqual([[], [{ code: 'not-a-zip', found: 'other' }]])
})

test('openArchive() says that an archive of another kind is joined to the one that is read', async () => {
  const rar = joined('Rar!\x1a\x07\x01\x00', '.'.repeat(99))
  expect(await outline(joined(sound, rar))).toEqual([paths, [{ code: 'more-archives' }]])
  expect(await outline(joined('MZ', sound, '.', sound))).toEqual([
    paths,
    [{ code: 'more-archives' }, { code: 'prepended-bytes', bytes: sound.length + 3 }],
  ])
})

test('parseEnd() finds an archive behind other bytes, before other bytes, and under a comment', async () => {
  const program = joined('MZ', new Uint8Array(998))
  const advert = joined(setEnd(sound, 20, 12), 'PK\x05\x06 advert!')
  expect(await outline(joined(program, sound))).toEqual([paths, [{ code: 'prepended-bytes', bytes: 1000 }]])
  expect(await outline(joined(sound, program))).toEqual([paths, [{ code: 'appended-bytes', bytes: 1000 }]])
  expect(await outline(advert)).toEqual([paths, []])
})

const single: [name: string, breakIt: (bytes: Bytes) => Bytes, expected: ArchiveProblem][] = [
  ...[
    '../../etc/passwd0',
    '..\\..\\Windows\\a.b',
    'data/../../a.text',
    '\\\\server\\shar\\a.b',
    'C:\\a/stored-2.txt',
    'data/\0tored-2.txt',
    'data/\ntored-2.txt',
    'data/\x7ftored-2.txt',
  ].map((path): (typeof single)[number] => [
    `the path ${JSON.stringify(path)}`,
    bytes => renamed(bytes, second, path),
    { code: 'unsafe-path', path: path.replace(/\\/g, '/') },
  ]),
  [
    'a path that occurs twice',
    bytes => renamed(bytes, second, 'data/stored-1.txt'),
    { code: 'duplicate-path', path: 'data/stored-1.txt' },
  ],
  ['an encrypted entry', bytes => setRecord(bytes, 8, 0x801), { code: 'encrypted', path: second }],
  [
    'another method',
    bytes => setRecord(bytes, 10, 9),
    { code: 'unsupported-method', path: second, method: 9 },
  ],
  ['a stored size that is not the packed one', bytes => setRecord(bytes, 24, 5), lying()],
  [
    'an entry that reaches into the directory',
    bytes => setRecord(setRecord(bytes, 20, 1e5), 24, 1e5),
    lying(),
  ],
  ['an entry that begins behind the directory', bytes => setRecord(bytes, 42, 1e6), lying()],
  [
    'an entry that reaches into the next',
    bytes => setRecord(setRecord(bytes, 20, 99), 24, 99),
    { code: 'overlapping-entries', path: second },
  ],
  [
    'an entry in the place of another',
    bytes =>
      edited(bytes, (view, { entries }) =>
        view.setUint32((entries[second]?.record ?? 0) + 42, entries['data/stored-1.txt']?.local ?? 0, true),
      ),
    { code: 'overlapping-entries', path: second },
  ],
]

test('parseDirectory() takes an entry that is there twice for one, where both say that they are the same bytes', async () => {
  const bytes = await pack({ ...sample, 'data/stored-4.txt': sample[second] as string })
  expect(await outline(renamed(bytes, 'data/stored-4.txt', second))).toEqual([paths, []])
})

for (const [name, breakIt, expected] of single) {
  test(`parseDirectory() reports ${name}, and leaves the other entries`, async () => {
    const others = paths.filter(path => path !== second)
    const broken = breakIt(sound)
    expect(await outline(broken)).toEqual([others, [expected]])
    for (const { path, limit } of (await parse(broken)).entries)
      expect(limit, path).toBeLessThanOrEqual(directoryOf(broken))
  })
}

test('parseDirectory() reads harmless paths as what they mean, and says so once', async () => {
  for (const [written, meant] of [
    ['/ata/stored-2.txt', 'ata/stored-2.txt'],
    ['data//tored-2.txt', 'data/tored-2.txt'],
    ['data/./ored-2.txt', 'data/ored-2.txt'],
    ['./ta/stored-2.txt', 'ta/stored-2.txt'],
  ] as const)
    expect(await outline(renamed(sound, second, written))).toEqual([
      paths.map(path => (path === second ? meant : path)),
      [{ code: 'odd-paths', count: 1, path: written }],
    ])
})

test('parseDirectory() tells encrypted entries in one sentence, and others of a kind up to twenty', async () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`a/stored-${i + 10}.txt`, '甲']))
  const bytes = await pack(many)
  const each = (field: number, value: number) =>
    edited(bytes, (view, { entries }) => {
      for (const { record } of Object.values(entries)) view.setUint16(record + field, value, true)
    })
  expect(await outline(each(8, 1))).toEqual([
    [],
    [{ code: 'many-entries', problem: 'encrypted', count: 30, path: 'a/stored-10.txt' }],
  ])
  const [, problems] = await outline(each(10, 9))
  expect(problems).toHaveLength(21)
  expect(problems[20]).toEqual({
    code: 'many-entries',
    problem: 'unsupported-method',
    count: 10,
    path: 'a/stored-30.txt',
  })
})

test('parseDirectory() reports paths that clash without case or composed, and leaves both', async () => {
  const [composed, decomposed] = ['data/r\u00e9sum\u00e9.txt', 'data/re\u0301sume\u0301.txt'] as const
  const bytes = await pack({ 'data/A.txt': '1', 'DATA/a.TXT': '2', [composed]: '3', [decomposed]: '4' })
  expect(await outline(bytes)).toEqual([
    ['data/A.txt', 'DATA/a.TXT', composed, decomposed],
    [
      { code: 'clashing-paths', path: 'DATA/a.TXT', other: 'data/A.txt' },
      { code: 'clashing-paths', path: decomposed, other: composed },
    ],
  ])
})

test('parseDirectory() reports a declared bomb, a size no browser inflates, and more than wanted', async () => {
  const packed = 2 ** 30 / 200
  /** The directory alone, as if there were room before it. */
  const problemsOf = (size: number, packedSize: number) => {
    const bytes = edited(sound, (view, { entries }) => {
      const record = entries[third]?.record ?? 0
      view.setUint16(record + 10, 8, true)
      view.setUint32(record + 20, packedSize, true)
      view.setUint32(record + 24, size, true)
    })
    const { directory } = findPlaces(bytes)
    const end = {
      start: 1e9,
      size: bytes.length - 22 - directory,
      entries: 5,
      prepended: 0,
      appended: 0,
      isCommentCut: false,
    }
    return runToEnd(parseDirectory(bytes.subarray(directory, -22), end, 4e9)).problems
  }
  const [ten, most] = [10 * 2 ** 20, 2 ** 30]
  expect(problemsOf(ten, 1)).toEqual([])
  expect(problemsOf(ten + 1, 1)).toEqual([{ code: 'bomb', path: third, size: ten + 1, packedSize: 1 }])
  expect(problemsOf(most, packed + 1)).toEqual([])
  expect(problemsOf(most + 1, packed + 1)).toEqual([
    { code: 'oversized-entry', path: third, size: most + 1, most },
  ])
  const { entries } = await parse(sound)
  const size = entries.reduce((sum, entry) => sum + entry.size, 0)
  expect(await outline(sound, size - 1)).toEqual([[], [{ code: 'too-large', size, most: size - 1 }]])
  expect(await outline(sound, size)).toEqual([paths, []])
})

function directoryOf(bytes: Bytes): number {
  return findPlaces(bytes).directory
}

function lying(): ArchiveProblem {
  return { code: 'lying-size', path: second }
}

/** In the record of `data/stored-2.txt`. */
function setRecord(bytes: Bytes, field: number, value: number): Bytes {
  return edited(bytes, (view, { entries }: Places) => {
    setNumber(view, (entries[second]?.record ?? 0) + field, value, [8, 10, 28, 30, 32].includes(field))
  })
}
