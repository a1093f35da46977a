import { useEffect, useRef, useState } from 'preact/hooks'
import { answerOf, type Checklist } from '../../core/checklist/checklist'
import { isAsked, progressOf, type Section } from '../../core/checklist/progress'
import { titleSection } from '../../core/checklist/section-name'
import type { Catalogue } from '../../core/edition/catalogue'
import { formatScoring } from '../../core/edition/scoring'
import { RowDetails } from '../ui/RowDetails'
import { ItemRow } from './ItemRow'

interface Props {
  /** The section with only the items to show. */
  section: Section
  heads: Catalogue['heads']
  checklist: Checklist
  /** The same section with all its items. */
  whole: Section
  /** Ids of the items that use a file, by SHA-256. */
  uses: ReadonlyMap<string, string[]>
  /** Only some items are shown, because a person asked for those. */
  isFiltered: boolean
}

/**
 * One section: its indicator as printed, and a row for each of its items. What was complete when the page was opened is one line;
 * nothing is folded under the hand that has just ticked it.
 */
export function SectionCard({ section, heads, checklist, whole, uses, isFiltered }: Props) {
  const { indicator, id } = section
  const { done, total, files, hints } = progressOf(whole.items, checklist)
  // A row without a list asks for nothing: only its 其他 stays in sight until somebody puts something there.
  const isComplete = (total === 0 ? files === 0 : done === total) && hints === 0
  const [isFolded, setFolded] = useState(isComplete)
  const isLine = isFolded && isComplete && !isFiltered
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    const unfold = () => {
      const target = document.getElementById(location.hash.slice(1))
      if (target && card.current?.contains(target)) setFolded(false)
    }
    unfold()
    addEventListener('hashchange', unfold)
    return () => removeEventListener('hashchange', unfold)
  }, [])
  const score = indicator ? formatScoring(indicator.scoring) : ''
  return (
    <section
      ref={card}
      class={`card section${isLine ? ' is-line' : ''}${total === 0 ? ' is-listless' : ''}`}
      id={`section-${id}`}
      aria-labelledby={`heading-${id}`}
    >
      <header>
        <h2 id={`heading-${id}`}>
          {titleSection(section)}
          {score && <span class="score">{score}</span>}
          {isLine && (
            <small>{total === 0 ? '没有列印证材料清单，选填' : `${total} 项，${files} 个文件`}</small>
          )}
        </h2>
        {indicator?.evidence && (
          <details class="verbatim">
            <summary>印证材料清单原文</summary>
            <p>{indicator.evidence}</p>
          </details>
        )}
        {total > 0 && (
          <p class={done === total ? 'state is-done' : 'state'}>
            {done === total ? '✓ 已完成' : `已完成 ${done}/${total}`}
          </p>
        )}
        {isComplete && !isFiltered && (
          <button
            type="button"
            class="button quiet"
            aria-expanded={!isLine}
            aria-describedby={`heading-${id}`}
            onClick={() => setFolded(!isFolded)}
          >
            {isLine ? '展开' : '收起'}
          </button>
        )}
        {indicator && <p class="content">{indicator.content}</p>}
        {indicator && (
          <RowDetails indicator={indicator} heads={heads} departments={checklist.unit.departments} />
        )}
        {id === '0' && <p class="content">各单位都要提交。</p>}
        {indicator && !isAsked(indicator, checklist) && (
          <p class="none">
            {checklist.part ? '这一行已经不在分给您的材料里' : `这一行的${heads.department}您没有选`}
            ；因为填过内容、添过文件，所以还列在这里，也会放进材料包。不需要的，把这一行清空就不再列出。
          </p>
        )}
        {indicator?.evidence === '' && (
          <p class="none">
            考核要点没有为这一行列出印证材料清单，不计入进度；如有材料，可加在“其他印证材料”里。
          </p>
        )}
        {section.note && (
          <p class="notes">
            <strong>编者注</strong> {section.note}
          </p>
        )}
      </header>
      {section.items.map(item => (
        <ItemRow
          key={item.id}
          item={item}
          answer={answerOf(checklist, item.id)}
          removed={checklist.removed.filter(entry => entry.item === item.id)}
          shared={sharedOf(item.id, checklist, uses)}
        />
      ))}
    </section>
  )
}

function sharedOf(
  item: string,
  checklist: Checklist,
  uses: ReadonlyMap<string, string[]>,
): Record<string, string[]> {
  const shared: Record<string, string[]> = {}
  for (const { sha256 } of answerOf(checklist, item).files) {
    const others = (uses.get(sha256) ?? []).filter(id => id !== item)
    if (others.length > 0) shared[sha256] = others
  }
  return shared
}
