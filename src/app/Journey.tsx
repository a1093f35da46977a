import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { lastBundleOf } from '../core/backup/backup'
import type { Checklist } from '../core/checklist/checklist'
import { progressOf, type Section } from '../core/checklist/progress'
import { countWritten } from '../core/report/report'
import { $backup } from '../stores/backup'
import { getCatalogue } from '../stores/page'

interface Props {
  sections: Section[]
  checklist: Checklist
}

/** The way through, in the notice's own order, with how far each step is; folded away on a narrow screen. */
export function Journey({ sections, checklist }: Props) {
  const backup = useStore($backup)
  const [isWide] = useState(() => matchMedia('(min-width: 961px)').matches)
  const [written, fields] = countWritten(getCatalogue(), checklist)
  const [common, ...rest] = sections
  const step = (section: Section) => {
    const { done, total } = progressOf(section.items, checklist)
    const isComplete = total > 0 && done === total
    return (
      <li key={section.id}>
        <a href={`#section-${section.id}`}>
          <span>{nameOf(section, sections)}</span>
          <span class={isComplete ? 'state is-done' : 'state'}>
            {total === 0 ? '未列清单' : `${isComplete ? '✓ ' : ''}${done}/${total}`}
          </span>
        </a>
      </li>
    )
  }
  return (
    <details class="journey" open={isWide}>
      <summary>填报步骤</summary>
      <nav aria-label="填报步骤">
        <h2>一、共性资料</h2>
        <ul>{common && step(common)}</ul>
        <h2>二、指标印证材料</h2>
        <ul>{rest.map(step)}</ul>
        <h2>三、自评报告</h2>
        <ul>
          <li>
            <a href="#report">
              <span>逐段填写</span>
              <span class={written === fields ? 'state is-done' : 'state'}>
                {written === fields && '✓ '}
                {written}/{fields}
              </span>
            </a>
          </li>
        </ul>
        <h2>四、报送</h2>
        <ul>
          <li>
            <a href="#hand-in">
              <span>核对与下载</span>
            </a>
          </li>
          <li>
            <a href="#keep-safe">
              <span>备份与本机保存情况</span>
              {!lastBundleOf(backup) && <span class="state">未备份</span>}
            </a>
          </li>
        </ul>
      </nav>
    </details>
  )
}

/** A row's name, or what it is about where several rows share the name: 10-2 开展重点领域反不正当竞争执法. */
function nameOf({ id, indicator }: Section, sections: Section[]): string {
  if (!indicator) return id === '0' ? '共性资料' : '已取消的材料项'
  const isShared = sections.filter(other => other.indicator?.name === indicator.name).length > 1
  return `${id} ${isShared ? indicator.content.split(/[,，;；。(（]/)[0] : indicator.name}`
}
