import { useState } from 'preact/hooks'
import type { Change } from '../../core/checklist/change'
import type { AttachedFile } from '../../core/checklist/checklist'
import { compareIds } from '../../core/checklist/record'
import {
  isUntouched,
  openItems,
  type Returned,
  type ReturnedNote,
  returnedItems,
} from '../../core/checklist/returned'
import type { Item } from '../../core/edition/catalogue'
import { formatBeijing, formatDay, formatMinute } from '../../core/text/format'
import { sayReplyBriefly } from '../../wording/bundle'
import type { StepState } from '../checklist/SectionsContext'
import { TextBox } from '../ui/TextBox'

/** For the rail: how many of these items were returned and are not put right; null where none was. */
export function stateOf(returned: Returned, items: readonly Item[]): StepState | null {
  const own = returnedItems(returned).filter(id => items.some(item => item.id === id))
  if (own.length === 0) return null
  const open = openItems(returned).filter(id => own.includes(id)).length
  return open > 0 ? [`↩ 退回 ${open}`, 'is-returned'] : ['✓ 已补好', 'is-done']
}

/** For the step: how many items are still to be put right; empty where none is. */
export function sayOpen(returned: Returned): string {
  const open = openItems(returned).length
  return open > 0 ? `退回 ${open}` : ''
}

/** What the office said, on top of the materials: how many, until when, how far; all of it as a list. A part of the page. */
export function ReturnedBanner({ returned, isPart }: { returned: Returned; isPart: boolean }) {
  const notes = Object.entries(returned.notes).sort(([a], [b]) => compareIds(a, b))
  const toRepair = returnedItems(returned).length
  const repaired = toRepair - openItems(returned).length
  const isDone = repaired === toRepair
  return (
    <section class={`returned-banner${isDone ? ' is-done' : ''}`} aria-label="审核意见">
      <p>
        <strong>
          {isDone ? '✓ ' : '↩ '}
          {sayReplyBriefly(returned)}
        </strong>
        <small>
          {formatDay(formatBeijing(returned.at))}的审核意见，认可 {returned.accepted} 项。
          {returned.closing}
        </small>
      </p>
      {toRepair > 0 && (
        <p class="far" aria-live="polite">
          已补好 {repaired}/{toRepair}
          {isDone && (
            <a class="button primary" href={isPart ? '#hand-in' : '#supplement'}>
              {isPart ? '去交回' : '去报送补充材料'}
            </a>
          )}
        </p>
      )}
      {notes.length > 0 && (
        <details>
          <summary>看全部意见</summary>
          <ul>
            {notes.map(([item, { verdict, note, repaired }]) => (
              <li key={item}>
                <a href={`#item-${item}`}>{item}</a> {verdict === 'returned' ? '退回' : '存疑'}：
                {note || '请补充'}
                {repaired && '（✓ 已补好）'}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

interface NoteProps {
  item: string
  note: ReturnedNote
  office: string
  /** The item's files as they are now. */
  files: readonly AttachedFile[]
  change: (change: Change) => void
}

/** What the office said of one item, between the item and its files; 已补好 is the person's own tick. */
export function ReturnedItem({ item, note, office, files, change }: NoteProps) {
  const [isWriting, setWriting] = useState(false)
  const { verdict, repaired, response } = note
  const fresh = files.filter(({ sha256 }) => !note.files.includes(sha256))
  const id = `returned-${item}`
  return (
    <div class={`returned-note${repaired ? ' is-done' : ''}`}>
      <div id={id}>
        <p>
          <strong>
            {repaired
              ? '✓ 已补好'
              : verdict === 'returned'
                ? `↩ ${office}退回`
                : `? ${office}存疑，请核实说明`}
          </strong>{' '}
          <small>{formatMinute(repaired || note.at)}</small>
        </p>
        <p>
          {repaired && <small>{verdict === 'returned' ? '退回时说：' : '存疑时说：'}</small>}
          {note.note || '请补充'}
        </p>
        {fresh.length > 0 && (
          <p>
            这次新加了 {fresh.length} 个文件：{fresh.map(({ name }) => name).join('、')}
          </p>
        )}
        {repaired && isUntouched(note, files) && (
          <p role="status">! 没有改动：文件和原来一样，也没有回复。请补上文件，或者点“回复一句”说明。</p>
        )}
      </div>
      <div class="actions">
        {!isWriting && response === '' && (
          <button type="button" class="button quiet" aria-describedby={id} onClick={() => setWriting(true)}>
            回复一句
          </button>
        )}
        <label class="button">
          <input
            type="checkbox"
            aria-label="已补好"
            aria-describedby={id}
            checked={repaired !== ''}
            onChange={({ currentTarget }) =>
              change({ kind: 'set-repaired', item, repaired: currentTarget.checked })
            }
          />
          已补好
        </label>
      </div>
      {(isWriting || response !== '') && (
        <TextBox
          label="给收件单位的回复"
          describedBy={id}
          value={response}
          onInput={text => change({ kind: 'set-response', item, response: text })}
        />
      )}
    </div>
  )
}
