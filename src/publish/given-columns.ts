/** `--columns "考核指标=level,提供材料=evidence"` as roles by heading. */
import { type ColumnRole, columnRoles } from '../core/edition/table-source'
import { Refusal } from './refusal'

/** @throws a Refusal that quotes the part it can't read. */
export function parseColumns(text: string): Map<string, ColumnRole> {
  const parts = text
    .split(/[,，;；]/)
    .map(part => part.trim())
    .filter(part => part !== '')
  return new Map(
    parts.map(part => {
      const [, name = '', word = ''] = /^(.+?)\s*[=＝]\s*([a-z]+)$/.exec(part) ?? []
      const role = columnRoles.find(role => role === word)
      if (name === '' || !role) throw new Refusal({ code: 'bad-columns', text: part })
      return [name, role]
    }),
  )
}
