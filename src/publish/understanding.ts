/**
 * `check-content --json`: what the site understands of an edition, as data for other programs. It is printed while findings
 * exist too: as far as the files can be read, fields that can't are empty.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { readEditions } from '../build/content-files'
import { editionShapes } from '../build/content-shape'
import { readRows } from '../core/edition/read-rows'
import type { IndicatorSource } from '../core/edition/table-source'

interface Understanding {
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

/** The file's data as far as it has its shape. */
function lenient(path: string) {
  const data: unknown = parseDocument(readFileSync(path, 'utf8').replace(/^\ufeff/, '')).toJS()
  const part = <Value>(
    key: string,
    shape: { safeParse(value: unknown): { success: boolean; data?: Value } },
    empty: Value,
  ): Value => {
    const value =
      typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined
    const read = shape.safeParse(value)
    return read.success && read.data !== undefined ? read.data : empty
  }
  const { shape } = editionShapes.indicators
  return {
    title: part('title', shape.title, ''),
    declared: part('declared', shape.declared.partial(), {}),
    columns: part('columns', shape.columns, []),
    departments: part('departments', shape.departments, []),
    indicators: part('indicators', shape.indicators, []),
  }
}

function scoringOf({ points, bonus, deduction, veto }: IndicatorSource): UnderstoodRow['scoring'] {
  if (veto) return { kind: 'veto', points: null }
  if (deduction !== undefined) return { kind: 'deduction', points: deduction }
  if (bonus !== undefined) return { kind: 'bonus', points: bonus }
  return points === undefined ? { kind: 'none', points: null } : { kind: 'points', points }
}
