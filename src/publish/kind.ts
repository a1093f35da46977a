/** Whether a table is next year's of an earlier one, or of another assessment whose fields must not be borrowed. */
import type { EditionFiles } from '../build/content-shape'
import { likeness } from '../core/text/likeness'
import type { Earlier } from './earlier'

/** The words that every such title has. */
const common =
  /20\d\d|年度?|关于|工作|考核|考评|评价|指标|体系|要点|细则|评分|标准|任务|分解|清单|表|县|市|区|省/g
const alike = 0.5
/** So much of the table must be known from before. */
const known = 0.2

/** By its title, or by the rows and departments that it shares with the last edition. */
export function isSameKind(
  title: string,
  data: EditionFiles['indicators'],
  { last, rows }: Earlier,
): boolean {
  if (!last) return false
  const subject = (text: string) => text.replace(common, '')
  const [own, before] = [subject(title), subject(last.files.indicators.title)]
  if (own !== '' && likeness(own, before) >= alike) return true
  const ids = new Set(rows.map(({ id }) => id))
  const shared = data.indicators.filter(({ id }) => ids.has(id)).length
  return shared / data.indicators.length >= known
}
