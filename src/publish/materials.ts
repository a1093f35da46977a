/** `materials.yaml`: the numbered points of the notice's section one, by the ids of earlier editions. */
import type { EditionFiles } from '../build/content-shape'
import { firstClause } from '../core/text/clause'
import { saysSame } from '../core/text/likeness'
import type { Earlier } from './earlier'
import { nameEntries } from './identity'
import type { Notice } from './notice/notice'
import type { Question } from './question'
import { subjectOf } from './subject'

export interface NewMaterials {
  data: EditionFiles['materials']
  questions: Question[]
  /** Those found in the notice. */
  items: { id: string; text: string }[]
}

const sectionStart = /^[一二三四五六七八九十]+、/
const point = /^[(（]?(\d{1,2})[)）.．、,，]\s*(.+?)[;；。.]?$/

/** `title` is the table's, from which the bundle of another assessment gets its name. */
export function buildMaterials(
  year: string,
  title: string,
  notice: Notice | undefined,
  earlier: Earlier,
): NewMaterials {
  const { last } = earlier
  const named = last?.files.materials.title.split(last.id.slice(0, 4)).join(year.slice(0, 4))
  const bundle = named ?? `${subjectOf(year, title)}资料`
  const folder = last?.files.materials.folder ?? '共性资料'
  const printed = notice ? pointsOf(notice.paragraphs) : []
  // The point that asks for the table's own evidence is answered by the table.
  const asked = printed.filter(({ text }) => !/印证(材料|资料)/.test(text))
  const left = printed.filter(entry => !asked.includes(entry))
  const questions: Question[] = left.map(({ text }) => ({ code: 'material-left-out', text }))
  if (named === undefined) questions.push({ code: 'bundle-named', title: bundle })
  if (asked.length === 0) return keepMaterials(bundle, folder, earlier, questions)
  const withIds = nameEntries(
    asked.map(({ number, text }) => ({ text, place: '0', wish: `0-${number}` })),
    earlier.materials,
    earlier.used,
  )
  const items = asked.map(({ text }, index) => {
    const entry = withIds[index] ?? { id: '' }
    const label = entry.before?.label ?? firstClause(text)
    if (!entry.before) questions.push({ row: entry.id, code: 'material-label', label })
    const was = earlier.texts.get(entry.id)
    if (was !== undefined && !saysSame(was, text))
      questions.push({ row: entry.id, code: 'item-reworded', before: was, after: text })
    return { id: entry.id, label, text }
  })
  const points = left.map(({ number }) => number).join('、')
  const note = points && `通知第${points}点要的就是各项指标的印证材料，不在这里另列。`
  const data = {
    title: bundle,
    folder,
    ...(note && { note }),
    items,
  }
  return { data, questions, items }
}

/** Last year's, because the notice is not there yet or numbers nothing. */
function keepMaterials(
  title: string,
  folder: string,
  { last }: Earlier,
  questions: Question[],
): NewMaterials {
  const items = last?.files.materials.items ?? []
  return {
    data: { title, folder, items },
    questions: [...questions, { code: last ? 'materials-before' : 'materials-none' }],
    items: [],
  }
}

/** The numbered points of the first section that has any. */
function pointsOf(paragraphs: readonly string[]): { number: number; text: string }[] {
  const found: { number: number; text: string }[] = []
  for (const line of paragraphs) {
    if (sectionStart.test(line) && found.length > 0) break
    const [, number, text] = point.exec(line) ?? []
    if (number && text) found.push({ number: Number(number), text })
  }
  return found
}
