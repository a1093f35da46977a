/** What an archive says of itself: a sound one, one thing broken in its bytes, exactly that problem. */
import { expect, test } from 'playwright/test'
import { type ArchiveEntry, type ArchiveProblem, parseDirectory } from '../../../src/core/zip/directory'
import { parseEnd, tailSize } from '../../../src/core/zip/end'
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

/** Both ends of the bytes, then the directory, as `openArchive` reads them. */
function parse(bytes: Bytes, most = 1e9): { entries: ArchiveEntry[]; problems: ArchiveProblem[] } {
  const tail = bytes.subarray(Math.max(0, bytes.length - tailSize))
  const end = parseEnd(bytes.subarray(0, 8), tail, bytes.length)
  if ('code' in end) return { entries: [], problems: [end] }
  return parseDirectory(bytes.subarray(end.start, end.start + end.size), end, most)
}

/** The paths of the entries, and the problems. */
function outline(bytes: Bytes, most?: number): [paths: string[], problems: ArchiveProblem[]] {
  const { entries, problems } = parse(bytes, most)
  return [entries.map(entry => entry.path), problems]
}

test('parseDirectory() lists a sound archive, and where each entry ends', () => {
  const { entries, problems } = parse(sound)
  expect(problems).toEqual([])
  expect(entries.map(entry => [entry.path, entry.isStored])).toEqual(
    paths.map(path => [path, path.includes('stored')]),
  )
  expect(entries.map(entry => entry.size)).toEqual(Object.values(sample).map(text => Buffer.byteLength(text)))
  expect(entries.map(entry => entry.limit).slice(0, -1)).toEqual(entries.map(entry => entry.offset).slice(1))
})

test('parseDirectory() lists an empty archive, and leaves folders out', async () => {
  expect(outline(await pack({}))).toEqual([[], []])
  expect(outline(await pack({ 'data/': '', 'data/a.txt': '甲' }))).toEqual([['data/a.txt'], []])
})

const fatal: [name: string, breakIt: (bytes: Bytes) => Bytes, expected: ArchiveProblem][] = [
  ['an empty file', () => joined(), { code: 'not-a-zip', found: 'nothing' }],
  ['a text', () => joined('质量工作'.repeat(99)), { code: 'not-a-zip', found: 'other' }],
  ['a RAR', () => joined('Rar!\x1a\x07\x01\x00', '.'.repeat(99)), { code: 'not-a-zip', found: 'rar' }],
  ['a RAR with a ZIP in it', bytes => joined('Rar!\x1a\x07', bytes), { code: 'not-a-zip', found: 'rar' }],
  ['a 7z', () => joined(Buffer.from('377abcaf271c0004', 'hex')), { code: 'not-a-zip', found: '7z' }],
  ['a comment cut short', bytes => setEnd(bytes, 20, 9), { code: 'truncated' }],
  ['a directory said to lie further back', bytes => setEnd(bytes, 16, 1e6), { code: 'truncated' }],
  ['a first part', () => joined('PK\x07\x08PK\x03\x04', '.'.repeat(99)), { code: 'split-archive' }],
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
  test(`parseEnd() and parseDirectory() report ${name}, and give no entries`, () => {
    expect(outline(breakIt(sound))).toEqual([[], [expected]])
  })
}

test('parseEnd() reports every cut, also behind an attachment that is a ZIP', async () => {
  const docx = await pack({ '[Content_Types].xml': '<Types/>', 'word/document-stored.xml': '<w:document/>' })
  const whole = await pack({ ...sample, 'data/方案.docx': docx, 'z.txt': '后' })
  for (const bytes of [sound, whole]) {
    for (let length = 4; length < bytes.length; length++)
      expect(outline(bytes.slice(0, length)), `cut at ${length}`).toEqual([[], [{ code: 'truncated' }]])
  }
})

test('parseEnd() reports a directory of more than 64 MB without asking for it', () => {
  const end = edited(sound, (view, { end }) => {
    view.setUint32(end + 12, 64 * 2 ** 20 + 1, true)
    view.setUint32(end + 16, 1e9, true)
  }).slice(-22)
  const found = parseEnd(sound.subarray(0, 8), end, 1e9 + 64 * 2 ** 20 + 1 + 22)
  expect(found).toEqual({ code: 'bad-directory' })
})

test('parseEnd() reports ZIP64 only where its values are needed', () => {
  const locator = joined('PK\x06\x06', new Uint8Array(52), 'PK\x06\x07', new Uint8Array(16))
  const wide = joined(sound.subarray(0, -22), locator, sound.subarray(-22))
  expect(outline(wide)).toEqual([paths, []])
  for (const [field, value] of [
    [10, 0xffff],
    [12, 0xffffffff],
    [16, 0xffffffff],
  ] as const)
    expect(outline(setEnd(wide, field, value))).toEqual([[], [{ code: 'zip64' }]])
})

test('parseEnd() finds an archive behind other bytes, before other bytes, and under a comment', () => {
  const program = joined('MZ', new Uint8Array(998))
  const advert = joined(setEnd(sound, 20, 12), 'PK\x05\x06 advert!')
  expect(outline(joined(program, sound))).toEqual([paths, [{ code: 'prepended-bytes', bytes: 1000 }]])
  expect(outline(joined(sound, program))).toEqual([paths, [{ code: 'appended-bytes', bytes: 1000 }]])
  expect(outline(advert)).toEqual([paths, []])
})

const single: [name: string, breakIt: (bytes: Bytes) => Bytes, expected: ArchiveProblem][] = [
  ...[
    '../../etc/passwd0',
    '..\\..\\Windows\\a.b',
    'data/../../a.text',
    '/ata/stored-2.txt',
    '\\\\server\\shar\\a.b',
    'C:\\a/stored-2.txt',
    'data/\0tored-2.txt',
    'data/\ntored-2.txt',
    'data/\x7ftored-2.txt',
    'data//tored-2.txt',
    'data/./ored-2.txt',
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

for (const [name, breakIt, expected] of single) {
  test(`parseDirectory() reports ${name}, and leaves the other entries`, () => {
    const others = paths.filter(path => path !== second)
    const broken = breakIt(sound)
    expect(outline(broken)).toEqual([others, [expected]])
    for (const { path, limit } of parse(broken).entries)
      expect(limit, path).toBeLessThanOrEqual(directoryOf(broken))
  })
}

test('parseDirectory() reports paths that clash without case or composed, and leaves both', async () => {
  const [composed, decomposed] = ['data/r\u00e9sum\u00e9.txt', 'data/re\u0301sume\u0301.txt'] as const
  const bytes = await pack({ 'data/A.txt': '1', 'DATA/a.TXT': '2', [composed]: '3', [decomposed]: '4' })
  expect(outline(bytes)).toEqual([
    ['data/A.txt', 'DATA/a.TXT', composed, decomposed],
    [
      { code: 'clashing-paths', path: 'DATA/a.TXT', other: 'data/A.txt' },
      { code: 'clashing-paths', path: decomposed, other: composed },
    ],
  ])
})

test('parseDirectory() reports a declared bomb, a size no browser inflates, and more than wanted', () => {
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
    const end = { start: 1e9, size: bytes.length - 22 - directory, entries: 5, prepended: 0, appended: 0 }
    return parseDirectory(bytes.subarray(directory, -22), end, 4e9).problems
  }
  const [ten, most] = [10 * 2 ** 20, 2 ** 30]
  expect(problemsOf(ten, 1)).toEqual([])
  expect(problemsOf(ten + 1, 1)).toEqual([{ code: 'bomb', path: third, size: ten + 1, packedSize: 1 }])
  expect(problemsOf(most, packed + 1)).toEqual([])
  expect(problemsOf(most + 1, packed + 1)).toEqual([
    { code: 'oversized-entry', path: third, size: most + 1, most },
  ])
  const { entries } = parse(sound)
  const size = entries.reduce((sum, entry) => sum + entry.size, 0)
  expect(outline(sound, size - 1)).toEqual([[], [{ code: 'too-large', size, most: size - 1 }]])
  expect(outline(sound, size)).toEqual([paths, []])
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
