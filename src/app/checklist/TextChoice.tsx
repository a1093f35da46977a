import type { TextConflict } from '../../core/checklist/merge'
import { fieldWording } from '../../wording/checklist'

interface Props {
  conflict: TextConflict
  /** Labels that say where `mine` and `theirs` come from. */
  labels: readonly [mine: string, theirs: string]
  chosen: string
  onChoose: (text: string) => void
}

/** Whether both texts can stand in a field, one below the other: a name, a number, a score is one. */
export function keepsBoth(field: TextConflict['field']): boolean {
  return ['remark', 'reason', 'response', 'report'].includes(field)
}

/** Two texts for one field, side by side, or both where that makes sense. */
export function TextChoice({ conflict, labels, chosen, onChoose }: Props) {
  const { item, field, mine, theirs } = conflict
  const choices = [
    [labels[0], mine],
    [labels[1], theirs],
    ...(keepsBoth(field) ? [['都保留', `${mine}\n${theirs}`]] : []),
  ]
  return (
    <fieldset>
      <legend>{`${item} ${fieldWording[field]}`.trim()}</legend>
      {choices.map(([label, text = '']) => (
        <label key={label}>
          <input
            type="radio"
            name={`conflict-${item}-${field}`}
            checked={chosen === text}
            onChange={() => onChoose(text)}
          />
          <span>
            <strong>{label}</strong> {label !== '都保留' && text}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
