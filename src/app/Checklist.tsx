import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { answerOf, type Checklist as ChecklistRecord, usesOf } from '../core/checklist/checklist'
import { hintOf, isDone, progressOf, type Section, sectionsOf } from '../core/checklist/progress'
import type { Item } from '../core/edition/catalogue'
import { changeChecklist } from '../stores/checklist'
import { getCatalogue } from '../stores/page'
import { nameLastStep } from '../wording/sending'
import { Assign } from './assignment/Assign'
import { Bar } from './Bar'
import { BringIn } from './checklist/BringIn'
import { SectionCard } from './checklist/SectionCard'
import { ReturnedContext, SectionsContext } from './checklist/SectionsContext'
import { HandIn } from './HandIn'
import { Journey } from './Journey'
import { Report } from './report/Report'
import { Unsorted } from './sorting/Unsorted'
import { Deferred } from './ui/Deferred'
import { usePart } from './ui/usePart'
import { useView } from './ui/useView'
import { type View, Views } from './Views'

interface Props {
  checklist: ChecklistRecord
  onAddUnit: () => void
}

/**
 * The open checklist: the bar on top, and three steps, each a view of its own: the materials, the report, handing in. 待归类
 * belongs to the first. All views are there at any time, so that every link finds its target; one of them is shown.
 */
export function Checklist({ checklist, onAddUnit }: Props) {
  const [view, setView] = useState<View>('all')
  const [words, setWords] = useState('')
  // `item-…` of the text being typed: its first character may complete the item, which must not vanish from 未完成 then.
  const [typing, setTyping] = useState('')
  const step = useView('materials')
  // The start form may have been scrolled down.
  useEffect(() => scrollTo(0, 0), [checklist.id])
  const { returned } = checklist
  const part = usePart(() => import('./review/Returned'), returned !== undefined)
  const drawn = returned && part && typeof part === 'object' ? part : null
  // The same value as long as nothing of it changes: each item reads it.
  const office = useMemo(
    () =>
      returned && drawn
        ? {
            returned,
            Note: drawn.ReturnedItem,
            open: drawn.sayOpen(returned),
            stateOf: (items: readonly Item[]) => drawn.stateOf(returned, items),
          }
        : null,
    [returned, drawn],
  )
  const before = useRef(returned?.at)
  // Who has just taken in a 审核意见 sees what it is about.
  useEffect(() => {
    if (returned && returned.at !== before.current) {
      setView('returned')
      location.hash = 'materials'
    }
    before.current = returned?.at
  }, [returned?.at])
  const asked = sectionsOf(getCatalogue(), checklist)
  // The same value as long as the same is asked: each file that can be moved reads it.
  const sections = useMemo(
    () => asked,
    [asked.flatMap(({ id, items }) => [id, ...items.map(item => item.id)]).join()],
  )
  const items = sections.flatMap(section => section.items)
  const progress = progressOf(items, checklist)
  const uses = usesOf(checklist)
  // Once it was wanted it stays: with 撤销 after the last hint is gone. Without it each item still has its own 勾上.
  const ticking = usePart(() => import('./bundle/panels'), progress.hints > 1)
  const tickAll = ticking && typeof ticking === 'object' && (
    <ticking.TickAll items={items} checklist={checklist} change={changeChecklist} />
  )
  const shown = sections
    .map(section => ({ ...section, items: section.items.filter(item => isShown(section, item.id)) }))
    .filter(section => (view === 'all' && words === '') || section.items.length > 0)

  function isShown(section: Section, id: string): boolean {
    const item = section.items.find(item => item.id === id)
    if (!item || `item-${id}` === typing) return true
    if (words !== '' && !`${id} ${item.text} ${section.indicator?.name}`.includes(words)) return false
    const answer = answerOf(checklist, id)
    if (view === 'returned') return returned?.notes[id] !== undefined
    if (view === 'open') return item.counted && !isDone(answer)
    return view === 'all' || hintOf(item, answer) !== null
  }

  return (
    <SectionsContext.Provider value={sections}>
      <ReturnedContext.Provider value={office}>
        <Bar view={step} checklist={checklist} progress={progress} onAddUnit={onAddUnit} />
        <div class="width work" id="materials" data-step="materials" hidden={step !== 'materials'}>
          <Deferred of={checklist} isShown={step === 'materials'}>
            {() => (
              <>
                <Journey sections={sections} checklist={checklist} />
                <div
                  class="stack"
                  onFocusIn={({ target }) =>
                    setTyping((target instanceof HTMLTextAreaElement && target.closest('.item')?.id) || '')
                  }
                  onFocusOut={() => setTyping('')}
                >
                  {returned && drawn && (
                    <drawn.ReturnedBanner returned={returned} isPart={checklist.part !== undefined} />
                  )}
                  {step !== 'unsorted' && view !== 'returned' && <BringIn />}
                  <Views
                    view={view}
                    returned={Object.keys(returned?.notes ?? {}).length}
                    words={words}
                    progress={progress}
                    onView={setView}
                    onWords={setWords}
                  />
                  {tickAll}
                  {shown.map(section => (
                    <SectionCard
                      key={`${checklist.id} ${section.id}`}
                      section={section}
                      heads={getCatalogue().heads}
                      whole={sections.find(({ id }) => id === section.id) ?? section}
                      checklist={checklist}
                      uses={uses}
                      isFiltered={view !== 'all' || words !== ''}
                    />
                  ))}
                  {shown.length === 0 && <p class="card nothing">{sayNothing(view, words)}</p>}
                  <p class="page-end">
                    <a class="button primary" href="#report">
                      下一步：写报告
                    </a>
                  </p>
                </div>
              </>
            )}
          </Deferred>
        </div>
        <div class="width" id="unsorted" data-step="unsorted" hidden={step !== 'unsorted'}>
          <Unsorted checklist={checklist} isShown={step === 'unsorted'}>
            {tickAll}
          </Unsorted>
        </div>
        <div class="width" id="assign" data-step="assign" hidden={step !== 'assign'}>
          {step === 'assign' && <Assign checklist={checklist} />}
        </div>
        <div class="width stack page" data-step="report" hidden={step !== 'report'}>
          <section class="card report" id="report" aria-labelledby="report-heading">
            <Report checklist={checklist} />
          </section>
          <p class="page-end">
            <a class="button primary" href="#hand-in">
              下一步：{nameLastStep(checklist)}
            </a>
          </p>
        </div>
        <div class="width stack page" data-step="hand-in" hidden={step !== 'hand-in'}>
          <Deferred of={checklist} isShown={step === 'hand-in'}>
            {() => <HandIn sections={sections} checklist={checklist} isShown={step === 'hand-in'} />}
          </Deferred>
        </div>
      </ReturnedContext.Provider>
    </SectionsContext.Provider>
  )
}

function sayNothing(view: View, words: string): string {
  if (words !== '') return `没有找到“${words}”。可以换几个字，或者只输编号，如 7-1。`
  return view === 'open' ? '✓ 全部材料项都已完成。' : '没有需要留意的地方。'
}
