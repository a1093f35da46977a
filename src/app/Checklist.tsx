import { useEffect, useState } from 'preact/hooks'
import { answerOf, type Checklist as ChecklistRecord, usesOf } from '../core/checklist/checklist'
import { hintOf, isDone, progressOf, type Section, sectionsOf } from '../core/checklist/progress'
import { getCatalogue } from '../stores/page'
import { Bar } from './Bar'
import { SectionCard } from './checklist/SectionCard'
import { SectionsContext } from './checklist/SectionsContext'
import { HandIn } from './HandIn'
import { Journey } from './Journey'
import { Report } from './report/Report'
import { checklistContent } from './ui/page-content'

/** The items that are shown: all, those not done, or those with a hint. */
type View = 'all' | 'open' | 'hinted'

interface Props {
  checklist: ChecklistRecord
  onAddUnit: () => void
}

const views: [View, string][] = [
  ['all', '全部'],
  ['open', '未完成'],
  ['hinted', '有提示'],
]

/** The open checklist: the bar on top, the steps on the left, the sections and the report on the right. */
export function Checklist({ checklist, onAddUnit }: Props) {
  const [view, setView] = useState<View>('all')
  // `item-…` of the text being typed: its first character may complete the item, which must not vanish from 未完成 then.
  const [typing, setTyping] = useState('')
  const { deadline, deadlineText } = checklistContent()
  // The start form may have been scrolled down.
  useEffect(() => scrollTo(0, 0), [checklist.id])
  const sections = sectionsOf(getCatalogue(), checklist)
  const items = sections.flatMap(section => section.items)
  const progress = progressOf(items, checklist)
  const uses = usesOf(checklist)
  const counts: Record<View, string> = {
    all: '',
    open: ` ${progress.total - progress.done}`,
    hinted: ` ${progress.hints}`,
  }
  const shown = sections
    .map(section => ({ ...section, items: section.items.filter(item => isShown(view, section, item.id)) }))
    .filter(section => view === 'all' || section.items.length > 0)

  function isShown(view: View, section: Section, id: string): boolean {
    const item = section.items.find(item => item.id === id)
    if (!item || view === 'all' || `item-${id}` === typing) return true
    const answer = answerOf(checklist, id)
    return view === 'open' ? item.counted && !isDone(answer) : hintOf(item, answer) !== null
  }

  return (
    <SectionsContext.Provider value={sections}>
      <Bar checklist={checklist} progress={progress} onAddUnit={onAddUnit} />
      <div class="width work">
        <Journey sections={sections} checklist={checklist} />
        <div
          class="stack"
          onFocusIn={({ target }) =>
            setTyping((target instanceof HTMLTextAreaElement && target.closest('.item')?.id) || '')
          }
          onFocusOut={() => setTyping('')}
        >
          <div class="views">
            <fieldset class="segmented">
              <legend class="hidden">显示哪些材料项</legend>
              {views.map(([id, name]) => (
                <label key={id}>
                  <input type="radio" name="view" checked={view === id} onChange={() => setView(id)} />
                  <span>
                    {name}
                    {counts[id]}
                  </span>
                </label>
              ))}
            </fieldset>
            {deadline && (
              <p class="deadline">
                报送时限 {deadlineText}
                {Date.now() >= Date.parse(deadline) && <span class="badge">已截止</span>}
              </p>
            )}
          </div>
          {shown.map(section => (
            <SectionCard
              key={section.id}
              section={section}
              heads={getCatalogue().heads}
              whole={sections.find(({ id }) => id === section.id) ?? section}
              checklist={checklist}
              uses={uses}
            />
          ))}
          {shown.length === 0 && (
            <p class="card nothing">{view === 'open' ? '✓ 全部材料项都已完成。' : '没有需要留意的地方。'}</p>
          )}
          {view !== 'hinted' && (
            <section class="card report" id="report" aria-labelledby="report-heading">
              <Report checklist={checklist} />
            </section>
          )}
          <HandIn sections={sections} checklist={checklist} progress={progress} />
        </div>
      </div>
    </SectionsContext.Provider>
  )
}
