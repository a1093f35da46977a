import { useStore } from '@nanostores/preact'
import { $units } from '../stores/units'
import { sayRecordProblem } from '../wording'

/** Records this page can't read: kept untouched, and said. */
export function UnreadableUnits() {
  const unreadable = useStore($units).flatMap(unit => ('problem' in unit ? [unit] : []))
  if (unreadable.length === 0) return null
  return (
    <div class="banner warning" role="alert">
      <div class="width">
        这台电脑上有 {unreadable.length} 份清单打不开：
        {unreadable.map(({ id, problem }) => (
          <p key={id}>{sayRecordProblem(problem)}</p>
        ))}
      </div>
    </div>
  )
}
