import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { lastBundleOf } from '../core/backup/backup'
import type { Checklist } from '../core/checklist/checklist'
import { progressOf, type Section } from '../core/checklist/progress'
import { titleSection } from '../core/checklist/section-name'
import { countWritten } from '../core/report/report'
import { $backup } from '../stores/backup/backup'
import { getCatalogue } from '../stores/page'

interface Props {
  sections: Section[]
  checklist: Checklist
}

/** 填报步骤: links to all sections in the notice's order, each with its progress; folded away on a narrow screen. */
export function Journey({ sections, checklist }: Props) {
  const backup = useStore($backup)
  const [isWide] = useState(() => matchMedia('(min-width: 961px)').matches)
  const [written, fields] = countWritten(getCatalogue(), checklist)
  const common = sections.find(({ id }) => id === '0')
  const rest = sections.filter(section => section !== common)
  // An edition may ask nothing of every unit: then the first step is the rows.
  const numbers = common ? ['一', '二', '三', '四'] : ['', '一', '二', '三']
  const step = (section: Section) => {
    const { done, total } = progressOf(section.items, checklist)
    const isComplete = total > 0 && done === total
    return (
      <li key={section.id}>
        <a href={`#section-${section.id}`}>
          <span>{nameStep(section, sections)}</span>
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
        {common && <h2>{numbers[0]}、共性资料</h2>}
        {common && <ul>{step(common)}</ul>}
        <h2>{numbers[1]}、指标印证材料</h2>
        <ul>{rest.map(step)}</ul>
        <h2>{numbers[2]}、自评报告</h2>
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
        <h2>{numbers[3]}、报送</h2>
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

/** A section's title; where several rows share a name, the content's first clause instead: 10-2 开展重点领域反不正当竞争执法. */
function nameStep(section: Section, sections: Section[]): string {
  const { id, indicator } = section
  const isShared = sections.filter(other => indicator && other.indicator?.name === indicator.name).length > 1
  return indicator && isShared
    ? `${id} ${indicator.content.split(/[,，;；。(（]/)[0]}`
    : titleSection(section)
}
