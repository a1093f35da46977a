import { useState } from 'preact/hooks'
import type { Unit } from '../../core/checklist/checklist'
import { likelyDepartments } from '../../core/edition/likely-departments'
import { getCatalogue } from '../../stores/page'

interface Props {
  unit: Unit
  /** The name of the button. */
  action: string
  onSubmit: (unit: Unit) => void
  onCancel?: (() => void) | undefined
}

/** The form for a unit's name, departments and contact. On submit it says what is missing and puts the focus there. */
export function UnitFields({ unit, action, onSubmit, onCancel }: Props) {
  const {
    departments,
    heads: { department: head },
  } = getCatalogue()
  const [draft, setDraft] = useState(unit)
  const [isTried, setTried] = useState(false)
  const lacksName = draft.name.trim() === ''
  // An edition without departments asks every unit for everything.
  const lacksDepartment = departments.length > 0 && draft.departments.length === 0
  const choose = (isChosen: (id: string) => boolean) =>
    setDraft({ ...draft, departments: departments.map(({ id }) => id).filter(isChosen) })
  const isChosen = (id: string) => draft.departments.includes(id)
  const likely = likelyDepartments(draft.name, departments).filter(({ id }) => !isChosen(id))
  const submit = (event: Event & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    setTried(true)
    if (lacksName) return event.currentTarget.querySelector<HTMLElement>('#unit-name')?.focus()
    if (lacksDepartment) return event.currentTarget.querySelector<HTMLElement>('[type=checkbox]')?.focus()
    onSubmit({ ...draft, name: draft.name.trim(), contact: draft.contact.trim(), phone: draft.phone.trim() })
  }
  const text = (label: string, key: 'contact' | 'phone', inputMode: 'text' | 'tel') => (
    <label class="field">
      <span>
        {label} <small>选填</small>
      </span>
      <input
        type="text"
        inputMode={inputMode}
        value={draft[key]}
        onInput={event => setDraft({ ...draft, [key]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <form class="unit-fields" onSubmit={submit} noValidate>
      <div class="field">
        <label for="unit-name">单位全称</label>
        <input
          id="unit-name"
          type="text"
          value={draft.name}
          aria-describedby="unit-name-help"
          aria-invalid={isTried && lacksName}
          onInput={event => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <small id="unit-name-help" class={isTried && lacksName ? 'wrong' : ''}>
          {isTried && lacksName ? '请填写单位全称。' : '与公章一致，会写进材料包的文件名。'}
        </small>
      </div>
      {departments.length > 0 && (
        <fieldset aria-describedby="departments-help">
          <legend>本单位对应的{head}</legend>
          <small id="departments-help" class={isTried && lacksDepartment ? 'wrong' : ''}>
            {isTried && lacksDepartment ? `请至少选择一个${head}。` : '可以选一个或几个；以后可以修改。'}
          </small>
          {likely.length > 0 && (
            <p>
              <button
                type="button"
                class="button"
                onClick={() => choose(id => isChosen(id) || likely.some(one => one.id === id))}
              >
                按单位名称选上：{likely.map(({ name }) => name).join('、')}
              </button>
            </p>
          )}
          <div class="choices">
            {departments.map(({ id, name }) => (
              <label key={id} class="choice">
                <input
                  type="checkbox"
                  checked={isChosen(id)}
                  onChange={event => {
                    const isOn = event.currentTarget.checked
                    choose(other => (other === id ? isOn : isChosen(other)))
                  }}
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div class="pair">
        {text('联络员', 'contact', 'text')}
        {text('联系电话', 'phone', 'tel')}
      </div>
      <div class="actions go">
        <button type="submit" class="button primary">
          {action}
        </button>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            取消
          </button>
        )}
      </div>
    </form>
  )
}
