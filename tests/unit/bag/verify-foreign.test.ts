/** Bags of other tools: every version, algorithm and encoding, sound or broken in one thing. */
import { writeFileSync } from 'node:fs'
import type { Finding } from '../../../src/core/bag/finding'
import { runPython, withTools } from '../../tools'
import { expect, test } from '../runner'
import { type Bag, edit, verify, write } from './bags'
import { type ForeignBag, foreignBag, unpacked } from './foreign-bags'

const utf16 = (text: string, isBigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return new Uint8Array(isBigEndian ? bytes.swap16() : bytes)
}

/** `text` in an encoding that Node can't write. */
function gbk(text: string): Uint8Array {
  return new Uint8Array(
    Buffer.from(runPython('import sys; print(sys.argv[1].encode("gbk").hex())', text), 'hex'),
  )
}

const foreign: Finding = { code: 'foreign-bag' }

const sound: [what: string, bag: ForeignBag][] = [
  ...['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'].map((version): [string, ForeignBag] => [
    `of BagIt ${version} with MD5`,
    { version, algorithms: ['md5'] },
  ]),
  ...(['sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const).map((algorithm): [string, ForeignBag] => [
    `with ${algorithm}`,
    { algorithms: [algorithm] },
  ]),
  ['with four algorithms at once', { algorithms: ['md5', 'sha1', 'sha256', 'sha512'] }],
  ['with CRLF', { newline: '\r\n' }],
  ['with CR', { newline: '\r' }],
  ['with a tab before its paths', { gap: '\t' }],
  ['in UTF-16, little-endian', { encoding: 'UTF-16', encode: text => utf16(text, false) }],
  ['in UTF-16, big-endian', { encoding: 'UTF-16', encode: text => utf16(text, true) }],
  ['in UTF-16BE', { encoding: 'UTF-16BE', encode: text => utf16(text, true) }],
  [
    'in ISO-8859-1',
    {
      encoding: 'ISO-8859-1',
      encode: text => new Uint8Array(Buffer.from(text, 'latin1')),
      payload: { 'data/café.txt': 'café' },
      info: 'Source-Organization: Café\n',
    },
  ],
  [
    'with a byte order mark in its tag files',
    { encode: text => new Uint8Array(Buffer.from(`\ufeff${text}`)) },
  ],
  ['with spaces and odd characters', { payload: { 'data/a  b .txt': 'a', 'data/-o &;?#$()!.txt': 'b' } }],
  ['with line breaks and % in names', { payload: { 'data/a\nb\r%25.txt': 'a', 'data/100%.txt': 'b' } }],
  [
    'of 0.97 with line breaks and % in names',
    { version: '0.97', payload: { 'data/a\nb%25.txt': 'a', 'data/100%.txt': 'b' } },
  ],
  ['with nothing in it', { payload: {} }],
  [
    'with a bag in it',
    {
      payload: {
        'data/bag/bagit.txt': 'x',
        'data/bag/checklist.json': '{',
        'data/bag/manifest-md5.txt': 'x',
      },
    },
  ],
  [
    'with repeated fields and odd labels',
    { info: 'Contact-Name: a\nContact-Name: b\nX--Y z: \nPAYLOAD-OXUM: 11.2\n' },
  ],
]

for (const [what, bag] of sound) {
  test(`verifyBundle() finds nothing in a bag ${what}`, async () => {
    expect(await verify(unpacked(foreignBag(bag)))).toEqual([foreign])
  })
}

test('verifyBundle() finds nothing in a bag in GBK', withTools, async () => {
  expect(await verify(unpacked(foreignBag({ encoding: 'GBK', encode: gbk })))).toEqual([foreign])
})

test('verifyBundle() knows manifests by the names older tools gave them', async () => {
  const bag = foreignBag({ algorithms: ['sha256'] })
  for (const kind of ['tagmanifest', 'manifest']) {
    edit(bag, `${kind}-sha256.txt`, text => text.replace('manifest-sha256', 'manifest-SHA-256'))
    bag.set(`${kind}-SHA-256.txt`, bag.get(`${kind}-sha256.txt`) as Uint8Array<ArrayBuffer>)
    bag.delete(`${kind}-sha256.txt`)
  }
  write(bag, hello, 'hellO')
  expect(await verify(unpacked(bag))).toEqual([{ code: 'altered', path: hello }, foreign])
})

const hello = 'data/hello.txt'
const broken: [what: string, kind: ForeignBag, damage: (bag: Bag) => void, findings: Finding[]][] = [
  ...(['md5', 'sha1', 'sha256', 'sha512'] as const).map((algorithm): (typeof broken)[number] => [
    `another payload file and another tag file than ${algorithm} says`,
    { algorithms: [algorithm] },
    bag => {
      write(bag, hello, 'hellO')
      edit(bag, 'bag-info.txt', text => `${text} 丙\n`)
    },
    [
      { code: 'altered', path: hello },
      { code: 'altered', path: 'bag-info.txt' },
    ],
  ]),
  [
    'a file that only one of two algorithms contradicts, once',
    { algorithms: ['md5', 'sha512'] },
    bag => {
      edit(bag, 'manifest-sha512.txt', text => text.replace(/^.{8}/, '00000000'))
      bag.delete('tagmanifest-md5.txt')
      bag.delete('tagmanifest-sha512.txt')
    },
    [{ code: 'altered', path: hello }],
  ],
  [
    'a digest that is too short for its algorithm',
    {},
    bag => {
      edit(bag, 'manifest-sha512.txt', text => text.replace(/^.{8}/, ''))
      bag.delete('tagmanifest-sha512.txt')
    },
    [
      { code: 'bad-manifest-line', path: 'manifest-sha512.txt', line: 1 },
      { code: 'unexpected', path: hello },
    ],
  ],
  [
    'a manifest by an algorithm nobody here computes, whose list still counts',
    {},
    bag => {
      write(bag, 'manifest-sha3512.txt', `${'0'.repeat(128)}  data/gone.txt\n`)
      bag.delete('manifest-sha512.txt')
      bag.delete('tagmanifest-sha512.txt')
      bag.delete('data/dir/报告.txt')
    },
    [
      { code: 'no-known-manifest' },
      { code: 'missing', path: 'data/gone.txt' },
      { code: 'unexpected', path: hello },
    ],
  ],
  [
    'nothing where an older version lets its manifests share the files',
    { version: '0.97', algorithms: ['md5', 'sha1'] },
    bag => {
      edit(bag, 'manifest-md5.txt', text => text.split('\n').slice(0, 1).join())
      edit(bag, 'manifest-sha1.txt', text => text.split('\n').slice(1).join('\n'))
      bag.delete('tagmanifest-md5.txt')
      bag.delete('tagmanifest-sha1.txt')
    },
    [],
  ],
  [
    'names in another case',
    {},
    bag => {
      bag.set('data/Hello.txt', bag.get(hello) ?? new Uint8Array())
      bag.delete(hello)
    },
    [
      { code: 'missing', path: hello },
      { code: 'unexpected', path: 'data/Hello.txt' },
    ],
  ],
  [
    'one listed file that is there in NFC and in NFD',
    { payload: { 'data/\u00e9.txt': 'é' } },
    bag => bag.set('data/e\u0301.txt', bag.get('data/\u00e9.txt') ?? new Uint8Array()),
    [
      { code: 'clashing-paths', path: 'bag/data/e\u0301.txt', other: 'bag/data/\u00e9.txt' },
      { code: 'unexpected', path: 'data/e\u0301.txt' },
    ],
  ],
]

for (const [what, kind, damage, findings] of broken) {
  test(`verifyBundle() reports of a foreign bag ${what}`, async () => {
    const bag = foreignBag(kind)
    damage(bag)
    expect(await verify(unpacked(bag))).toEqual([...findings, foreign])
  })
}

// Files that follow on this thread find no worker's `self`.
test.afterAll(() => {
  Reflect.deleteProperty(globalThis, 'self')
})

test(
  'the worker for foreign bags agrees with Python’s hashlib, over chunks and for no bytes',
  withTools,
  async () => {
    const posted: Record<string, unknown>[] = []
    const scope = {
      onmessage: (_: unknown) => Promise.resolve(),
      postMessage: (message: (typeof posted)[number]) => posted.push(message),
    }
    Object.assign(globalThis, { self: scope })
    await import('../../../src/io/files/foreign-digest-worker')
    const program = [
      'import hashlib, json, sys',
      'bytes = open(sys.argv[1], "rb").read()',
      'names = ["sha256", "sha512", "sha384", "sha224", "sha1", "md5"]',
      'print(json.dumps({name: hashlib.new(name, bytes).hexdigest() for name in names}))',
    ].join('\n')
    const algorithms = ['sha512', 'sha384', 'sha224', 'sha1', 'md5']
    for (const [id, size] of [0, 1, 111, 9_000_001].entries()) {
      const bytes = new Uint8Array(size).map((_, i) => (i * 7 + (i >> 8)) & 0xff)
      const path = test.info().outputPath(`${size}.bin`)
      writeFileSync(path, bytes)
      const expected = JSON.parse(runPython(program, path))
      await scope.onmessage({ data: { id, blob: new Blob([bytes]), algorithms } })
      const digest = posted[posted.length - 1]?.digest as { sha256: string; foreign: object }
      expect({ sha256: digest.sha256, ...digest.foreign }).toEqual(expected)
    }
    const blob = new Blob([new Uint8Array(9_000_000)])
    const cut = { ...{ data: { id: 9, blob, algorithms: ['md5'] } } }
    const running = scope.onmessage(cut)
    await scope.onmessage({ data: { id: 9, cancel: true } })
    await running
    expect(posted[posted.length - 1]).toEqual({ id: 9, errorName: 'AbortError' })
  },
)
