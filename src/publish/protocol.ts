/** `导入报告.md`: what a person must decide, and what became of every id. The build does not read it. */
import type { EditionFiles } from '../build/content-shape'
import { readRows } from '../core/edition/read-rows'
import { saysSame } from '../core/text/likeness'
import { roleNames } from '../wording/publishing'
import type { NewEdition } from './edition'
import type { RoledColumn } from './table/roles'
import { basisWording, sayPoints, sayQuestion } from './wording'

interface Line {
  id: string
  text: string
  before: string | undefined
}

export function writeProtocol(edition: NewEdition): string {
  const { year, last, questions, indicators, materials } = edition
  const { rows, items } = indicators.data.declared
  const scored = sayPoints(indicators.data)
  const lines = linesOf(edition)
  const kept = lines.filter(({ before, text }) => before !== undefined && saysSame(before, text))
  const changed = lines.filter(({ before, text }) => before !== undefined && !saysSame(before, text))
  const added = lines.filter(({ before }) => before === undefined)
  const gone = last ? goneFrom(last, new Set(lines.map(line => line.id)), materials.items.length > 0) : []
  return `# ${year} 年度导入报告

${columnTable(indicators.columns)}

认错了的，用 --columns 说明再生成一次，例如 --columns "考核指标=level,提供材料=evidence"；能写的有 ${Object.entries(
    roleNames,
  )
    .map(([role, name]) => `${role} ${name}`)
    .join('、')}。

共 ${rows} 行、${items} 个材料项${scored}。要您决定的有 ${questions.length} 处。

这份报告只给您核对用，不会出现在网站上；核对完可以删掉。

## 要您决定的

${questions.length === 0 ? '没有。' : questions.map(question => `- [ ] ${sayQuestion(question)}`).join('\n')}

## 编号对照

编号永久有效：各单位填的清单按编号保存。${last ? `下面是与 ${last.id} 年度的对照。` : '这是第一个年度，编号都是新的。'}认错了的，改 indicators.yaml 或 materials.yaml 里的 id：同一件事用原来的编号，不同的事用一个从未用过的编号。

${[
  listOf(
    '沿用（内容相同，年份、标点、空格不算）',
    kept.map(({ id }) => id),
  ),
  listOf(
    '沿用，但文字改了',
    changed.map(({ id, before, text }) => `${id}：原来是“${before}”，现在是“${text}”`),
    true,
  ),
  listOf(
    '新增',
    added.map(({ id, text }) => `${id}：${text}`),
    true,
  ),
  listOf(
    '去年有、今年没有（编号不再使用）',
    gone.map(({ id, text }) => `${id}：${text}`),
    true,
  ),
].join('\n\n')}
`
}

function listOf(title: string, entries: string[], isLong = false): string {
  const text = isLong ? entries.map(entry => `- ${entry}`).join('\n') : entries.join('、')
  return `### ${title}：${entries.length} 个\n\n${entries.length === 0 ? '无。' : text}`
}

/** Rows, their items and the common materials, with the text that the id stood for before. */
function linesOf({ indicators, materials, before }: NewEdition): Line[] {
  const ofRows = rowTexts(indicators.data)
  return [...ofRows, ...materials.items].map(({ id, text }) => ({ id, text, before: before.get(id) }))
}

function goneFrom(last: NonNullable<NewEdition['last']>, ids: ReadonlySet<string>, withMaterials: boolean) {
  const rows = rowTexts(last.files.indicators)
  return [...rows, ...(withMaterials ? last.files.materials.items : [])].filter(entry => !ids.has(entry.id))
}

function rowTexts(data: EditionFiles['indicators']): { id: string; text: string }[] {
  return readRows(data).flatMap(({ source, content, name }) => [
    { id: source.id, text: content || name },
    ...(source.items ?? []),
  ])
}

/** Each column of the source, what it was taken for, an example, how sure. */
function columnTable(columns: readonly RoledColumn[]): string {
  const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ')
  const lines = columns.map(({ name, heading, role, example, basis }) => {
    const head = heading.join(' / ') || name
    return `| ${cell(head)} | ${roleNames[role]}（${role}） | ${cell(example) || '（空）'} | ${role === 'none' && basis === 'guess' ? '没有对应的，照印' : basisWording[basis]} |`
  })
  return ['| 原表的栏目 | 当作 | 例子 | 把握 |', '|---|---|---|---|', ...lines].join('\n')
}
