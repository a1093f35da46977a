import { useStore } from '@nanostores/preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { countLeftOut, lastBundleOf } from '../core/backup/backup'
import { type Checklist, unsortedPlace } from '../core/checklist/checklist'
import { progressOf, type Section } from '../core/checklist/progress'
import { nameStep } from '../core/checklist/section-name'
import { $backup } from '../stores/backup/backup'
import { dropOn } from './checklist/bring'
import { ReturnedContext, type StepState } from './checklist/SectionsContext'

interface Props {
  sections: Section[]
  checklist: Checklist
}

/** 填报步骤: 待归类 and all sections in the notice's order, each with its progress; folded away on a narrow screen. */
export function Journey({ sections, checklist }: Props) {
  const backup = useStore($backup)
  const [isWide] = useState(() => matchMedia('(min-width: 961px)').matches)
  const reading = useReading(sections)
  const common = sections.find(({ id }) => id === '0')
  const rest = sections.filter(section => section !== common)
  const waiting = checklist.unsorted.length
  const office = useContext(ReturnedContext)
  const step = (section: Section) => {
    const { done, total } = progressOf(section.items, checklist)
    const own: StepState =
      total === 0
        ? ['未列清单', '']
        : done === total
          ? [`✓ ${done}/${total}`, 'is-done']
          : [`${done}/${total}`, '']
    return (
      <Entry
        key={section.id}
        href={`#section-${section.id}`}
        isCurrent={reading === section.id}
        place={placeIn(section)}
        name={nameStep(section, sections)}
        state={office?.stateOf(section.items) ?? own}
      />
    )
  }
  return (
    <details class="journey" open={isWide}>
      <summary>填报步骤</summary>
      <nav aria-label="填报步骤">
        {waiting > 0 && (
          <p class="waiting">
            <a href="#unsorted">
              <span>待归类</span>
              <span class="state">{waiting} 个文件</span>
            </a>
          </p>
        )}
        {!checklist.part && (
          <ul>
            <Entry href="#assign" name="分给股室" state={[sayTeams(checklist), '']} />
          </ul>
        )}
        {common && <h2>各单位都要交</h2>}
        {common && <ul>{step(common)}</ul>}
        <h2>指标印证材料</h2>
        <ul>{rest.map(step)}</ul>
        <h2>其他</h2>
        <ul>
          <Entry
            href="#keep-safe"
            name="备份与本机保存情况"
            state={[
              !lastBundleOf(backup) ? '未备份' : countLeftOut(checklist, backup) > 0 ? '备份不全' : '',
              '',
            ]}
          />
        </ul>
      </nav>
    </details>
  )
}

interface EntryProps {
  href: string
  name: string
  state: StepState
  /** The section that is being read. */
  isCurrent?: boolean
  /** Where files go that are dropped on it; none take no part. */
  place?: string
}

function Entry({ href, name, state: [says, tone], isCurrent = false, place }: EntryProps) {
  const [isTarget, setTarget] = useState(false)
  return (
    <li>
      <a
        href={href}
        class={isTarget ? 'is-target' : undefined}
        aria-current={isCurrent ? 'true' : undefined}
        onDragOver={event => {
          event.preventDefault()
          setTarget(place !== undefined)
        }}
        onDragLeave={() => setTarget(false)}
        onDrop={event => {
          setTarget(false)
          if (place === undefined) return
          event.preventDefault()
          dropOn(place, event.dataTransfer)
        }}
      >
        <span>{name}</span>
        <span class={`state ${tone}`}>{says}</span>
      </a>
    </li>
  )
}

/** How many teams handed something back. */
function sayTeams({ assignment }: Checklist): string {
  if (!assignment) return ''
  const { teams, handBacks } = assignment
  const back = teams.filter(({ name }) => handBacks.some(({ team }) => team === name))
  return teams.length > 0 ? `合并 ${back.length}/${teams.length}` : ''
}

/** What is dropped on a section: its only item's, else its 其他's; where it has neither nobody can say yet. */
function placeIn({ items }: Section): string {
  const counted = items.filter(item => item.counted)
  const item = counted.length === 1 ? counted[0] : items.find(item => !item.counted)
  return item?.id ?? unsortedPlace
}

/** The id of the section being read: the last one that begins above the middle of the window, followed while the page scrolls. */
function useReading(sections: readonly Section[]): string {
  const [reading, setReading] = useState('')
  const ids = sections.map(({ id }) => id).join(' ')
  useEffect(() => {
    const follow = () => {
      const cards = [...document.querySelectorAll<HTMLElement>('.card.section')]
      const begun = cards.filter(card => card.getBoundingClientRect().top < innerHeight / 3)
      setReading((begun.pop() ?? cards[0])?.id.replace('section-', '') ?? '')
    }
    follow()
    addEventListener('scroll', follow, { passive: true })
    return () => removeEventListener('scroll', follow)
  }, [ids])
  useEffect(() => {
    // Within the rail only: `scrollIntoView` would move the page under the reader's eyes.
    const rail = document.querySelector<HTMLElement>('.journey')
    const entry = rail?.querySelector<HTMLElement>('[aria-current]')
    if (!rail || !entry) return
    const [top, height] = [entry.offsetTop, rail.clientHeight]
    if (top < rail.scrollTop || top > rail.scrollTop + height - 60) rail.scrollTop = top - height / 2
  }, [reading])
  return reading
}
