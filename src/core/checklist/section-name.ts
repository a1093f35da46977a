/** How a section is called, on pages and in files. */

import { firstClause } from '../text/clause'
import type { Section } from './progress'

/** An indicator's own name (质量强县), else what the section holds. */
export function nameSection({ id, indicator }: Section): string {
  if (indicator) return indicator.name
  if (id === 'unsorted') return '待归类'
  return id === '0' ? '共性资料' : '考核要点中已取消的材料项'
}

/** The name behind its number, where people know it by one: `7-1 质量强县`. */
export function titleSection(section: Section): string {
  return section.indicator ? `${section.id} ${nameSection(section)}` : nameSection(section)
}

/** The title in a list; where rows share a name, the content's first clause instead: 10-2 开展重点领域反不正当竞争执法. */
export function nameStep(section: Section, sections: readonly Section[]): string {
  const { id, indicator } = section
  const isShared = sections.filter(other => indicator && other.indicator?.name === indicator.name).length > 1
  return indicator && isShared ? `${id} ${firstClause(indicator.content)}` : titleSection(section)
}

/** The least that tells a section from others, for the head of a column: `7-1`, 共性, 已取消. */
export function abbreviateSection(id: string): string {
  if (id === '0') return '共性'
  return id === 'gone' ? '已取消' : id
}
