/**
 * What a publisher corrects in an edition that was read: each change by itself, pure, so that a list of them can be stored,
 * repeated and undone. Ids that somebody used before are never given to something else.
 */
import type { EditionFiles } from '../../build/content-shape'
import type { EditionFolder } from '../../build/edition'
import type { Change } from './change'
import { changeId, renameDepartment } from './change-ids'
import {
  addRow,
  changeCell,
  changeDepartments,
  changeRow,
  removeRow,
  standAlone,
  withItems,
  withScoring,
} from './change-rows'
import {
  addMaterial,
  addSection,
  changeMaterial,
  changeReportItem,
  changeSection,
  moveSection,
  removeMaterial,
  removeSection,
} from './template'

/** The edition with a change. One about a row that is no longer there changes nothing. `used` are ids of earlier editions, those of sections included. */
export function applyChange(
  folder: EditionFolder,
  change: Change,
  used: ReadonlySet<string> = new Set(),
): EditionFolder {
  const { notice, indicators, materials, report } = folder.files
  const withFiles = (files: Partial<EditionFiles>): EditionFolder => ({
    ...folder,
    files: { ...folder.files, ...files },
  })
  switch (change.kind) {
    case 'cell':
      return changeCell(folder, change, used)
    case 'scoring':
      return changeRow(folder, change.row, row => withScoring(row, change.scoring))
    case 'departments':
      return changeDepartments(folder, change)
    case 'items':
      return changeRow(folder, change.row, row => withItems(row, change.texts, used))
    case 'row-added':
      return addRow(folder, change, used)
    case 'row-removed':
      return removeRow(folder, change.row, used)
    case 'id':
      return changeId(folder, change.id, change.to, used)
    case 'department-id':
      return renameDepartment(folder, change.id, change.to)
    case 'field':
      return withFiles({ notice: withField(notice, change.field, change.value) as typeof notice })
    case 'body':
      return { ...folder, body: change.text }
    case 'title':
      return withFiles({ indicators: { ...indicators, title: change.text } })
    case 'bundle-title':
      return withFiles({ materials: { ...materials, title: change.text } })
    case 'material':
      return withFiles(changeMaterial(folder.files, change))
    case 'material-added':
      return withFiles(addMaterial(folder, change, used))
    case 'material-removed':
      return withFiles(removeMaterial(folder.files, change))
    case 'report-item':
      return withFiles(changeReportItem(folder.files, change))
    case 'report-text':
      return withFiles({ report: { ...report, [change.field]: change.text } })
    case 'section':
      return withFiles(changeSection(folder.files, change))
    case 'section-added':
      return withFiles(addSection(folder, change, used))
    case 'section-removed':
      return withFiles(removeSection(folder.files, change))
    case 'section-moved':
      return withFiles(moveSection(folder.files, change))
    case 'materials': {
      const { item, ...others } = report
      const isThere = change.items.some(({ id }) => id === item)
      return withFiles({
        materials: { ...materials, items: change.items },
        report: isThere ? report : others,
      })
    }
    case 'report':
      return withFiles({ report: change.report })
    case 'total': {
      const { points: _, ...rest } = indicators.declared
      const declared = change.points === null ? rest : { ...rest, points: change.points }
      return withFiles({ indicators: { ...indicators, declared } })
    }
    case 'note':
      return changeRow(folder, change.row, ({ note: _, ...row }) =>
        change.text === '' ? row : { ...row, note: change.text },
      )
    case 'unmerge':
      return changeRow(folder, change.row, row => standAlone(row, change.column))
  }
}

/** A copy with the field of this path set; an empty value takes it out. */
function withField(data: Record<string, unknown>, path: string, value: string): Record<string, unknown> {
  const [first = '', ...rest] = path.split('.')
  if (rest.length > 0) {
    const inner = (data[first] ?? {}) as Record<string, unknown>
    return { ...data, [first]: withField(inner, rest.join('.'), value) }
  }
  if (first === 'keywords') return { ...data, keywords: value.split(/[\s、,，;；]+/).filter(Boolean) }
  const needed = ['indexNumber', 'documentNumber']
  const { [first]: _, ...others } = data
  return value === '' && !needed.includes(first) ? others : { ...data, [first]: value }
}
