import { useState } from 'preact/hooks'
import { nameKey } from '../../core/text/name-key'
import type { Decision, Question } from '../../stores/backup/restoring'
import { TextChoice } from '../checklist/TextChoice'
import { Dialog } from '../ui/Dialog'

interface Props {
  question: Question
  decide: (decision: Decision) => void
}

/** Asks what only a person can decide: whether two checklists belong together, and which of two texts is right. */
export function RestoreDialog({ question, decide }: Props) {
  const { found, target, conflicts } = question
  const [texts, setTexts] = useState(conflicts.map(conflict => conflict.mine))
  if (!target) return <ReplaceDialog name={found.checklist.unit.name} decide={decide} />
  const { id, part } = found.checklist
  const isHandBack = part?.of === target.id
  const isSame = id === target.id || isHandBack
  // Put together by mistake, two units' materials are hard to tell apart again.
  const isOther = !isSame && nameKey(found.checklist.unit.name) !== nameKey(target.unit.name)
  const merge = () =>
    decide({
      kind: 'merge',
      settled: conflicts.map(({ item, field, mine }, i) => ({ item, field, mine, text: texts[i] ?? '' })),
    })
  const choose = (index: number, text: string) =>
    setTexts(texts.map((other, i) => (i === index ? text : other)))
  return (
    <Dialog title="导入材料包" onClose={() => decide({ kind: 'leave' })}>
      {isHandBack && (
        <p>
          这是“{part.team}”交回的部分，会并进“{target.unit.name}”的清单。
        </p>
      )}
      {!isSame && (
        <p>
          材料包里是“{found.checklist.unit.name}”的清单，现在打开的是“{target.unit.name}
          ”的清单。{isOther ? '是两个单位，一般各存一份。' : '可以合并成一份，也可以各存一份。'}
        </p>
      )}
      {conflicts.length > 0 && (
        <>
          <p>文件和勾选会合并；下面 {conflicts.length} 处文字两边不一样，请选择保留哪一个（可以再修改）：</p>
          {conflicts.length > 1 && (
            <div class="actions">
              <button
                type="button"
                class="button"
                onClick={() => setTexts(conflicts.map(({ theirs }) => theirs))}
              >
                全部用导入的
              </button>
              <button
                type="button"
                class="button"
                onClick={() => setTexts(conflicts.map(({ mine }) => mine))}
              >
                全部用现在的
              </button>
            </div>
          )}
          <ul class="conflicts">
            {conflicts.map((conflict, i) => (
              <li key={conflict.item + conflict.field}>
                <TextChoice
                  conflict={conflict}
                  labels={['现在的', '导入的']}
                  chosen={texts[i] ?? ''}
                  onChoose={text => choose(i, text)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="actions stays">
        {!isSame && (
          <button
            type="button"
            class={isOther ? 'button primary' : 'button'}
            onClick={() => decide({ kind: 'separate' })}
          >
            各存一份
          </button>
        )}
        <button type="button" class={isOther ? 'button' : 'button primary'} onClick={merge}>
          {isSame ? '合并' : '合并成一份'}
        </button>
        <button type="button" class="button" onClick={() => decide({ kind: 'leave' })}>
          不导入
        </button>
      </div>
    </Dialog>
  )
}

/** Asks whether the imported checklist replaces its own stored record, which can't be read. */
function ReplaceDialog({ name, decide }: { name: string; decide: Props['decide'] }) {
  return (
    <Dialog title="导入材料包" onClose={() => decide({ kind: 'leave' })}>
      <p>
        这台电脑上“{name}
        ”的清单打不开。可以换成材料包里的这一份，接着填；打不开的那份不会删，仍旧放在一边，可以“原样导出”。
      </p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => decide({ kind: 'separate' })}>
          换成材料包里的
        </button>
        <button type="button" class="button" onClick={() => decide({ kind: 'leave' })}>
          不导入
        </button>
      </div>
    </Dialog>
  )
}
