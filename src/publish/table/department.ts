/**
 * Departments of a table by the ids of earlier editions. A name nobody knows gets a provisional id, from the words below
 * where they know it; ids are for ever and stand in addresses, so a person confirms it.
 */
import type { Department } from '../../core/edition/catalogue'
import { bareText } from '../../core/text/likeness'

/** The longer name first: the city's office is not the county's. */
const words: [RegExp, string][] = [
  [/^市质量?强/, 'city-quality-office'],
  [/质量?强/, 'quality-office'],
  [/市场监管|市场监督/, 'market-regulation'],
  [/知识产权/, 'intellectual-property'],
  [/农业农村/, 'agriculture'],
  [/水利|水务/, 'water'],
  [/交通/, 'transport'],
  [/文化和旅游|文旅|文体/, 'culture-tourism'],
  [/工业和信息化|经济和信息化|经信|工信/, 'industry'],
  [/卫生健康|卫健/, 'health'],
  [/公安/, 'public-security'],
  [/住房和城乡建设|住建/, 'housing'],
  [/教育/, 'education'],
  [/科学技术|科技/, 'science'],
  [/发展和改革|发改/, 'development-reform'],
  [/生态环境|环境保护|环保/, 'environment'],
  [/应急/, 'emergency'],
  [/商务/, 'commerce'],
  [/财政/, 'finance'],
  [/统计/, 'statistics'],
  [/税务/, 'taxation'],
  [/人力资源|人社/, 'human-resources'],
  [/自然资源/, 'natural-resources'],
  [/林业/, 'forestry'],
  [/(?<!人)民政/, 'civil-affairs'],
  [/司法/, 'justice'],
  [/城市管理|城管/, 'urban-management'],
  [/数据/, 'data'],
  [/医疗保障|医保/, 'medical-insurance'],
  [/乡村振兴/, 'rural-revitalization'],
  [/粮食/, 'grain'],
  [/审计/, 'audit'],
  [/信访/, 'petitions'],
  [/消防/, 'fire-rescue'],
  [/气象/, 'meteorology'],
  [/退役军人/, 'veterans'],
  [/纪委|监委/, 'discipline'],
  [/组织部/, 'organization'],
  [/宣传部/, 'publicity'],
  [/政法委/, 'political-legal'],
  [/编办|编制/, 'staffing'],
  [/团[县市区]?委|共青团/, 'youth-league'],
  [/妇联/, 'womens-federation'],
  [/工会/, 'trade-union'],
  [/残联/, 'disabled-federation'],
  [/法院/, 'court'],
  [/检察/, 'procuratorate'],
  [/乡镇|街道/, 'towns'],
]

export interface NamedDepartments {
  /** In the order in which the table first names them. */
  departments: Department[]
  /** Those no earlier edition has. */
  added: Department[]
  idOf(name: string): string
}

/** Ids for names; `known` are the departments of earlier editions, newest first. */
export function nameDepartments(names: readonly string[], known: readonly Department[]): NamedDepartments {
  const ids = new Map<string, Department>()
  const taken = new Set(known.map(department => department.id))
  const added: Department[] = []
  for (const name of names) {
    if (name === '' || ids.has(bareText(name))) continue
    const before = known.find(department => bareText(department.name) === bareText(name))
    const department = { id: before?.id ?? newId(name, taken), name }
    taken.add(department.id)
    ids.set(bareText(name), department)
    if (!before) added.push(department)
  }
  return {
    departments: [...ids.values()],
    added,
    idOf: name => ids.get(bareText(name))?.id ?? '',
  }
}

/** A word and, where it is taken, a letter: an id has no digits. */
function newId(name: string, taken: ReadonlySet<string>): string {
  const word = words.find(([pattern]) => pattern.test(name))?.[1]
  const candidates = [
    ...(word ? [word] : []),
    ...Array.from({ length: 26 * 26 }, (_, i) => `${word ?? 'department'}-${letters(i)}`),
  ]
  return candidates.find(id => !taken.has(id)) ?? ''
}

function letters(index: number): string {
  const letter = (i: number) => String.fromCharCode('a'.charCodeAt(0) + i)
  return index < 26 ? letter(index) : letter(Math.floor(index / 26) - 1) + letter(index % 26)
}
