import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { $units, exportRaw } from '../../stores/units'
import { sayRecordProblem } from '../../wording/checklist'

/** Names the records that this page can't read; they stay untouched, and can be downloaded as they are. */
export function UnreadableUnits() {
  const unreadable = useStore($units).flatMap(unit => ('problem' in unit ? [unit] : []))
  return (
    <div class="banner warning" role="alert">
      <div class="width">
        这台电脑上有 {unreadable.length} 份清单打不开：
        {unreadable.map(({ id, problem }) => (
          <p key={id}>
            {sayRecordProblem(problem)} <ExportRaw id={id} />
          </p>
        ))}
      </div>
    </div>
  )
}

/** Downloads one record as it is; without an id all that a newer page stored. */
export function ExportRaw({ id }: { id: string | null }) {
  const [isFailed, setFailed] = useState(false)
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => void exportRaw(id).then(isDone => setFailed(!isDone))}
      >
        原样导出
      </button>
      {isFailed && ' 没有导出成功，原来的内容都在，请再试一次。'}
    </>
  )
}
