/**
 * `check-content --json`: what the site understands of an edition, as data for other programs. It is printed while findings
 * exist too: as far as the files can be read, fields that can't are empty.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'astro/zod'
import { parseDocument } from 'yaml'
import { readEditions } from '../build/content-files'
import { editionShapes } from '../build/content-shape'
import { readRows } from '../core/edition/read-rows'
import type { IndicatorSource } from '../core/edition/table-source'

export interface Understanding {
  edition: string
  title: string
  declared: { rows?: number | undefined; items?: number | undefined; points?: number | undefined }
  departments: { id: string; name: string }[]
  rows: UnderstoodRow[]
  /** Those of `check-content` that are about this edition, in Chinese. */
  findings: string[]
}

interface UnderstoodRow {
  id: string
  number: string
  levels: string[]
  content: string
  criteria: string
  method: string
  scoring: { kind: 'points' | 'deduction' | 'veto' | 'bonus' | 'none'; points: number | null }
  departments: { id: string; name: string; part: 'lead' | 'support' }[]
  items: { id: string; text: string }[]
  deadline: string
  other: { head: string; text: string }[]
}

export function describeEdition(base: string, edition: string): Understanding {
  const all: string[] = []
  readEditions(base, all)
  const folder = join(base, edition)
  const findings = all.filter(
    finding =>
      finding.startsWith(`${folder}/`) ||
      finding.startsWith(`${folder}\\`) ||
      finding.startsWith(`${folder}：`),
  )
  const path = join(folder, 'indicators.yaml')
  if (!existsSync(path)) {
    if (findings.length === 0) findings.push(`${folder}：没有这个年度。`)
    return { edition, title: '', declared: {}, departments: [], rows: [], findings }
  }
  const data = lenient(path)
  const names = new Map(data.departments.map(({ id, name }) => [id, name]))
  const those = (ids: readonly string[] = [], part: 'lead' | 'support') =>
    ids.map(id => ({ id, name: names.get(id) ?? '', part }))
  return {
    edition,
    title: data.title,
    declared: data.declared,
    departments: data.departments,
    rows: readRows(data).map(row => ({
      id: row.source.id,
      number: row.number,
      levels: row.levels,
      content: row.content,
      criteria: row.criteria,
      method: row.method,
      scoring: scoringOf(row.source),
      departments: [...those(row.source.departments, 'lead'), ...those(row.source.supporting, 'support')],
      items: row.source.items ?? [],
      deadline: row.deadline,
      other: row.other,
    })),
    findings,
  }
}

type Shape<Value> = { safeParse(value: unknown): z.ZodSafeParseResult<Value> }

/** The file's data as far as it has its shape: of an entry with a fault the fields without one. */
function lenient(path: string) {
  const data = readData(path)
  const part = <Value>(key: string, shape: Shape<Value>, empty: Value): Value => {
    const read = shape.safeParse(data[key])
    return read.success && read.data !== undefined ? read.data : empty
  }
  const list = <Value>(key: string, shape: Shape<Value>): Value[] => {
    const entries = data[key]
    return Array.isArray(entries) ? entries.flatMap(entry => soundPart(entry, shape) ?? []) : []
  }
  const { shape } = editionShapes.indicators
  return {
    title: part('title', shape.title, ''),
    declared: part('declared', shape.declared.partial(), {}),
    columns: list('columns', shape.columns.element),
    departments: list('departments', shape.departments.element),
    indicators: list('indicators', shape.indicators.element),
  }
}

/** Where the YAML itself is broken, what stands before the break. */
function readData(path: string): Record<string, unknown> {
  const source = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  try {
    const data: unknown = parseDocument(source).toJS()
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** The entry without the fields that are not as they should be; undefined where nothing of it is left. */
function soundPart<Value>(entry: unknown, shape: Shape<Value>): Value | undefined {
  const read = shape.safeParse(entry)
  if (read.success || typeof entry !== 'object' || entry === null) return read.data
  const wrong = new Set(
    read.error.issues.flatMap(issue =>
      issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
    ),
  )
  const rest = Object.fromEntries(Object.entries(entry).filter(([key]) => !wrong.has(key)))
  return shape.safeParse(rest).data
}

function scoringOf({ points, bonus, deduction, veto }: IndicatorSource): UnderstoodRow['scoring'] {
  if (veto) return { kind: 'veto', points: null }
  if (deduction !== undefined) return { kind: 'deduction', points: deduction }
  if (bonus !== undefined) return { kind: 'bonus', points: bonus }
  return points === undefined ? { kind: 'none', points: null } : { kind: 'points', points }
}
