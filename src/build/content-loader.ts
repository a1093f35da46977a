/**
 * Reads `content/` for Astro. Astro's own loaders log a broken file and go on with exit status 0; these stop the build,
 * once, with every problem of every file in Chinese: file, line, entry, field, what to do.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Loader, LoaderContext } from 'astro/loaders'
import type { z } from 'astro/zod'
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { type CatalogueSource, findContentProblems } from '../core/content'
import { sayContentProblem } from '../wording'

type Shapes = Record<'notice' | 'indicators' | 'materials' | 'report' | 'units', z.ZodType>
const fileNames = {
  notice: 'notice.md',
  indicators: 'indicators.yaml',
  materials: 'materials.yaml',
  report: 'report.yaml',
  units: 'units.yaml',
} as const

/** One entry per folder of `base` whose name is a year; its text is the notice's. */
export function editionFolders(base: string, shapes: Shapes): Loader {
  return {
    name: 'edition-folders',
    async load(context) {
      context.store.clear()
      const findings: string[] = []
      const years = readdirSync(base, { withFileTypes: true }).filter(entry => entry.isDirectory())
      for (const { name: edition } of years)
        await loadEdition(edition, join(base, edition), shapes, context, findings)
      refuse(findings)
      context.watcher?.add(base)
    },
  }
}

/** The one entry `site`. */
export function siteFile(path: string, shape: z.ZodType): Loader {
  return {
    name: 'site-file',
    async load(context) {
      const findings: string[] = []
      const source = readSource(path, findings)
      const data = source === null ? null : readYaml(path, source, 1, shape, findings)
      refuse(findings)
      context.store.set({ id: 'site', data: data as Record<string, unknown> })
    },
  }
}

async function loadEdition(
  edition: string,
  folder: string,
  shapes: Shapes,
  context: LoaderContext,
  findings: string[],
) {
  if (!/^\d{4}$/.test(edition)) {
    findings.push(`${folder}：文件夹的名称必须是四位年份，如 2023。`)
    return
  }
  const before = findings.length
  const data: Record<string, unknown> = {}
  let body = ''
  for (const [key, fileName] of Object.entries(fileNames) as [keyof Shapes, string][]) {
    const path = join(folder, fileName)
    if (key === 'units' && !existsSync(path)) continue
    const source = readSource(path, findings)
    if (source === null) continue
    if (key !== 'notice') {
      data[key] = readYaml(path, source, 1, shapes[key], findings)
      continue
    }
    const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source)
    if (!parts) {
      findings.push(`${path}：开头要有一段用两行 --- 围起来的信息，后面是通知正文。`)
      continue
    }
    body = parts[2] ?? ''
    if (body.trim() === '') findings.push(`${path}：通知正文是空的。`)
    data[key] = readYaml(path, parts[1] ?? '', 2, shapes[key], findings)
  }
  if (findings.length > before) return
  const sound = data as {
    indicators: Omit<CatalogueSource, 'edition' | 'materials' | 'report' | 'noticeText'>
    materials: CatalogueSource['materials']
    report: CatalogueSource['report']
    units?: CatalogueSource['units']
  }
  const { indicators, materials, report, units } = sound
  const source = { ...indicators, materials, report, units, edition, noticeText: body }
  const problems = findContentProblems(source)
  if (problems.length > 0) {
    findings.push(
      ...problems.map(
        problem => `${join(folder, problem.file)}：${problem.entry}：${sayContentProblem(problem)}`,
      ),
    )
    return
  }
  context.store.set({ id: edition, data, body, rendered: await context.renderMarkdown(body) })
}

/** The file's text without the mark that Notepad puts in front of UTF-8; null with a finding where there is no file. */
function readSource(path: string, findings: string[]): string | null {
  if (existsSync(path)) return readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  findings.push(`${path}：缺少这个文件。请从上一年度的文件夹复制一份再修改。`)
  return null
}

/** The file's data in its shape, or undefined with the reasons added to `findings`. */
function readYaml(
  path: string,
  text: string,
  firstLine: number,
  shape: z.ZodType,
  findings: string[],
): unknown {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const at = (offset: number) => `${path} 第${lines.linePos(offset).line + firstLine - 1}行`
  for (const error of document.errors) {
    const hint = error.code === 'DUPLICATE_KEY' ? '同一个字段写了两次' : '缩进、冒号或引号可能不对'
    findings.push(`${at(error.pos[0])}：YAML 写法有误，${hint}（${error.code}）。`)
  }
  if (document.errors.length > 0) return undefined
  const result = shape.safeParse(document.toJS())
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

function refuse(findings: string[]): void {
  if (findings.length === 0) return
  throw new Error(
    `content/ 里有 ${findings.length} 处要改，网站没有生成：\n${findings.map(line => `  ✗ ${line}`).join('\n')}`,
  )
}
