import { useState } from 'preact/hooks'
import type { Refusal } from '../../core/files/refusal'
import type { StoredUnit } from '../../stores/units'
import { deleteRefusalWording, sayRecordProblem } from '../../wording/checklist'

interface Props {
  units: readonly StoredUnit[]
  refusal: Refusal | null
  /** These two: false where it failed. */
  deleteUnreadable: (key: string) => Promise<boolean>
  exportRaw: (key: string | null) => Promise<boolean>
}

/** Names the records that this page can't read: they stay untouched, and can be downloaded, replaced by a bundle, or deleted. */
export function UnreadableUnits({ units, refusal, deleteUnreadable, exportRaw }: Props) {
  const unreadable = units.flatMap(unit => ('problem' in unit ? [unit] : []))
  const [asked, setAsked] = useState('')
  return (
    <div class="banner warning" role="alert">
      <div class="width">
        这台电脑上有 {unreadable.length} 份清单打不开：
        {unreadable.map(({ key, problem }) => (
          <div key={key}>
            <p>
              {sayRecordProblem(problem)}
              {problem.code !== 'newer-format' &&
                '以前下载过这个单位的材料包的，导入它就能接着填，打不开的这份会放在一边。'}{' '}
              <ExportRaw recordKey={key} exportRaw={exportRaw} />{' '}
              <button type="button" class="button" onClick={() => setAsked(key)}>
                删除
              </button>
            </p>
            {asked === key && (
              <p>
                删除以后不能恢复，里面的文字和只有它用的附件都会没有。建议先“原样导出”。{' '}
                <button
                  type="button"
                  class="button danger"
                  onClick={() => void deleteUnreadable(key).then(isDone => isDone && setAsked(''))}
                >
                  确定删除
                </button>{' '}
                <button type="button" class="button" onClick={() => setAsked('')}>
                  不删除
                </button>
                {refusal && ` ${deleteRefusalWording[refusal]}`}
              </p>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

/** Downloads one record as it is; without a key all that is stored. */
export function ExportRaw({ recordKey, exportRaw }: { recordKey: string | null } & Pick<Props, 'exportRaw'>) {
  const [isFailed, setFailed] = useState(false)
  return (
    <>
      <button
        type="button"
        class="button"
        onClick={() => void exportRaw(recordKey).then(isDone => setFailed(!isDone))}
      >
        原样导出
      </button>
      {isFailed && ' 没有导出成功，原来的内容都在，请再试一次。'}
    </>
  )
}
