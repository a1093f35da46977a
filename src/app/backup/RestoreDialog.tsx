import { useState } from 'preact/hooks'
import { decide, type Question } from '../../stores/restore'
import { fieldWording } from '../../wording/checklist'
import { Dialog } from '../ui/Dialog'

/** Asks what only a person can decide: whether two checklists belong together, and which of two texts is right. */
export function RestoreDialog({ question }: { question: Question }) {
  const { found, target, conflicts } = question
  const [texts, setTexts] = useState(conflicts.map(conflict => conflict.mine))
  const isSame = found.checklist.id === target.id
  const merge = () =>
    decide({
      kind: 'merge',
      settled: conflicts.map(({ item, field }, i) => ({ item, field, text: texts[i] ?? '' })),
    })
  const choose = (index: number, text: string) =>
    setTexts(texts.map((other, i) => (i === index ? text : other)))
  return (
    <Dialog title="导入材料包" onClose={() => decide({ kind: 'leave' })}>
      {!isSame && (
        <p>
          材料包里是“{found.checklist.unit.name}”的清单，现在打开的是“{target.unit.name}
          ”的清单。可以合并成一份，也可以各存一份。
        </p>
      )}
      {conflicts.length > 0 && (
        <>
          <p>文件和勾选会合并；下面 {conflicts.length} 处文字两边不一样，请选择保留哪一个（可以再修改）：</p>
          <ul class="conflicts">
            {conflicts.map(({ item, field, mine, theirs }, i) => {
              const name = `${item} ${fieldWording[field]}`.trim()
              return (
                <li key={item + field}>
                  <fieldset>
                    <legend>{name}</legend>
                    {[
                      ['现在的', mine],
                      ['导入的', theirs],
                      ...(field === 'score' ? [] : [['都保留', `${mine}\n${theirs}`]]),
                    ].map(([label, text = '']) => (
                      <label key={label}>
                        <input
                          type="radio"
                          name={`conflict-${i}`}
                          checked={texts[i] === text}
                          onChange={() => choose(i, text)}
                        />
                        <span>
                          <strong>{label}</strong> {label !== '都保留' && text}
                        </span>
                      </label>
                    ))}
                  </fieldset>
                </li>
              )
            })}
          </ul>
        </>
      )}
      <div class="actions">
        <button type="button" class="button primary" onClick={merge}>
          {isSame ? '合并' : '合并成一份'}
        </button>
        {!isSame && (
          <button type="button" class="button" onClick={() => decide({ kind: 'separate' })}>
            各存一份
          </button>
        )}
        <button type="button" class="button" onClick={() => decide({ kind: 'leave' })}>
          不导入
        </button>
      </div>
    </Dialog>
  )
}
