/**
 * Editions as published pages carry them: the tool's own page has their files, a checklist or intake page its catalogue, of
 * which an edition is made that gives next year its ids. What no page says (how cells were merged, the notice's text) is left
 * open, so pages can't be made of it again.
 */
import type { EditionFolder } from '../../build/edition'
import type { Catalogue, Indicator } from '../../core/edition/catalogue'
import { toFill } from '../../core/edition/content'
import type { ColumnSource, IndicatorSource } from '../../core/edition/table-source'
import { optional } from '../notice/fields'
import type { EarlierEdition } from './project'

interface PageData {
  catalogue?: Catalogue
  recipient?: { name?: string; contact?: string; phone?: string; email?: string; address?: string }
  editions?: { folder: EditionFolder }[] | string[]
}

/** Newest first; empty where the page is none of these. */
export function readPublished(page: string): EarlierEdition[] {
  const [, json] = /<script type="application\/json" id="page">([\s\S]*?)<\/script>/.exec(page) ?? []
  if (json === undefined) return []
  try {
    const data = JSON.parse(json) as PageData
    if (data.catalogue) return [{ folder: folderOf(data.catalogue, data), isWhole: false }]
    return (data.editions ?? []).flatMap(edition =>
      typeof edition === 'object' ? [{ folder: edition.folder, isWhole: true }] : [],
    )
  } catch {
    // A page of another kind, or one that was changed by hand.
    return []
  }
}

function folderOf(catalogue: Catalogue, { recipient = {} }: PageData): EditionFolder {
  const { edition, label, title, bundleTitle, materials, report, indicators, departments, notes } = catalogue
  const { name = '', contact, phone, email, address } = recipient
  const assessment = label.replace(/^\d{4}年度/, '')
  const { columns, rows } = tableOf(indicators)
  const points = rows.reduce((sum, row) => sum + (row.points ?? 0), 0)
  return {
    id: edition,
    body: toFill,
    files: {
      notice: {
        title: toFill,
        ...(assessment && { assessment }),
        indexNumber: '',
        documentNumber: '',
        publisher: name || toFill,
        published: toFill,
        signatory: name || toFill,
        dated: toFill,
        contact: optional({ name: contact, phone, email, address }),
        keywords: [],
      },
      indicators: {
        title,
        declared: { rows: rows.length, items: rows.flatMap(({ items = [] }) => items).length, points },
        ...(notes.length > 0 && { notes }),
        columns,
        departments,
        indicators: rows,
      },
      materials: {
        title: bundleTitle,
        folder: materials.folder,
        ...optional({ note: materials.note }),
        items: materials.items.map(({ id, label, text }) => ({ id, label, text })),
      },
      report: {
        title: report.title,
        placeholder: report.placeholder,
        ...(report.item && { item: report.item.id }),
        sections: report.sections.map(({ id, heading, indicators, contentLabel, answerLabel, note }) => ({
          id,
          heading,
          ...(indicators && { indicators }),
          ...optional({ contentLabel, answerLabel, note }),
        })),
      },
      units: undefined,
    },
  }
}

/**
 * A column for each thing that a row says, named by its role: two printed heads may be the same. Rows that share one content
 * share its cell.
 */
function tableOf(indicators: readonly Indicator[]) {
  const depth = Math.max(0, ...indicators.map(({ levels }) => levels.length))
  const kinds: [column: ColumnSource, textOf: (row: Indicator) => string | undefined][] = [
    [{ name: 'number', role: 'number' }, row => row.number],
    ...Array.from({ length: depth }, (_, i): (typeof kinds)[number] => [
      { name: `level-${i + 1}`, role: 'level' },
      row => row.levels[i],
    ]),
    [{ name: 'content', role: 'content' }, row => row.content],
    [{ name: 'criteria', role: 'criteria' }, row => row.criteria],
    [{ name: 'method', role: 'method' }, row => row.method],
    [{ name: 'department', role: 'department' }, row => row.departments.map(({ name }) => name).join('、')],
    [{ name: 'required', role: 'required' }, row => row.required],
    [{ name: 'evidence', role: 'evidence' }, row => row.evidence],
    [{ name: 'deadline', role: 'deadline' }, row => row.deadline],
  ]
  const used = kinds.filter(([, textOf]) => indicators.some(textOf))
  return { columns: used.map(([column]) => column), rows: indicators.map(rowOf) }

  function rowOf(row: Indicator, i: number): IndicatorSource {
    const { id, scoring, departments, items, note } = row
    const isShared = row.content !== '' && indicators[i - 1]?.content === row.content
    const cells = Object.fromEntries(
      used.flatMap(([{ name, role }, textOf]) => {
        const text = textOf(row)
        return text && !(isShared && role === 'content') ? [[name, text] as const] : []
      }),
    )
    const those = (part: 'lead' | 'support') =>
      departments.filter(entry => entry.part === part).map(({ id }) => id)
    return {
      id,
      cells,
      ...(isShared && { merged: ['content'] }),
      ...(scoring.kind === 'veto' && { veto: true as const }),
      ...('points' in scoring && { [scoring.kind]: scoring.points }),
      ...lists({ departments: those('lead'), supporting: those('support') }),
      ...lists({
        items: items.filter(({ counted }) => counted).map(({ id, text }) => ({ id, text })),
      }),
      ...optional({ note }),
    }
  }
}

function lists<Fields extends Record<string, unknown[]>>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, list]) => list.length > 0)) as Partial<Fields>
}
