import { useStore } from '@nanostores/preact'
import { useEffect, useState } from 'preact/hooks'
import type { Checklist } from '../../core/checklist/checklist'
import { formatDay, formatSize } from '../../core/text/format'
import { $otherEditions, $unitRefusal, $units, deleteUnit, listUnits, switchUnit } from '../../stores/units'
import { deleteRefusalWording } from '../../wording/checklist'
import { Dialog } from '../ui/Dialog'
import { nameEdition } from '../ui/page-content'
import { EditionPage } from './OtherEdition'

/** The units on this computer: switch, add, delete. */
export function Units({
  current,
  onAdd,
  onClose,
}: {
  current: string
  onAdd: () => void
  onClose: () => void
}) {
  const units = useStore($units).flatMap(unit => ('checklist' in unit ? [unit.checklist] : []))
  const refusal = useStore($unitRefusal)
  const others = useStore($otherEditions)
  const [deleting, setDeleting] = useState<string | null>(null)
  useEffect(() => void listUnits(), [])
  return (
    <Dialog title="这台电脑上的单位" onClose={onClose}>
      <ul class="unit-list">
        {units.map(checklist => (
          <li key={checklist.id}>
            <div class="unit-row">
              <span class="unit-name">
                {checklist.unit.name}
                <small>
                  {sayContents(checklist)}
                  {checklist.sent && `，${formatDay(checklist.sent.day)}报送`}
                </small>
              </span>
              {checklist.id === current ? (
                <span class="badge">当前</span>
              ) : (
                <button
                  type="button"
                  class="button"
                  onClick={() => void switchUnit(checklist.id).then(onClose)}
                >
                  切换
                </button>
              )}
              <button type="button" class="button quiet" onClick={() => setDeleting(checklist.id)}>
                删除
              </button>
            </div>
            {deleting === checklist.id && (
              <div class="notice wrong" role="alert">
                <p>
                  要删除“{checklist.unit.name}”的整份清单吗？{sayContents(checklist)}
                  都会从这台电脑上删掉，无法恢复。已下载的材料包不受影响。
                </p>
                <div class="actions">
                  <button
                    type="button"
                    class="button danger"
                    onClick={() => void deleteUnit(checklist.id).then(isDone => isDone && setDeleting(null))}
                  >
                    确定删除
                  </button>
                  <button type="button" class="button" onClick={() => setDeleting(null)}>
                    不删除
                  </button>
                </div>
                {refusal && <p>{deleteRefusalWording[refusal]}</p>}
              </div>
            )}
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={onAdd}>
        新建一个单位的清单
      </button>
      {others.length > 0 && (
        <>
          <h3>其他年度的清单</h3>
          <ul class="other-editions">
            {others.map(({ id, edition, unit }) => (
              <li key={id}>
                <p>
                  {unit.name} <span class="badge">{nameEdition(edition)}</span>
                </p>
                <EditionPage edition={edition} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

function sayContents(checklist: Checklist): string {
  const answers = Object.values(checklist.answers)
  const files = answers.flatMap(answer => answer.files)
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  return `已勾选 ${answers.filter(answer => answer.ready).length} 项、${files.length} 个文件（${formatSize(bytes)}）`
}
