/** What a person brings that is no bundle, or none that can be read: exactly the problem each, and nothing brought in. */

import { writeChecklist } from '../../../src/core/checklist/record'
import type { RestoreProblem } from '../../../src/io/backup/read-bundles'
import { packZip } from '../../../src/io/zip/pack-zip'
import { withTools } from '../../tools'
import { original, packOriginal } from '../bag/repacked'
import { bytesOf, findIn, readBack } from '../generate'
import { expect, test } from '../runner'
import { unit } from '../samples'
import { large } from '../strength'
import { bytesOf as bytesIn, date, edited, packWith, unpackedFolder } from '../zip/archives'

const name = '青禾县市场监督管理局-2022年质量工作考核资料'

/** What is found wrong with a file that brings nothing. */
async function problemsOf(content: BlobPart, fileName = '坏的.zip'): Promise<RestoreProblem[]> {
  const { found, problems } = await readBack([new File([content], fileName)])
  expect(found).toEqual([])
  for (const problem of problems) expect(problem.name).toBe(fileName)
  return problems.map(({ problem }) => problem)
}

/** The text of the checklist with some fields replaced. */
function textWith(fields: Record<string, unknown>): string {
  return JSON.stringify({ ...JSON.parse(writeChecklist(original.checklist)), ...fields })
}

const texts: Record<string, [text: string, problem: RestoreProblem]> = {
  'of a newer format': [
    textWith({ format: 3, answers: [] }),
    { code: 'record', problem: { code: 'newer-format', format: 3 } },
  ],
  'without a format': [textWith({ format: undefined }), brokenField('format')],
  'with answers that are a list': [textWith({ answers: [] }), brokenField('answers')],
  'with a tick that is a text': [
    textWith({ answers: { '0-1': { ready: 'yes' } } }),
    brokenField('0-1.ready'),
  ],
  'with a file without hash': [
    textWith({ answers: { '0-1': { files: [{ name: 'a' }] } } }),
    brokenField('file.sha256'),
  ],
  'with a key that would become a prototype': [
    textWith({ answers: {} }).replace('"answers":{}', '"answers":{"__proto__":{"ready":true,"polluted":1}}'),
    brokenField('answers'),
  ],
  'that is a list': ['[]', brokenField('checklist')],
  'that is null': ['null', brokenField('checklist')],
  'that is cut off': [textWith({}).slice(0, 500), { code: 'not-json' }],
  'that is empty': ['', { code: 'not-json' }],
}

function brokenField(field: string): RestoreProblem {
  return { code: 'record', problem: { code: 'broken', field } }
}

for (const [what, [text, problem]] of Object.entries(texts)) {
  test(`a checklist ${what} is refused with just that, as a text backup and in a bundle`, async () => {
    expect(await problemsOf(text, '备份.json')).toEqual([problem])
    const bundle = await packZip(
      [
        { path: `${name}/checklist.json`, text },
        { path: `${name}/a.txt`, text },
      ],
      date,
    )
    expect(await problemsOf(bundle)).toEqual([problem])
    expect('polluted' in Object.prototype).toBe(false)
    expect(({} as Record<string, unknown>).ready).toBeUndefined()
  })
}

test('keys that a checklist does not have are left out, wherever they stand', async () => {
  const text = textWith({ evil: 1, unit: { ...unit, evil: 1 } }).replace('{', '{"__proto__":{"polluted":1},')
  const { checklist } = await findIn([new File([text], 'a.json')])
  expect(checklist).toEqual({ ...original.checklist })
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('a checklist.json of 65 MB is not read', large, async () => {
  const blob = new Blob([writeChecklist(original.checklist), ' '.repeat(65 * 2 ** 20)])
  const zip = await packZip([{ path: 'checklist.json', content: blob, crc32: 0 }], date)
  const file = new File([zip], '大.zip')
  const read: number[] = []
  const slice = file.slice.bind(file)
  file.slice = (start = 0, end = file.size) => {
    read.push(end - start)
    return slice(start, end)
  }
  const { found, problems } = await readBack([file])
  expect(found).toEqual([])
  const { size } = blob
  const most = 32 * 2 ** 20
  const tooLong = { code: 'oversized-entry', path: 'checklist.json', size, most } as const
  expect(problems.map(({ problem }) => problem)).toEqual([
    { code: 'archive', problem: tooLong },
    { code: 'no-checklist' },
  ])
  expect(Math.max(...read)).toBeLessThan(2 ** 20)
})

test(
  'a ZIP without checklist.json, and what only calls itself a ZIP, are refused with just that',
  withTools,
  async () => {
    const folder = unpackedFolder({ '总结.txt': '别的压缩包' })
    const archive = (problem: object) => [{ code: 'archive', problem }]
    expect(await problemsOf(packWith('zip', ['-q', 'made.zip', '总结.txt'], folder))).toEqual([
      { code: 'no-checklist' },
    ])
    const sevenZip = packWith('sh', ['-c', '7z a -bd made.7z 总结.txt && mv made.7z made.zip'], folder)
    expect(await problemsOf(sevenZip)).toEqual(archive({ code: 'not-a-zip', found: '7z' }))
    const rar = new Uint8Array([...Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), ...bytesOf('rar', 500)])
    expect(await problemsOf(rar)).toEqual(archive({ code: 'not-a-zip', found: 'rar' }))
    expect(await problemsOf('')).toEqual(archive({ code: 'not-a-zip', found: 'nothing' }))
    expect(await problemsOf('一段文字'.repeat(99))).toEqual(archive({ code: 'not-a-zip', found: 'other' }))
  },
)

test('a bundle whose checklist.json is damaged says so', async () => {
  const path = `${name}/checklist.json`
  const bytes = edited(await bytesIn(await packOriginal()), (view, { entries }) =>
    view.setUint32(entries[path]?.local ?? 0, 0, true),
  )
  expect(await problemsOf(bytes)).toEqual([{ code: 'archive', problem: { code: 'damaged-entry', path } }])
})
