import { useMemo, useState } from 'preact/hooks'
import type { Checklist } from '../../core/checklist/checklist'
import type { Catalogue } from '../../core/edition/catalogue'
import { placeWord } from '../../core/report/place-word'
import { nameField, type ReportField, reportFields } from '../../core/report/report'
import type { WordBlock } from '../../core/report/word'
import type { Word } from '../../stores/report/word'
import { refusalWording } from '../../wording/refusal'
import { wordProblemWording } from '../../wording/report'
import { Dialog } from '../ui/Dialog'

interface Props {
  catalogue: Catalogue
  checklist: Checklist
  word: Word
  write: (texts: ReadonlyMap<string, string>) => void
  onClose: () => void
}

type Choice = 'theirs' | 'mine' | 'both'

/** 从 Word 导入: what goes where, beside what stands there now; nothing is written before a person says so. A part: no store. */
export function WordDialog({ catalogue, checklist, word, write, onClose }: Props) {
  const { name, read } = word
  return (
    <Dialog title="从 Word 导入自评报告" onClose={onClose}>
      {typeof read === 'string' ? (
        <p class="wrong" role="alert">
          “{name}”{wordProblemWording[read]}
        </p>
      ) : 'refusal' in read ? (
        <p class="wrong" role="alert">
          没有打开：{refusalWording[read.refusal]}报告没有改动。
        </p>
      ) : (
        <Comparison {...{ catalogue, checklist, write, onClose, name }} blocks={read} />
      )}
    </Dialog>
  )
}

interface ComparisonProps extends Omit<Props, 'word'> {
  name: string
  blocks: readonly WordBlock[]
}

function Comparison({ catalogue, checklist, name, blocks, write, onClose }: ComparisonProps) {
  // What goes where holds while the window is open, whatever another tab writes: `moved` counts on it.
  const { placed, left } = useMemo(() => placeWord(catalogue, checklist, blocks), [blocks])
  const fields = reportFields(catalogue, checklist)
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  // Where a person put what was left, by its place among that.
  const [moved, setMoved] = useState<Record<number, string>>({})
  const textOf = (field: ReportField) =>
    [
      placed.find(one => one.field.id === field.id)?.text ?? '',
      ...left.filter((_, i) => moved[i] === field.id),
    ]
      .filter(Boolean)
      .join('\n')
  const shown = fields.filter(field => textOf(field) !== '')
  const choiceOf = ({ id, text }: ReportField): Choice =>
    choices[id] ?? (text.trim() === '' ? 'theirs' : 'mine')
  const result = (field: ReportField) => {
    const [choice, theirs] = [choiceOf(field), textOf(field)]
    if (choice === 'mine') return field.text
    return choice === 'both' && field.text.trim() !== '' ? `${field.text}\n${theirs}` : theirs
  }
  const changed = shown.filter(field => result(field) !== field.text)
  return (
    <>
      <p>
        从“{name}”里认出 {placed.length} 段。请看一遍左右两边，再点“写进去”；现在还什么都没有改。 Word
        自动编的号、图片和版式不会带过来。
      </p>
      <ul class="word-fields">
        {shown.map(field => (
          <li key={field.id}>
            <h3>{nameField(field)}</h3>
            <div class="sides">
              <div>
                <strong>现在的</strong>
                <p>{field.text || '（空）'}</p>
              </div>
              <div>
                <strong>Word 里的</strong>
                <p>{textOf(field)}</p>
              </div>
            </div>
            {field.text.trim() !== '' && field.text !== textOf(field) && (
              <fieldset class="segmented">
                <legend class="hidden">{nameField(field)} 用哪一个</legend>
                {(
                  [
                    ['mine', '留现在的'],
                    ['theirs', '换成 Word 里的'],
                    ['both', '接在后面'],
                  ] as const
                ).map(([id, label]) => (
                  <label key={id}>
                    <input
                      type="radio"
                      name={`word-${field.id}`}
                      checked={choiceOf(field) === id}
                      onChange={() => setChoices({ ...choices, [field.id]: id })}
                    />
                    <span>{label}</span>
                  </label>
                ))}
              </fieldset>
            )}
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <section aria-label="没有认出放哪里的">
          <h3>没有认出放哪里的 {left.length} 段</h3>
          <p>标题、落款不用放。其他的请选放到哪一段；不选的不会写进去，原文都在您的 Word 文件里。</p>
          <ul class="word-fields">
            {left.map((text, i) => (
              <li key={i}>
                <p>{text}</p>
                <select
                  aria-label={`“${text.slice(0, 20)}”放到`}
                  value={moved[i] ?? ''}
                  onChange={event => setMoved({ ...moved, [i]: event.currentTarget.value })}
                >
                  <option value="">不放</option>
                  {fields.map(field => (
                    <option key={field.id} value={field.id}>
                      放到：{nameField(field)}
                    </option>
                  ))}
                </select>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="actions stays">
        <button
          type="button"
          class="button primary"
          disabled={changed.length === 0}
          onClick={() => write(new Map(changed.map(field => [field.id, result(field)])))}
        >
          写进去（{changed.length} 段）
        </button>
        <button type="button" class="button" onClick={onClose}>
          不写
        </button>
      </div>
    </>
  )
}
