/** Texts in = texts out: whatever a table looks like, each text of its cells and lines is in the content or quoted. */

import { buildEdition } from '../../../src/publish/edition'
import { readSource } from '../../../src/publish/read/source'
import { sayQuestion } from '../../../src/publish/wording'
import { expect, test } from '../runner'
import { randomFrom } from '../samples'
import { property, share } from '../strength'
import { type PlainTable, toCsv, toPage, toWord, toWorkbook } from './table-files'

const parts = [0, 1, 2]
const freshSeed = Date.now() % 1_000_000

for (const part of parts) {
  test(`no text of a generated table is lost, part ${part + 1}`, property, async () => {
    const fixed = Array.from({ length: share(50) }, (_, i) => 1 + part + i * parts.length)
    for (const seed of part === 0 ? [...fixed, freshSeed] : fixed) {
      const { table, lines } = generate(seed)
      const source = await readSource(await toFile(seed, table, lines))
      const edition = buildEdition('2023', source, undefined, [])
      const { data } = edition.indicators
      // Each part of the importer keeps or quotes what it reads; the last look of all is only a net.
      expect(
        edition.questions.filter(({ code }) => code === 'text-lost'),
        `seed ${seed}`,
      ).toEqual([])
      const kept = bare([...textsIn(data), ...edition.questions.map(sayQuestion)].join('\n'))
      const texts = [...lines, ...table.flat().flatMap(({ text }) => text.split('\n'))].filter(
        text => text !== '',
      )
      const lost = texts.filter(text => !kept.includes(bare(text)))
      expect(lost, `seed ${seed}`).toEqual([])
      // Each row's own content is one row, and never two run together.
      const cells = data.indicators.flatMap(row => Object.values(row.cells))
      const runTogether = cells.filter(text => (text.match(/事项\d+号/g)?.length ?? 1) !== 1)
      expect(runTogether, `seed ${seed}`).toEqual([])
    }
  })
}

/** The table as one of the four kinds of file; the lines go above it, in a workbook nowhere. */
async function toFile(seed: number, table: PlainTable, lines: string[]): Promise<Uint8Array> {
  const title = `某县${2000 + (seed % 30)}年考核指标表`
  if (seed % 5 === 3) return toWord([table], [title, ...lines])
  if (seed % 5 === 4 && lines.length === 0) return toWorkbook(table, title)
  if (seed % 7 === 2 && lines.length === 0) return Buffer.from(toCsv(table))
  return Buffer.from(lines.map(line => `<p>${line}</p>`).join('') + toPage(table, title))
}

const heads: Record<string, string[]> = {
  number: ['序号', '编号', '项次'],
  class: ['一级指标', '考核类别', '板块'],
  level: ['二级指标', '考核项目', '指标名称'],
  content: ['考核内容', '具体内容', '工作任务', '三级指标'],
  criteria: ['评分标准', '评分细则', '计分办法'],
  points: ['分值', '标准分', '权重'],
  department: ['责任单位', '牵头部门', '评价部门'],
  supporting: ['配合单位', '协办部门'],
  evidence: ['佐证材料', '所需材料', '台账资料'],
  deadline: ['完成时限', '时间节点'],
  remark: ['备注', '栏目甲'],
}
const scores = ['5', '5分', '1-3', '每项2分', '10%', '20(10+10)', '3.0\n3.0', '最多扣3分', '加2分', '']
const offices = [
  '甲局',
  '县教育局\n县财政局',
  '县委办 县政府办',
  '牵头:乙局\n配合:丙局',
  '各乡镇、县直各单位',
  '丁局等',
  '',
]

/** A table of a random layout, merged at random; every text in it can be told from the others. */
function generate(seed: number): { table: PlainTable; lines: string[] } {
  const random = randomFrom(seed)
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(random() * list.length)] as Value
  const chance = (share: number) => random() < share
  const optional = Object.keys(heads).filter(name => name !== 'content' && chance(0.6))
  const names = Object.keys(heads).filter(name => name === 'content' || optional.includes(name))
  if (names.length < 3) names.push('department', 'points')
  const table: PlainTable = []
  if (chance(0.2)) table.push([{ text: `内题${seed}考核表`, columnSpan: names.length }])
  table.push(
    ...headOf(
      names.map(name => pick(heads[name] ?? ['栏'])),
      chance(0.3) ? seed : undefined,
    ),
  )
  let number = 0
  const groups = 1 + Math.floor(random() * 4)
  for (let group = 0; group < groups; group++) {
    if (chance(0.25))
      table.push([{ text: `${'一二三四五'[group]}、类别${group}号(20分)`, columnSpan: names.length }])
    const size = 1 + Math.floor(random() * 4)
    const isMerged = chance(0.7)
    for (let i = 0; i < size; i++) {
      number++
      table.push(
        names.flatMap(name => {
          if ((name === 'class' || (name === 'level' && isMerged)) && i > 0) return []
          const rowSpan = name === 'class' || (name === 'level' && isMerged) ? size : 1
          return [{ text: cellOf(name, number, group, pick), ...(rowSpan > 1 ? { rowSpan } : {}) }]
        }),
      )
    }
    if (chance(0.15)) table.push([{ text: `注:说明${group}号`, columnSpan: names.length }])
  }
  if (chance(0.3)) table.push([{ text: `合计${seed}`, columnSpan: names.length }])
  const lines = chance(0.5) ? [`附注行${seed}`, '被考核单位(盖章):'] : []
  return { table, lines }
}

/** The head; over two lines where the first two columns share a head of their own. */
function headOf(names: readonly string[], shared: number | undefined): PlainTable {
  if (shared === undefined) return [names.map(text => ({ text }))]
  const below = names.slice(0, 2).map(text => ({ text }))
  const single = names.slice(2).map(text => ({ text, rowSpan: 2 }))
  return [[{ text: `合栏${shared}`, columnSpan: 2 }, ...single], below]
}

function cellOf(
  name: string,
  number: number,
  group: number,
  pick: <Value>(list: readonly Value[]) => Value,
): string {
  switch (name) {
    case 'number':
      return pick([String(number), `${group + 1}.${number}`, `（${number}）`, ''])
    case 'class':
      return `大类${group}名`
    case 'level':
      return `项目${number}名${pick(['', '(5分)', '加分项'])}`
    case 'content':
      return `完成事项${number}号${pick(['。', '；按期完成。', '(4分)'])}`
    case 'criteria':
      return `做到${number}得分${pick(['。', '\n未做到不得分。'])}`
    case 'points':
      return pick(scores)
    case 'department':
    case 'supporting':
      return pick(offices)
    case 'evidence':
      return pick([
        `1.文件${number}；\n2.照片${number}。`,
        `总结${number}`,
        `方案${number}；台账${number}`,
        '无',
        '',
      ])
    case 'deadline':
      return pick(['12月底前', `${(number % 12) + 1}月${(number % 28) + 1}日`, ''])
    default:
      return pick([`另附${number}`, ''])
  }
}

function bare(text: string): string {
  return text.replace(/\s/g, '')
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => [key, ...textsIn(part)])
    : []
}
