import { useContext, useMemo, useState } from 'preact/hooks'
import type { Answer, RemovedFile } from '../../core/checklist/checklist'
import { hintOf } from '../../core/checklist/progress'
import type { Item } from '../../core/edition/catalogue'
import { addPasted, addPicked } from '../../stores/attachments'
import { changeChecklist } from '../../stores/checklist'
import { hintWording } from '../../wording/checklist'
import { TextBox } from '../ui/TextBox'
import { Attachments } from './Attachments'
import { dropOn } from './bring'
import { ReturnedContext } from './SectionsContext'
import { StepTaken } from './StepTaken'

interface Props {
  item: Item
  answer: Answer
  removed: RemovedFile[]
  /** Ids of the other items that use the same bytes, by SHA-256; only files that have any. */
  shared: Record<string, string[]>
}

/** One item of the checklist: its tick, number and verbatim text, its files, a hint; 不适用 and 备注, small until they are used. */
export function ItemRow({ item, answer, removed, shared }: Props) {
  const key = JSON.stringify([removed, shared])
  // Redrawn only when its own answer changes: a tick elsewhere must not redraw thousands of files.
  return useMemo(
    () => <ItemBody item={item} answer={answer} removed={removed} shared={shared} />,
    [item, answer, key],
  )
}

function ItemBody({ item, answer, removed, shared }: Props) {
  const [isTarget, setTarget] = useState(false)
  const [isRemarking, setRemarking] = useState(false)
  const context = useContext(ReturnedContext)
  const note = context?.returned.notes[item.id]
  const hint = hintOf(item, answer)
  const textId = `text-${item.id}`
  const state = answer.ready ? 'is-done' : answer.notApplicable ? 'is-not-applicable' : ''
  const tick = (ready: boolean) => changeChecklist({ kind: 'set-ready', item: item.id, ready })
  return (
    <div
      id={`item-${item.id}`}
      role="group"
      aria-labelledby={textId}
      class={`item ${state} ${isTarget ? 'is-target' : ''} ${item.counted ? '' : 'is-extra'}`}
      tabIndex={-1}
      onDragOver={event => {
        event.preventDefault()
        setTarget(true)
      }}
      onDragLeave={event => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setTarget(false)
      }}
      onDrop={event => {
        event.preventDefault()
        setTarget(false)
        dropOn(item.id, event.dataTransfer)
      }}
      onPaste={event => {
        const { clipboardData: data, target } = event
        // Words beside a picture (copied from Word) belong into the box where they are pasted.
        const isText = target instanceof HTMLTextAreaElement && data?.types.includes('text/plain')
        if (!data?.files.length || isText) return
        event.preventDefault()
        void addPasted(item.id, data)
      }}
    >
      <label class="tick">
        <input
          type="checkbox"
          aria-label="已备齐"
          aria-describedby={textId}
          checked={answer.ready}
          onChange={event => tick(event.currentTarget.checked)}
        />
        <span aria-hidden="true">{answer.notApplicable ? '不适用' : '已备齐'}</span>
      </label>
      <p class="text" id={textId}>
        <span class="id">{item.id}</span> {item.text}
        {!item.counted && <small>选填</small>}
      </p>
      <label class="button add">
        添加附件
        <input
          type="file"
          multiple
          aria-label="添加附件"
          aria-describedby={textId}
          onChange={event => {
            void addPicked(item.id, event.currentTarget)
            // Emptied, since picking the same file again would fire no event.
            event.currentTarget.value = ''
          }}
        />
      </label>
      <div
        class={answer.remark || isRemarking ? 'remark is-open' : 'remark'}
        onFocusIn={() => setRemarking(true)}
        onFocusOut={() => setRemarking(false)}
      >
        <TextBox
          label="备注"
          describedBy={textId}
          value={answer.remark}
          onInput={remark => changeChecklist({ kind: 'set-remark', item: item.id, remark })}
        />
      </div>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          aria-label="不适用"
          aria-checked={answer.notApplicable}
          aria-describedby={textId}
          checked={answer.notApplicable}
          onChange={event =>
            changeChecklist({
              kind: 'set-not-applicable',
              item: item.id,
              notApplicable: event.currentTarget.checked,
            })
          }
        />
        不适用
      </label>
      <div class="rest">
        {answer.notApplicable && (
          <TextBox
            label="不适用的理由"
            describedBy={textId}
            value={answer.reason}
            onInput={reason => changeChecklist({ kind: 'set-reason', item: item.id, reason })}
          />
        )}
        {note && (
          <context.Note
            item={item.id}
            note={note}
            office={context.returned.office}
            files={answer.files}
            change={changeChecklist}
          />
        )}
        <Attachments item={item} files={answer.files} removed={removed} shared={shared} />
        <StepTaken place={item.id} />
        {hint && (
          <p class="hint">
            {hintWording[hint]}
            {hint === 'remark-carried-over' && (
              <button
                type="button"
                class="button"
                onClick={() => changeChecklist({ kind: 'confirm-remark', item: item.id })}
              >
                核对过了
              </button>
            )}
            {hint === 'files-without-tick' && (
              <button type="button" class="link" aria-describedby={textId} onClick={() => tick(true)}>
                勾上
              </button>
            )}
          </p>
        )}
        {isTarget && <p class="target-says">在这里松开：归到 {item.id}</p>}
      </div>
    </div>
  )
}
