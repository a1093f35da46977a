import type { Change } from '../../../src/core/checklist/change'
import type { Checklist } from '../../../src/core/checklist/checklist'
import {
  compareIds,
  comparePlaces,
  parseChecklist,
  recordOf,
  writeChecklist,
} from '../../../src/core/checklist/record'
import { expect, test } from '../runner'
import { checklistAfter, fileOf, freeze, randomFrom } from '../samples'

const file = fileOf('方案.pdf')
const old = fileOf('旧稿.doc')
const hash = '0'.repeat(64)
const filling: Change[] = [
  { kind: 'add-files', item: '7-1-1', files: [file, fileOf('照片.jpg', '', { type: 'image/jpeg' })] },
  { kind: 'set-ready', item: '7-1-1', ready: true },
  { kind: 'set-remark', item: '7-1-1', remark: '“纸质件”另交\n见\u2028附件' },
  { kind: 'add-files', item: '0-2', files: [file] },
  { kind: 'rename-file', item: '0-2', sha256: file.sha256, name: '2022年方案' },
  { kind: 'set-not-applicable', item: '10-1-0', notApplicable: true },
  { kind: 'set-reason', item: '10-1-0', reason: '未开展' },
]
const filled = checklistAfter(...filling)
const scan = fileOf('扫描0001.pdf', 'scan', { path: '手机/扫描0001.pdf' })
const withUnsorted = checklistAfter(...filling, { kind: 'add-files', item: '', files: [scan] })
const withRemoved = checklistAfter(
  ...filling,
  { kind: 'add-files', item: '0-3', files: [old] },
  { kind: 'remove-file', item: '0-3', sha256: old.sha256 },
)

test('parseChecklist() reads back what writeChecklist() wrote', () => {
  expect(parseChecklist(JSON.parse(writeChecklist(filled)))).toEqual({ ok: true, checklist: filled })
  expect(parseChecklist(JSON.parse(writeChecklist(checklistAfter())))).toEqual({
    ok: true,
    checklist: checklistAfter(),
  })
})

test('parseChecklist() reads a stored record whole, the removed files included, and leaves it alone', () => {
  expect(withRemoved.removed).toHaveLength(1)
  expect(parseChecklist(withRemoved)).toEqual({ ok: true, checklist: withRemoved })
})

test('writeChecklist() leaves out removed files: their bytes are not in the bundle', () => {
  expect(writeChecklist(withRemoved)).not.toContain(old.sha256)
})

test('writeChecklist() gives the same text whatever order the answers were given in', () => {
  const random = randomFrom(7)
  const orders = Array.from({ length: 20 }, () =>
    // Changes to one item keep their order: a reason given twice would be another answer.
    [['7-1-1'], ['0-2'], ['10-1-0']]
      .map(([item]) => filling.filter(change => 'item' in change && change.item === item))
      .map(changes => ({ changes, at: random() }))
      .sort((a, b) => a.at - b.at)
      .flatMap(({ changes }) => changes),
  )
  const texts = orders.map(changes => writeChecklist(checklistAfter(...changes)))
  expect(new Set(orders.map(changes => JSON.stringify(changes))).size).toBeGreaterThan(3)
  expect(new Set(texts)).toEqual(new Set([writeChecklist(filled)]))
})

test('writeChecklist() gives the same text for a record whose fields lie in another order', () => {
  const reverse = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reverse)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, part]) => [key, reverse(part)]),
    )
  }
  expect(writeChecklist(reverse(filled) as Checklist)).toBe(writeChecklist(filled))
})

test('writeChecklist() lists the answers in the notice’s order and ends with a line break', () => {
  const text = writeChecklist(filled)
  expect([...text.matchAll(/^ {2}"([\d-]+)": \{$/gm)].map(match => match[1])).toEqual([
    '0-2',
    '7-1-1',
    '10-1-0',
  ])
  expect(text).toMatch(/^\{\n "format": 1,\n "id": "c1",\n "edition": "2022",\n[\s\S]*\n\}\n$/)
})

test('parseChecklist() leaves out fields it does not know, at every level', () => {
  const record = JSON.parse(writeChecklist(filled)) as Checklist
  for (const part of [record, record.unit, record.answers['7-1-1'], record.answers['7-1-1']?.files[0]]) {
    Object.assign(part as object, { colour: 'red' })
  }
  expect(parseChecklist(freeze(record))).toEqual({ ok: true, checklist: filled })
})

test('parseChecklist() fills in what may be missing', () => {
  const { format, id, edition, created, changed } = filled
  const { sha256, crc32, size, name, originalName, added } = file
  const unit = { name: '县水利局', departments: [] }
  const lean = { sha256, crc32, size, name, originalName, added }
  const record = {
    format,
    id,
    edition,
    unit,
    answers: { '0-2': { files: [lean] }, '0-3': {} },
    created,
    changed,
  }
  const empty = { ready: false, notApplicable: false, reason: '', remark: '', files: [] }
  expect(parseChecklist(record)).toEqual({
    ok: true,
    checklist: {
      ...record,
      unit: { ...unit, contact: '', phone: '' },
      answers: { '0-2': { ...empty, files: [{ ...lean, type: '' }] }, '0-3': empty },
      report: { texts: {}, scores: {} },
      unsorted: [],
      removed: [],
    },
  })
})

test('what is stored of a checklist with 待归类 is of format 2, which an older page leaves alone; all else is of format 1', () => {
  const taken = checklistAfter(
    { kind: 'add-files', item: '', files: [scan] },
    { kind: 'remove-files', uses: [{ item: '', sha256: scan.sha256 }] },
  )
  expect(recordOf(filled)).toMatchObject({ format: 1 })
  expect(recordOf(withRemoved)).toMatchObject({ format: 1 })
  for (const checklist of [withUnsorted, taken]) {
    expect(recordOf(checklist)).toMatchObject({ format: 2 })
    expect(parseChecklist(freeze(recordOf(checklist)))).toEqual({ ok: true, checklist })
  }
  const sorted = checklistAfter(
    { kind: 'add-files', item: '', files: [scan] },
    { kind: 'move-files', moves: [{ sha256: scan.sha256, from: '', to: '7-1-1' }] },
  )
  expect(recordOf(sorted)).toMatchObject({ format: 1 })
})

test('checklist.json stays of format 1 and names 待归类 with its paths', () => {
  const text = writeChecklist(withUnsorted)
  expect(JSON.parse(text)).toMatchObject({ format: 1, unsorted: [{ name: '扫描0001.pdf', path: scan.path }] })
  expect(parseChecklist(JSON.parse(text))).toEqual({ ok: true, checklist: withUnsorted })
  expect(writeChecklist(filled)).not.toContain('unsorted')
})

test('comparePlaces() puts 待归类 behind every item', () => {
  expect(['10-1-1', '', '0-2', '7-1-0'].sort(comparePlaces)).toEqual(['0-2', '7-1-0', '10-1-1', ''])
})

test('parseChecklist() names a newer format, whatever else the record holds', () => {
  const problem = { code: 'newer-format', format: 3 }
  expect(parseChecklist({ format: 3 })).toEqual({ ok: false, problem })
  expect(parseChecklist({ ...filled, format: 3 })).toEqual({ ok: false, problem })
})

for (const value of [undefined, null, 1, '{}', [], [filled], true]) {
  test(`parseChecklist() refuses ${JSON.stringify(value)?.slice(0, 12)} as no checklist at all`, () => {
    expect(parseChecklist(value)).toEqual({ ok: false, problem: { code: 'broken', field: 'checklist' } })
  })
}

for (const [path, field, values] of [
  ['format', 'format', [0, -1, '1', '2', null, undefined, NaN]],
  ['id', 'id', [1, null, undefined, {}]],
  ['edition', 'edition', [2022, null, undefined]],
  ['unit', 'unit', ['县水利局', null, undefined, []]],
  ['unit.name', 'unit.name', [1, null, undefined]],
  ['unit.departments', 'unit.departments', ['water', null, undefined, [1], [null], {}]],
  ['unit.contact', 'unit.contact', [1, {}]],
  ['unit.phone', 'unit.phone', [13800000000]],
  ['answers', 'answers', [null, undefined, [], 'x']],
  ['answers.7-1-1', '7-1-1', [null, true, []]],
  ['answers.7-1-1.ready', '7-1-1.ready', [1, 'true', 0]],
  ['answers.7-1-1.notApplicable', '7-1-1.notApplicable', [1, 'false', []]],
  ['answers.7-1-1.reason', '7-1-1.reason', [1, false, []]],
  ['answers.7-1-1.remark', '7-1-1.remark', [1, false, {}]],
  ['answers.7-1-1.files', '7-1-1.files', [{}, 'x', 1, { length: 1 }]],
  ['answers.7-1-1.files.0', 'file', [null, 'x', []]],
  [
    'answers.7-1-1.files.0.sha256',
    'file.sha256',
    ['', hash.slice(1), `${hash}0`, `${hash}\n`, 'A'.repeat(64), 1],
  ],
  ['answers.7-1-1.files.0.crc32', 'file.crc32', ['0', -1, 1.5, 2 ** 32, NaN, null, undefined]],
  ['answers.7-1-1.files.0.size', 'file.size', ['0', -1, 1.5, 2 ** 53, Infinity, null, undefined]],
  ['answers.7-1-1.files.0.type', 'file.type', [1, []]],
  ['answers.7-1-1.files.0.name', 'file.name', [1, null, undefined]],
  ['answers.7-1-1.files.0.originalName', 'file.originalName', [1, null, undefined]],
  ['answers.7-1-1.files.0.added', 'file.added', ['yesterday', '', 1671498000000, null, undefined]],
  ['answers.7-1-1.files.0.path', 'file.path', [1, null, []]],
  ['unsorted', 'unsorted', [{}, 'x', 1]],
  ['unsorted.0', 'file', [null, 'x', []]],
  ['unsorted.0.sha256', 'file.sha256', ['x', null]],
  ['removed', 'removed', [{}, 'x', 1]],
  ['removed.0', 'removed', [null, 'x', []]],
  ['removed.0.item', 'removed.item', [1, null, undefined, '__proto__', 'constructor', ' ', '七']],
  ['removed.0.file', 'file', [null, undefined, 'x']],
  ['removed.0.file.sha256', 'file.sha256', ['x', null]],
  ['removed.0.removed', 'removed.removed', ['never', null, undefined]],
  ['created', 'created', ['', 'now', 1671498000000, null, undefined, '+275760-09-13T00:00:00.000Z']],
  ['changed', 'changed', ['', 'now', 1671498000000, null, undefined, '-271821-04-20T00:00:00.000Z']],
] satisfies [string, string, unknown[]][]) {
  test(`parseChecklist() refuses a wrong ${path}`, () => {
    for (const value of values) {
      const result = parseChecklist(
        freeze(withField(path.startsWith('unsorted') ? withUnsorted : withRemoved, path, value)),
      )
      expect(result, String(value)).toEqual({ ok: false, problem: { code: 'broken', field } })
    }
  })
}

for (const id of [
  '__proto__',
  'constructor',
  '',
  '7',
  '7-1-1-1',
  '007-1',
  '7-1-',
  ' 7-1-1',
  '7-1-1\n',
  '七-1',
]) {
  test(`parseChecklist() refuses an answer to ${JSON.stringify(id)}`, () => {
    const record = JSON.parse(`{"answers":{${JSON.stringify(id)}:{"ready":true}}}`) as object
    expect(parseChecklist({ ...filled, ...record })).toEqual({
      ok: false,
      problem: { code: 'broken', field: 'answers' },
    })
    expect(({} as Record<string, unknown>).ready).toBeUndefined()
  })
}

test('compareIds() sorts as the notice does', () => {
  const ids = ['0-1', '0-6', '7-1-0', '7-1-1', '7-1-2', '7-1-10', '8-1', '8-1-1', '8-2-1', '10-1-1', '14-6-0']
  expect([...ids].reverse().sort(compareIds)).toEqual(ids)
  expect([...ids].sort().sort(compareIds)).toEqual(ids)
  for (const a of ids)
    for (const b of ids) expect(Math.sign(compareIds(a, b))).toBe(-Math.sign(compareIds(b, a)) + 0)
})

/** A copy of `value` with another value at `path`; undefined takes the field away. */
function withField(value: unknown, path: string, replacement: unknown): unknown {
  const copy = structuredClone(value) as Record<string, unknown>
  const keys = path.split('.')
  const last = keys.pop() as string
  const parent = keys.reduce((part, key) => part[key] as Record<string, unknown>, copy)
  if (replacement === undefined) delete parent[last]
  else parent[last] = replacement
  return copy
}
