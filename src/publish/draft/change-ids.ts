/** Ids of rows, items and departments, corrected: an id that was used for one thing is given to no other. */
import type { EditionFolder } from '../../build/edition'
import { nextId } from '../identity'
import { withRows } from './change-rows'

/** A row takes its items along, since their ids begin with its own. */
export function changeId(
  folder: EditionFolder,
  id: string,
  to: string,
  used: ReadonlySet<string>,
): EditionFolder {
  const rows = folder.files.indicators.indicators
  const taken = new Set([
    ...used,
    ...rows.flatMap(row => [row.id, ...(row.items ?? []).map(item => item.id)]),
  ])
  const place = id.replace(/-\d+$/, '')
  const next = to === '' ? nextId(place, taken) : to
  if (to !== '' && rows.some(row => row.id === to || row.items?.some(item => item.id === to))) return folder
  const rename = (text: string) => (text.startsWith(`${id}-`) ? next + text.slice(id.length) : text)
  return withRows(
    folder,
    rows.map(row => {
      const items = row.items?.map(item => ({ ...item, id: item.id === id ? next : rename(item.id) }))
      return { ...row, id: row.id === id ? next : row.id, ...(items && { items }) }
    }),
  )
}

export function renameDepartment(folder: EditionFolder, id: string, to: string): EditionFolder {
  const { indicators } = folder.files
  if (indicators.departments.some(department => department.id === to)) return folder
  const rename = (ids: string[] | undefined) => ids?.map(one => (one === id ? to : one))
  const departments = indicators.departments.map(entry => (entry.id === id ? { ...entry, id: to } : entry))
  const rows = indicators.indicators.map(row => ({
    ...row,
    ...(row.departments && { departments: rename(row.departments) }),
    ...(row.supporting && { supporting: rename(row.supporting) }),
  }))
  return {
    ...folder,
    files: { ...folder.files, indicators: { ...indicators, departments, indicators: rows } },
  }
}
