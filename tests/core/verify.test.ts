/** One sound bundle, one thing broken in it, exactly that finding: `core/verify` through `io/verify`. */
import { expect, test } from 'playwright/test'
import { bagitText, writeManifest } from '../../src/core/bag'
import { bagFolderOf } from '../../src/core/verify'
import { openArchive } from '../../src/io/unzip'
import { type BundleFinding, verifyBundle } from '../../src/io/verify'
import { packZip } from '../../src/io/zip'
import { date, edited, renamed } from './archives'
import {
  type Bag,
  edit,
  firstListed,
  folder,
  lineCount,
  manifest,
  packSound,
  photo,
  plan,
  recount,
  reseal,
  sizeOf,
  soundBag,
  tagManifest,
  write,
  zipOf,
} from './bags'
import { bytesOf, digest, sha256Of } from './generate'

async function verify(bundle: Blob): Promise<BundleFinding[]> {
  const reading = { signal: new AbortController().signal, onBytes: () => {}, digest }
  const { problems, bags } = await verifyBundle(bundle, reading)
  return [...problems, ...bags.flatMap(bag => bag.findings)]
}

test('verifyBundle() finds nothing in a sound bundle, packed by us or put together from its parts', async () => {
  const bag = await soundBag()
  expect([...bag.keys()].sort()).toContain(plan)
  expect([...bag.keys()].filter(path => path.startsWith('data/')).sort()).toEqual([plan, photo].sort())
  expect(await verify(await packSound())).toEqual([])
  expect(await verify(await zipOf(bag))).toEqual([])
  reseal(bag)
  recount(bag)
  expect(await verify(await zipOf(bag))).toEqual([])
})

/** What is done to the bag, and everything that is then found. */
const broken: [what: string, damage: (bag: Bag) => void, findings: (bag: Bag) => BundleFinding[]][] = [
  [
    'no bagit.txt',
    bag => {
      bag.delete('bagit.txt')
      reseal(bag)
    },
    () => [{ code: 'no-bagit-txt' }],
  ],
  [
    'no manifest: nobody can say which files were there',
    bag => {
      bag.delete(manifest)
      reseal(bag)
    },
    () => [{ code: 'no-manifest' }],
  ],
  [
    'a manifest line that is none',
    bag => {
      edit(bag, manifest, text => `${text}这不是一行\n`)
      reseal(bag)
    },
    bag => [{ code: 'bad-manifest-line', path: manifest, line: lineCount(bag, manifest) }],
  ],
  [
    'a tag manifest line that is none',
    bag => edit(bag, tagManifest, text => `${text}0123  bag-info.txt\n`),
    bag => [{ code: 'bad-manifest-line', path: tagManifest, line: lineCount(bag, tagManifest) }],
  ],
  [
    'a file that is gone',
    bag => {
      bag.delete(plan)
      recount(bag)
    },
    () => [{ code: 'missing', path: plan }],
  ],
  ['a tag file that is gone', bag => bag.delete('目录.html'), () => [{ code: 'missing', path: '目录.html' }]],
  [
    'a file with one other byte',
    bag => bag.get(photo)?.set([0xff], 3),
    () => [{ code: 'altered', path: photo }],
  ],
  [
    'another remark in checklist.json',
    bag => edit(bag, 'checklist.json', text => text.replace('"remark": ""', '"remark": "已补"')),
    () => [{ code: 'altered', path: 'checklist.json' }],
  ],
  [
    'another contact in bag-info.txt',
    bag => edit(bag, 'bag-info.txt', text => text.replace('办公室联络员', '别人')),
    () => [{ code: 'altered', path: 'bag-info.txt' }],
  ],
  [
    'a digest in the manifest that is not the file’s',
    bag => {
      edit(bag, manifest, text => text.replace(/^[0-9a-f]{8}/, '00000000'))
      reseal(bag)
    },
    bag => [{ code: 'altered', path: firstListed(bag) }],
  ],
  [
    'a file nobody listed',
    bag => {
      write(bag, 'data/00_共性资料/后来的.pdf', '后来的')
      recount(bag)
    },
    () => [{ code: 'unexpected', path: 'data/00_共性资料/后来的.pdf' }],
  ],
  [
    'a file that only the tag manifest lists',
    bag => {
      write(bag, 'data/后来的.pdf', '后来的')
      recount(bag)
      const line = writeManifest([{ path: 'data/后来的.pdf', sha256: sha256Of(Buffer.from('后来的')) }])
      edit(bag, tagManifest, text => line + text)
    },
    () => [{ code: 'unexpected', path: 'data/后来的.pdf' }],
  ],
  [
    'a Payload-Oxum of something else',
    bag => {
      edit(bag, 'bag-info.txt', text => text.replace(/^Payload-Oxum: .*$/m, 'Payload-Oxum: 1.2'))
      reseal(bag)
    },
    bag => [{ code: 'wrong-oxum', declared: '1.2', found: `${sizeOf(bag)}.2` }],
  ],
  [
    'a file taken out with no other trace: it is missing, and the sum is wrong',
    bag => bag.delete(photo),
    bag => [
      { code: 'missing', path: photo },
      {
        code: 'wrong-oxum',
        declared: `${sizeOf(bag) + Buffer.byteLength('café %0A.jpg')}.2`,
        found: `${sizeOf(bag)}.1`,
      },
    ],
  ],
]

for (const [what, damage, findings] of broken) {
  test(`verifyBundle() reports ${what}`, async () => {
    const bag = await soundBag()
    damage(bag)
    expect(await verify(await zipOf(bag))).toEqual(findings(bag))
  })
}

for (const [what, text, isSound] of [
  ['empty', '', false],
  ['without a version', 'Tag-File-Character-Encoding: UTF-8\n', false],
  ['without an encoding', 'BagIt-Version: 1.0\n', false],
  ['in the other order', 'Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n', false],
  ['with a word for a version', bagitText.replace('1.0', 'one'), false],
  ['with more behind it', `${bagitText}Note: none\n`, false],
  ['of an older version, with CRLF', 'BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n', true],
] as const) {
  test(`verifyBundle() ${isSound ? 'accepts' : 'reports'} a bagit.txt ${what}`, async () => {
    const bag = await soundBag()
    write(bag, 'bagit.txt', text)
    reseal(bag)
    expect(await verify(await zipOf(bag))).toEqual(isSound ? [] : [{ code: 'bad-bagit-txt' }])
  })
}

test('verifyBundle() accepts what other tools make of a sound bag: no folder, a deeper one, NFD names, __MACOSX', async () => {
  const bag = await soundBag()
  expect(await verify(await zipOf(bag, ''))).toEqual([])
  expect(await verify(await zipOf(bag, '收到的/水利局/'))).toEqual([])
  const decomposed: Bag = new Map([...bag].map(([path, bytes]) => [path.normalize('NFD'), bytes]))
  expect([...decomposed.keys()]).not.toContain(photo)
  expect(await verify(await zipOf(decomposed))).toEqual([])
  const mac: Bag = new Map([...bag].map(([path, bytes]) => [`${folder}/${path}`, bytes]))
  mac.set('__MACOSX/checklist.json', new Uint8Array(3))
  mac.set(`__MACOSX/${folder}/._checklist.json`, new Uint8Array(3))
  expect(await verify(await zipOf(mac, ''))).toEqual([])
})

test('verifyBundle() reports what is odd about the archive itself', async () => {
  const zip = new Uint8Array(await (await packSound()).arrayBuffer())
  expect(await verify(new Blob([zip, 'PK!']))).toEqual([{ code: 'appended-bytes', bytes: 3 }])
  expect(await verify(new Blob(['不是压缩包，是一段文字']))).toEqual([
    { code: 'not-a-zip', found: 'other' },
    { code: 'no-bagit-txt' },
    { code: 'no-manifest' },
  ])
  const unsafe = await verify(new Blob([renamed(zip, 'data/00', '/etc/00')]))
  expect(unsafe.filter(({ code }) => code === 'unsafe-path')).toHaveLength(2)
})

test('verifyBundle() reports an entry that can’t be opened, and goes on with the others', async () => {
  const zip = new Uint8Array(await (await packSound()).arrayBuffer())
  const path = `${folder}/${plan}`
  const noHeader = edited(zip, (view, { entries }) => view.setUint32(entries[path]?.local ?? 0, 0, true))
  expect(await verify(new Blob([noHeader]))).toContainEqual({ code: 'damaged-entry', path })
  const text = `${folder}/目录.html`
  const noData = edited(zip, (view, { entries }) => {
    const at = entries[text]?.local ?? 0
    view.setUint32(at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true), 0x07070707, true)
  })
  expect(await verify(new Blob([noData]))).toContainEqual({ code: 'damaged-entry', path: text })
})

test('verifyBundle() hears of each packed byte once, and stops when told', async () => {
  const bundle = await packZip(
    [
      { path: 'bagit.txt', text: bagitText },
      { path: 'data/a', bytes: bytesOf('a', 5000) },
    ],
    date,
  )
  const { entries } = await openArchive(bundle)
  let heard = 0
  const onBytes = (bytes: number) => {
    heard += bytes
  }
  const controller = new AbortController()
  const reading = { signal: controller.signal, onBytes, digest }
  await verifyBundle(bundle, reading)
  expect(heard).toBe(entries.reduce((sum, entry) => sum + entry.packedSize, 0))
  controller.abort()
  const refusing: typeof reading = {
    ...reading,
    digest: () => Promise.reject(new DOMException('Digest cancelled', 'AbortError')),
  }
  await expect(verifyBundle(bundle, refusing)).rejects.toThrow('Digest cancelled')
})

test('bagFolderOf() is where the shallowest mark of a bag lies', () => {
  expect(bagFolderOf([])).toBe('')
  expect(bagFolderOf(['a/b/bagit.txt', 'a/checklist.json'])).toBe('a/')
  expect(bagFolderOf(['a/data/7/bagit.txt', 'a/b.txt', 'a/bagit.txt'])).toBe('a/')
  expect(bagFolderOf(['__MACOSX/bagit.txt', 'a/b/notbagit.txt', '县/局/bagit.txt'])).toBe('县/局/')
})
