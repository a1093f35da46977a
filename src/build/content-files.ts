/**
 * Reads `content/` from the disk: out come the sound editions, and every problem of every file in Chinese, with its file,
 * line, entry and field, and how to mend it. The build stops at a finding (`content-loader`); `npm run check-content`
 * prints them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'astro/zod'
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { type ContentProblem, findContentProblems, toFill } from '../core/edition/content'
import { findReusedIds } from '../core/edition/reused-ids'
import { sayContentProblem } from '../wording/content'
import { editionShapes, type SiteFile, siteShape } from './content-shape'
import { catalogueSource, type EditionFolder } from './edition'
import { isOlderIndicators } from './older-indicators'

/** The README's pictures stand beside the editions. */
const pictures = 'pictures'

/** One edition for each folder of `base`, oldest first; those with a finding are left out. */
export function readEditions(base: string, findings: string[]): EditionFolder[] {
  const years = readdirSync(base, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== pictures)
    .map(entry => entry.name)
    .sort()
  const editions = years.flatMap(year => readEdition(year, join(base, year), findings) ?? [])
  const sources = editions.map(catalogueSource)
  for (const { edition, ...problem } of findReusedIds(sources)) {
    findings.push(sayProblem(join(base, edition), problem))
  }
  return editions
}

/** The site's own file, or undefined with its findings. */
export function readSite(path: string, findings: string[]): SiteFile | undefined {
  const source = readSource(path, findings)
  return source === null ? undefined : readYaml(path, source, 1, siteShape, findings)
}

/** `2023`, `2023-food`: what may stand in the addresses of an edition's pages. */
export function isAddress(name: string): boolean {
  return /^20\d\d(-[a-z0-9]+)*$/.test(name)
}

function readEdition(id: string, folder: string, findings: string[]): EditionFolder | undefined {
  if (!isAddress(id)) {
    findings.push(
      `${folder}：文件夹的名称必须是四位年份，如 2023；一年里有几个考核的，后面加减号和小写英文，如 2023-food。`,
    )
    return undefined
  }
  const read = <Data>(name: string, shape: z.ZodType<Data>): Data | undefined => {
    const source = readSource(join(folder, name), findings)
    return source === null ? undefined : readYaml(join(folder, name), source, 1, shape, findings)
  }
  const before = findings.length
  const front = readNotice(join(folder, 'notice.md'), findings)
  const indicators = read('indicators.yaml', editionShapes.indicators)
  const materials = read('materials.yaml', editionShapes.materials)
  const report = read('report.yaml', editionShapes.report)
  const units = existsSync(join(folder, 'units.yaml')) ? read('units.yaml', editionShapes.units) : undefined
  if (!front || !indicators || !materials || !report || findings.length > before) return undefined
  const files = { notice: front.data, indicators, materials, report, ...(units && { units }) }
  const edition = { id, files, body: front.body }
  const problems = findContentProblems(catalogueSource(edition))
  findings.push(...problems.map(problem => sayProblem(folder, problem)))
  return problems.length > 0 ? undefined : edition
}

function readNotice(path: string, findings: string[]) {
  const source = readSource(path, findings)
  if (source === null) return undefined
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source)
  if (!parts) {
    findings.push(`${path}：开头要有一段用两行 --- 围起来的信息，后面是通知正文。`)
    return undefined
  }
  const body = parts[2] ?? ''
  if (body.trim() === '') findings.push(`${path}：通知正文是空的。`)
  if (body.includes(toFill)) findings.push(`${path}：正文里还有“${toFill}”，请填好。`)
  const data = readYaml(path, parts[1] ?? '', 2, editionShapes.notice, findings)
  return data && { data, body }
}

function sayProblem(folder: string, problem: ContentProblem): string {
  return `${join(folder, problem.file)}：${problem.entry}：${sayContentProblem(problem)}`
}

/** The file's text without the mark that Notepad puts in front of UTF-8; null with a finding where there is no file. */
function readSource(path: string, findings: string[]): string | null {
  if (existsSync(path)) return readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  findings.push(`${path}：缺少这个文件。请从上一年度的文件夹复制一份再修改。`)
  return null
}

/** The file's data in its shape, or undefined with the reasons added to `findings`. */
function readYaml<Data>(
  path: string,
  text: string,
  firstLine: number,
  shape: z.ZodType<Data>,
  findings: string[],
): Data | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const at = (offset: number) => `${path} 第${lines.linePos(offset).line + firstLine - 1}行`
  for (const error of document.errors) {
    const hint = error.code === 'DUPLICATE_KEY' ? '同一个字段写了两次' : '缩进、冒号或引号可能不对'
    findings.push(`${at(error.pos[0])}：YAML 写法有误，${hint}（${error.code}）。`)
  }
  if (document.errors.length > 0) return undefined
  const data: unknown = document.toJS()
  if (isOlderIndicators(data)) {
    findings.push(
      `${path}：是以前的写法（一行写 name、content、department，没有 columns）。请运行 npm run convert-content，各年度会改成现在的写法，编号和文字不变，原来的文件留在旁边（indicators.旧.yaml）。`,
    )
    return undefined
  }
  const result = shape.safeParse(data)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const entry = entryOf(document.contents, issue.path)
    findings.push(
      `${at(offsetOf(document.contents, issue.path))}：${entry}${issue.path.join('.') || '整个文件'}：${issue.message}。`,
    )
  }
  return undefined
}

/** The id of the innermost list entry a path leads through, so that a finding names it. */
function entryOf(node: unknown, path: PropertyKey[]): string {
  let id = ''
  for (const key of path) {
    node = isMap(node) || isSeq(node) ? node.get(key, true) : undefined
    const own = isMap(node) ? node.get('id') : undefined
    if (typeof own === 'string') id = `${own} 的 `
  }
  return id
}

function offsetOf(node: unknown, path: PropertyKey[]): number {
  let offset = 0
  for (const key of path) {
    node = isMap(node) || isSeq(node) ? node.get(key, true) : undefined
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.range) offset = node.range[0]
  }
  return offset
}
