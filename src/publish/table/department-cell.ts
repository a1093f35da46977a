/**
 * The departments that a cell names. In comes the cell with its line breaks, out go names with their part, and a doubt
 * wherever it is not plain where one name ends: names are never run together without a word.
 */
import type { RowDoubt } from '../question'
import { joinLines } from './grid'

export interface NamedPart {
  name: string
  part: 'lead' | 'support'
}

interface DepartmentCell {
  named: NamedPart[]
  doubts: RowDoubt[]
}

/** How names of offices end, so that the next one may begin. */
const ending =
  /(局|办|委|部|院|厅|处|科|股|室|所|站|队|中心|会|联|社|镇|乡|村|街道|部门|单位|公司|集团|学校|校|园|馆|组|府|银行|学会|协会|园区|开发区|高新区|团县委|团市委|团委|台)(等|等部门|等单位)?[)）]?$/
/** Endings after which a line break parts two names whatever follows. */
const plainEnding =
  /(局|办|委|办公室|部门|单位|院|中心|大队|支队|队|镇|乡|街道|公司|妇联|残联|工商联|总工会|法院|检察院)[)）]?$/
/** How a further name begins. */
const beginning = /^([县市区省州盟旗各镇乡团国中]|本级|其他|有关|相关)/
/** The part that a line break can cut off the end of a name. */
const tail = /^(公室|公厅|员会|门|位|局|会|部门?|管理局|监督管理局|建设局|资源局|保障局|生产委员会)$/
const label = /(牵头|主办|主要责任|责任|配合|协办|协助|参与|协同|负责)(单位|部门|科室|股室)?\s*[:：]/g
const leadWord = /牵头|主办|主要责任|责任|负责/
const mark = /[(（](牵头|主办|配合|协办|协助|参与)(单位|部门)?[)）]/
const markAlone = new RegExp(`^${mark.source}$`)
/** 县水利局牵头，县林业局、各乡镇配合: what the names before it do. */
const behind = /(牵头|主办|负责|配合|协办|协助|参与|落实)(?=[，,；;、。\s]|$)[，,；;、。]?/g

/** Whether a text is named as an office is: 县教育局, 各乡镇, 县委宣传部. */
export function isOffice(text: string): boolean {
  const bare = text.replace(mark, '').replace(label, '').trim()
  return bare === '' || ending.test(bare)
}

/** `part` is the column's own: what a name is where the cell does not say. */
export function readDepartments(cell: string, part: NamedPart['part']): DepartmentCell {
  const doubts: RowDoubt[] = []
  const named: NamedPart[] = []
  for (const segment of segmentsOf(cell, part)) {
    const { names, isSure } = splitNames(segment.text)
    if (!isSure)
      doubts.push({ code: 'department-several', names: joinLines(cell), read: names.map(unmarked) })
    const hasMark = names.some(name => mark.test(name))
    for (const name of names) {
      const own = mark.exec(name)?.[1]
      const isSupport = own
        ? !leadWord.test(own)
        : hasMark && names.some(other => /牵头|主办/.test(mark.exec(other)?.[1] ?? ''))
      const bare = unmarked(name)
      if (bare !== '' && !named.some(other => other.name === bare))
        named.push({ name: bare, part: isSupport ? 'support' : segment.part })
    }
  }
  for (const entry of named) {
    if (!/等$/.test(entry.name)) continue
    entry.name = entry.name.replace(/等$/, '')
    doubts.push({ code: 'department-more', name: entry.name })
  }
  return { named, doubts }
}

function unmarked(name: string): string {
  return name.replace(mark, '').trim()
}

/** The cell between its labels 牵头单位：, 配合单位：. */
function segmentsOf(cell: string, part: NamedPart['part']): { text: string; part: NamedPart['part'] }[] {
  const found = [...cell.matchAll(label)]
  const [first] = found
  if (!first) return segmentsBehind(cell, part)
  const before = cell.slice(0, first.index)
  return [
    ...(before.trim() === '' ? [] : [{ text: before, part }]),
    ...found.map((match, i) => ({
      text: cell.slice(match.index + match[0].length, found[i + 1]?.index),
      part: leadWord.test(match[1] ?? '') ? ('lead' as const) : ('support' as const),
    })),
  ]
}

/** The cell between words that stand behind the names they are about. */
function segmentsBehind(cell: string, part: NamedPart['part']): { text: string; part: NamedPart['part'] }[] {
  let from = 0
  const segments = [...cell.matchAll(behind)].map(match => {
    const text = cell.slice(from, match.index).replace(/^\s*由/, '')
    from = match.index + match[0].length
    return {
      text,
      part: leadWord.test(match[1] ?? '') || match[1] === '落实' ? ('lead' as const) : ('support' as const),
    }
  })
  const rest = cell.slice(from)
  return rest.trim() === '' && segments.length > 0 ? segments : [...segments, { text: rest, part }]
}

/** Names between marks, and between lines and spaces where one plainly ends. */
function splitNames(text: string): { names: string[]; isSure: boolean } {
  let isSure = true
  const names: string[] = []
  for (const part of text.split(/[、,，;；/／]+/)) {
    const pieces = part.split(/[\s\u3000]+/).filter(piece => piece !== '')
    let open = ''
    for (const [i, piece] of pieces.entries()) {
      open += piece
      const next = pieces[i + 1]
      if (next === undefined) continue
      const cut = cutAt(open, next)
      if (cut === 'unsure') isSure = false
      if (cut !== 'no') {
        names.push(open)
        open = ''
      }
    }
    if (open !== '') names.push(open)
  }
  const apart = names.flatMap(splitGlued)
  return { names: apart.flatMap(({ names }) => names), isSure: isSure && apart.every(one => one.isSure) }
}

/** Whether a name ends between two pieces of a cell. */
function cutAt(open: string, next: string): 'yes' | 'no' | 'unsure' {
  if (tail.test(next)) return 'no'
  const bare = open.replace(mark, '')
  if (markAlone.test(next)) return 'no'
  if (mark.test(open)) return 'yes'
  if (plainEnding.test(bare)) return 'yes'
  if (!ending.test(bare)) return 'no'
  return beginning.test(next) ? 'yes' : 'unsure'
}

/** 县发改局(牵头)县财政局, 县教育局和县财政局, 县发改局县财政局: parted without a mark. */
function splitGlued(text: string): { names: string[]; isSure: boolean } {
  const marked = text.split(/(?<=[(（](?:牵头|主办|配合|协办|协助|参与)(?:单位|部门)?[)）])(?=[^\s)）])/)
  const names = marked.flatMap(part =>
    part.split(
      /(?<=[局办委院部会])[和及与]?(?=[县市区省州](?!场|政|域|级|直)\p{Script=Han}{1,12}[局办委院部会](?!\p{Script=Han}))/u,
    ),
  )
  return { names, isSure: names.length === marked.length }
}
