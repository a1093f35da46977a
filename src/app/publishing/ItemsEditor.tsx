import { useState } from 'preact/hooks'
import type { EditionFolder } from '../../build/edition'
import type { IndicatorSource } from '../../core/edition/table-source'
import { addItem, cutsOf, joinItems } from '../../publish/draft/items'
import { take } from '../../stores/publishing/project'
import { AddForm } from './pieces'

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
      <AddItem folder={folder} row={row} />
    </div>
  )
}

/** One more item, which is written into the evidence cell too where it does not stand there. */
function AddItem({ folder, row }: { folder: EditionFolder; row: IndicatorSource }) {
  if (addItem(folder, row.id, '?').length === 0)
    return (
      <p class="second">
        这一行没有自己的“印证材料”格，加不了材料项。与上一行合并的，先点“单独写”；整张表没有这一栏的，在要当印证材料的那一栏上面选“印证材料”。
      </p>
    )
  return (
    <AddForm
      label="加一项，写要交什么"
      objectTo={text => (row.items?.some(item => item.text === text) ? '这一项已经有了。' : '')}
      onAdd={text => void take({ name: `${row.id} 加一项`, changes: addItem(folder, row.id, text) })}
    />
  )
}
