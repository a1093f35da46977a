/** A sound source, one thing broken, exactly that problem. */

import {
  type CatalogueSource,
  type ContentProblem,
  findContentProblems,
} from '../../../src/core/edition/content'
import { expect, test } from '../runner'
import { readSource, rowOf, smallSource } from '../samples'

const inTable = (entry: string) => ({ file: 'indicators.yaml', entry }) as const
const inMaterials = (entry: string) => ({ file: 'materials.yaml', entry }) as const

type Row = CatalogueSource['indicators'][number]
const rowAt = (source: CatalogueSource, index: number) => source.indicators[index] as Row
const itemAt = (source: CatalogueSource, row: number, index: number) =>
  rowAt(source, row).items?.[index] as { id: string; text: string }
const materialAt = (source: CatalogueSource, index: number) =>
  source.materials.items[index] as CatalogueSource['materials']['items'][number]

const cases: [name: string, breakIt: (source: CatalogueSource) => void, expected: ContentProblem[]][] = [
  [
    'a department that occurs twice',
    source => source.departments.push({ id: 'water', name: '水务部门' }),
    [{ ...inTable('water'), code: 'duplicate-id' }],
  ],
  [
    'a row that occurs twice',
    source => {
      source.indicators.push({ ...rowOf('2-2', 'water'), veto: true })
      source.declared.rows = 4
    },
    [{ ...inTable('2-2'), code: 'duplicate-id' }],
  ],
  [
    'an item that occurs twice',
    source => {
      itemAt(source, 0, 1).id = '1-1-1'
    },
    [{ ...inTable('1-1-1'), code: 'duplicate-id' }],
  ],
  [
    'a common material that occurs twice',
    source => source.materials.items.push({ ...materialAt(source, 0) }),
    [{ ...inMaterials('0-1'), code: 'duplicate-id' }],
  ],
  [
    'a department id that is no lower-case word',
    source => {
      source.departments.push({ id: 'Water_2', name: '水务部门' })
    },
    [{ ...inTable('Water_2'), code: 'bad-id', expected: 'market-regulation' }],
  ],
  ...['3', '0-1', '3-0', '03-1', '3-1-1', '三-1', '1000-1', '1-1000'].map((id): (typeof cases)[number] => [
    `a row called ${id}`,
    source => {
      // A common material may already be 0-1: that would be another problem.
      materialAt(source, 0).id = '0-2'
      rowAt(source, 2).id = id
    },
    [{ ...inTable(id), code: 'bad-id', expected: '8-2' }],
  ]),
  ...['2-1-0', '1-1-3', '2-1-01', '2-1', '2-11-1', '2-1-1-1'].map((id): (typeof cases)[number] => [
    `an item of row 2-1 called ${id}`,
    source => {
      itemAt(source, 1, 0).id = id
    },
    id === '2-1'
      ? [{ ...inTable(id), code: 'duplicate-id' }]
      : [{ ...inTable(id), code: 'bad-id', expected: '2-1-1' }],
  ]),
  ...['0-0', '1-2', '0', '0-1-1'].map((id): (typeof cases)[number] => [
    `a common material called ${id}`,
    source => {
      materialAt(source, 0).id = id
    },
    [{ ...inMaterials(id), code: 'bad-id', expected: '0-1' }],
  ]),
  [
    'a department nobody declared',
    source => {
      rowAt(source, 0).departments = ['weather']
    },
    [{ ...inTable('1-1'), code: 'unknown-department', department: 'weather' }],
  ],
  [
    'a supporting department nobody declared',
    source => {
      rowAt(source, 0).supporting = ['weather']
    },
    [{ ...inTable('1-1'), code: 'unknown-department', department: 'weather' }],
  ],
  [
    'a column that occurs twice',
    source => source.columns.push({ name: '清单', role: 'none' }),
    [{ ...inTable('columns'), code: 'duplicate-column', column: '清单' }],
  ],
  [
    'a cell of a column that the table does not have',
    source => {
      rowAt(source, 2).cells.备注 = '无'
    },
    [{ ...inTable('2-2'), code: 'unknown-column', column: '备注' }],
  ],
  [
    'a table without a column of contents',
    source => {
      source.columns[1] = { name: '内容', role: 'none' }
    },
    [{ ...inTable('columns'), code: 'no-content-column' }],
  ],
  [
    'a first row that is merged with one above',
    source => {
      rowAt(source, 0).merged = ['指标']
    },
    [{ ...inTable('1-1'), code: 'merged-with-none', column: '指标' }],
  ],
  [
    'a department cell merged with that of another department',
    source => {
      rowAt(source, 1).merged = ['部门']
    },
    [{ ...inTable('2-1'), code: 'merged-with-other', above: '1-1' }],
  ],
  [
    'a row that says nothing',
    source => {
      rowAt(source, 2).cells = {}
    },
    [{ ...inTable('2-2'), code: 'empty-row' }],
  ],
  [
    'a row with two scores',
    source => {
      rowAt(source, 0).deduction = 1
    },
    [{ ...inTable('1-1'), code: 'scoring-several' }],
  ],
  [
    'points that do not add up to the total',
    source => {
      rowAt(source, 0).points = 4
    },
    [{ ...inTable('declared'), code: 'wrong-points', declared: 5, found: 4 }],
  ],
  [
    'a row too few',
    source => source.indicators.pop(),
    [{ ...inTable('declared'), code: 'wrong-rows', declared: 3, found: 2 }],
  ],
  [
    'an item too few',
    source => rowAt(source, 0).items?.pop(),
    [{ ...inTable('declared'), code: 'wrong-items', declared: 3, found: 2 }],
  ],
  [
    'items without their evidence cell',
    source => {
      delete rowAt(source, 1).cells.清单
    },
    [{ ...inTable('2-1'), code: 'items-without-evidence' }],
  ],
  [
    'an evidence cell without items',
    source => {
      rowAt(source, 2).cells.清单 = '处理结果。'
    },
    [{ ...inTable('2-2'), code: 'evidence-without-items' }],
  ],
  [
    'an item that is not in its evidence cell',
    source => {
      itemAt(source, 0, 1).text = '开展抽查'
    },
    [{ ...inTable('1-1-2'), code: 'text-not-in-source', text: '开展抽查' }],
  ],
  [
    'an item that stands in another row’s evidence cell only',
    source => {
      itemAt(source, 1, 0).text = '开展检查'
    },
    [{ ...inTable('2-1-1'), code: 'text-not-in-source', text: '开展检查' }],
  ],
  [
    'a common material that is not in the notice',
    source => {
      materialAt(source, 0).text = '2031年度计划'
    },
    [{ ...inMaterials('0-1'), code: 'text-not-in-source', text: '2031年度计划' }],
  ],
  [
    'an expected unit of a department nobody declared',
    source => {
      source.units = [{ name: '县气象局', departments: ['water', 'weather'] }]
    },
    [{ file: 'units.yaml', entry: '县气象局', code: 'unknown-department', department: 'weather' }],
  ],
  [
    'an expected unit that occurs twice, once as an alias',
    source => {
      source.units = [
        { name: '县水利局', aliases: ['县水务局'] },
        { name: '县 水务局', aliases: ['县水务局'] },
      ]
    },
    [{ file: 'units.yaml', entry: '县 水务局', code: 'duplicate-unit', other: '县水利局' }],
  ],
]

test('findContentProblems() finds nothing in a sound source', () => {
  expect(findContentProblems(smallSource())).toEqual([])
  expect(findContentProblems(readSource())).toEqual([])
})

for (const [name, breakIt, expected] of cases) {
  test(`findContentProblems() reports ${name}`, () => {
    const source = smallSource()
    breakIt(source)
    expect(findContentProblems(source)).toEqual(expected)
  })
}

test('findContentProblems() adds up fractions of points as people do', () => {
  const source = smallSource()
  source.indicators = [0.1, 0.2, 0.3].map((points, index) => ({
    ...rowOf(`${index + 1}-1`, 'water'),
    points,
  }))
  source.declared = { rows: 3, items: 0, points: 0.6 }
  expect(findContentProblems(source)).toEqual([])
})

test('findContentProblems() reports every problem at once, in the order of the entries', () => {
  const source = readSource()
  rowAt(source, 0).departments = ['weather']
  rowAt(source, 1).points = undefined
  rowAt(source, 2).veto = true
  source.declared.items = 70
  materialAt(source, 4).text = '自评报告两份'
  expect(findContentProblems(source).map(problem => [problem.entry, problem.code])).toEqual([
    ['1-1', 'unknown-department'],
    ['3-1', 'scoring-several'],
    ['declared', 'wrong-items'],
    ['declared', 'wrong-points'],
    ['0-6', 'text-not-in-source'],
  ])
})
