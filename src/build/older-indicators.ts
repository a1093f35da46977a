/**
 * `indicators.yaml` as it was written before a table had columns of its own: one layout, one department a row. It is
 * refused by name, and `npm run convert-content` writes it anew: ids, texts and order stay, and so do the pages.
 */
import { z } from 'astro/zod'
import type { IndicatorSource } from '../core/edition/table-source'
import { withoutScore } from '../core/text/likeness'
import type { EditionFiles } from './content-shape'

const row = z.object({
  id: z.string(),
  number: z.number().optional(),
  name: z.string(),
  content: z.string(),
  points: z.number().optional(),
  deduction: z.number().optional(),
  veto: z.literal(true).optional(),
  department: z.string(),
  departmentMerged: z.literal(true).optional(),
  required: z.string().optional(),
  evidence: z.string().optional(),
  items: z.array(z.object({ id: z.string(), text: z.string() })).optional(),
  note: z.string().optional(),
})

const shape = z.object({
  title: z.string(),
  declared: z.object({ rows: z.number(), items: z.number(), points: z.number() }),
  notes: z.array(z.string()).optional(),
  columns: z.undefined().optional(),
  departments: z.array(z.object({ id: z.string(), name: z.string() })),
  indicators: z.array(row).min(1),
})

type Row = z.infer<typeof row>

/** Whether `data` is a file of the older form, sound or not. */
export function isOlderIndicators(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || 'columns' in data) return false
  const rows = 'indicators' in data && Array.isArray(data.indicators) ? data.indicators : []
  return rows.some(entry => typeof entry === 'object' && entry !== null && 'department' in entry)
}

/** The same edition in the form of today. @throws a ZodError when it is no sound file of the older form. */
export function convertOlderIndicators(data: unknown): EditionFiles['indicators'] {
  const { title, declared, notes, departments, indicators } = shape.parse(data)
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  const isApart = indicators.some(hasScoreApart)
  return {
    title,
    declared,
    ...(notes && { notes }),
    columns: [
      { name: '序号', role: 'number' },
      { name: '考核指标', role: 'level' },
      { name: '具体内容', role: 'content' },
      ...(isApart ? [{ name: '分值', role: 'points' as const }] : []),
      { name: '评价部门', role: 'department' },
      { name: '是否需要印证材料', role: 'required' },
      { name: '印证材料清单', role: 'evidence' },
    ],
    departments,
    indicators: indicators.map((row, i) => convertRow(row, indicators[i - 1], names)),
  }
}

function convertRow(row: Row, above: Row | undefined, names: ReadonlyMap<string, string>): IndicatorSource {
  const merged = [
    ...(above && numberOf(above) === numberOf(row) ? ['序号'] : []),
    ...(above?.name === row.name ? ['考核指标'] : []),
    ...(row.departmentMerged ? ['评价部门'] : []),
  ]
  const printed: [string, string | undefined][] = [
    ['序号', String(numberOf(row))],
    ['考核指标', row.name],
    ['具体内容', row.content],
    [
      '分值',
      hasScoreApart(row)
        ? `${row.deduction === undefined ? '' : '-'}${row.points ?? row.deduction}`
        : undefined,
    ],
    ['评价部门', names.get(row.department)],
    ['是否需要印证材料', row.required],
    ['印证材料清单', row.evidence],
  ]
  const cells = printed.flatMap(([name, text]) =>
    text && !merged.includes(name) ? [[name, text] as const] : [],
  )
  const { id, points, deduction, veto, department, items, note } = row
  return {
    id,
    cells: Object.fromEntries(cells),
    ...(merged.length > 0 && { merged }),
    ...(points !== undefined && { points }),
    ...(deduction !== undefined && { deduction }),
    ...(veto && { veto }),
    departments: [department],
    ...(items && { items }),
    ...(note !== undefined && { note }),
  }
}

function numberOf({ id, number }: Row): number {
  return number ?? Number(id.split('-')[0])
}

/** Whether the points stood in a column of their own, and not in the content. */
function hasScoreApart({ content, veto }: Row): boolean {
  return !veto && withoutScore(content) === content
}
