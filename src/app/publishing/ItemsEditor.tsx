import { useState } from 'preact/hooks'
import type { EditionFolder } from '../../build/edition'
import type { IndicatorSource } from '../../core/edition/table-source'
import { joinItems } from '../../publish/draft/choices'
import { take } from '../../stores/publishing/project'

/** A row's items: joined with the next by a press, split by pressing where the second one begins. */
export function ItemsEditor({ folder, row }: { folder: EditionFolder; row: IndicatorSource }) {
  const [splitting, setSplitting] = useState('')
  const { items = [] } = row
  const texts = items.map(({ text }) => text)
  const change = (name: string, next: string[]) =>
    void take({ name: `${row.id} ${name}`, changes: [{ kind: 'items', row: row.id, texts: next }] })
  return (
    <div class="publish-items">
      <h3>材料项 {items.length} 个</h3>
      <ol class="plain">
        {items.map(({ id, text }, i) => {
          const joined = i + 1 < items.length ? joinItems(folder, row.id, i, i + 1) : undefined
          return (
            <li key={id}>
              <p>
                <span class="id">{id}</span> {text}
              </p>
              <p class="actions">
                <button
                  type="button"
                  class="button quiet"
                  aria-expanded={splitting === id}
                  onClick={() => setSplitting(splitting === id ? '' : id)}
                >
                  拆成两项
                </button>
                {joined !== undefined && (
                  <button
                    type="button"
                    class="button quiet"
                    onClick={() => change('合并两项', [...texts.slice(0, i), joined, ...texts.slice(i + 2)])}
                  >
                    与下一项合并
                  </button>
                )}
                <button
                  type="button"
                  class="button quiet"
                  onClick={() => change('去掉一项', [...texts.slice(0, i), ...texts.slice(i + 1)])}
                >
                  不算材料项
                </button>
              </p>
              {splitting === id && (
                <fieldset class="publish-cuts">
                  <legend>第二项从哪里开始？</legend>
                  {cutsOf(text).map(([first, second]) => (
                    <button
                      key={first.length}
                      type="button"
                      class="button wide"
                      onClick={() => {
                        setSplitting('')
                        change('拆成两项', [...texts.slice(0, i), first, second, ...texts.slice(i + 1)])
                      }}
                    >
                      {first} <strong>│</strong> {second}
                    </button>
                  ))}
                  {cutsOf(text).length === 0 && <p>这一项里没有标点、空格，拆不开。</p>}
                </fieldset>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** Each place where a stop or a space parts the text: what stands before it and after it. */
function cutsOf(text: string): [string, string][] {
  const edge = /^[\s、，,；;。.：:及和]+|[\s、，,；;。.：:]+$/g
  return [...text.matchAll(/[、，,；;。：:\s及和]/g)]
    .map(({ index = 0 }): [string, string] => [
      text.slice(0, index).replace(edge, ''),
      text.slice(index).replace(edge, ''),
    ])
    .filter(([first, second]) => first.length > 1 && second.length > 1)
}
