/**
 * The lines of a table of what a unit hands in: one for each use of a file, and one for each item without files, so that
 * gaps show. In come a checklist and its plan; every entry of the plan is in exactly one line.
 */

import { type Answer, answerOf, type Checklist } from '../checklist/checklist'
import { isAnswered, type Section } from '../checklist/progress'
import type { Item } from '../edition/catalogue'
import { legible } from '../text/legible'
import type { BundleEntry, BundlePlan } from './plan'

export interface EvidenceLine {
  section: Section
  item: Item
  answer: Answer
  entry: BundleEntry | null
  /** True for the item's first line, the one that carries the item's state and remarks. */
  isFirst: boolean
}

/** The lines in the plan's order. Items that do not count and have neither files nor an answer are left out. */
export function listEvidence(checklist: Checklist, plan: BundlePlan): EvidenceLine[] {
  const byItem = entriesByItem(plan)
  return plan.sections.flatMap(section =>
    section.items.flatMap((item): EvidenceLine[] => {
      const answer = answerOf(checklist, item.id)
      const entries = byItem.get(item.id) ?? []
      if (entries.length > 0)
        return entries.map((entry, i) => ({ section, item, answer, entry, isFirst: i === 0 }))
      const isShown = item.counted || isAnswered(answer)
      return isShown ? [{ section, item, answer, entry: null, isFirst: true }] : []
    }),
  )
}

/** The entries of each item, in the plan's order. */
export function entriesByItem({ entries }: BundlePlan): Map<string, BundleEntry[]> {
  const byItem = new Map<string, BundleEntry[]>()
  for (const entry of entries) {
    const its = byItem.get(entry.item.id)
    if (its) its.push(entry)
    else byItem.set(entry.item.id, [entry])
  }
  return byItem
}

/** `原文件名：…` where the file has another name in the bag, else an empty text. */
export function originalNameOf(entry: BundleEntry | null): string {
  if (!entry || entry.path.endsWith(`/${legible(entry.file.originalName)}`)) return ''
  return `原文件名：${entry.file.originalName}`
}

export function joinLines(lines: readonly string[]): string {
  return lines.filter(Boolean).join('\n')
}
