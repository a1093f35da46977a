import type { Checklist } from '../core/checklist'
import { progressOf, type Section } from '../core/progress'

interface Props {
  sections: Section[]
  checklist: Checklist
}

/** The way through, in the notice's own order, with how far each step is. */
export function Journey({ sections, checklist }: Props) {
  const step = (section: Section, name: string) => {
    const { done, total } = progressOf(section.items, checklist)
    const isComplete = total > 0 && done === total
    return (
      <li key={section.id}>
        <a href={`#section-${section.id}`}>
          <span>{name}</span>
          <span class={isComplete ? 'state is-done' : 'state'}>
            {total === 0 ? '未列清单' : `${isComplete ? '✓ ' : ''}${done}/${total}`}
          </span>
        </a>
      </li>
    )
  }
  const [common, ...rest] = sections
  return (
    <nav class="journey" aria-label="填报步骤">
      <h2>一、共性资料</h2>
      <ul>{common && step(common, '共性资料')}</ul>
      <h2>二、指标印证材料</h2>
      <ul>
        {rest.map(section =>
          step(section, section.indicator ? `${section.id} ${section.indicator.name}` : '已取消的材料项'),
        )}
      </ul>
      <h2>三、报送</h2>
      <ul>
        <li>
          <a href="#hand-in">
            <span>核对与下载</span>
          </a>
        </li>
      </ul>
    </nav>
  )
}
