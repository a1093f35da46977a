import type { FunctionComponent } from 'preact'
import { useState } from 'preact/hooks'
import { type Checklist, nameChecklist, sumFiles, usedFiles } from '../../core/checklist/checklist'
import type { Refusal } from '../../core/files/refusal'
import { formatDay, formatSize } from '../../core/text/format'
import type { DeletedUnit } from '../../stores/units'
import { deleteRefusalWording } from '../../wording/checklist'
import { refusalWording } from '../../wording/refusal'
import { Dialog } from '../ui/Dialog'

interface UnitListProps {
  /** Id of the open one; empty where none is. */
  current: string
  units: readonly Checklist[]
  others: readonly Checklist[]
  deleted: readonly DeletedUnit[]
  refusal: Refusal | null
  switchTo: (id: string) => void
  /** These three: false where the browser refused. */
  remove: (id: string) => Promise<boolean>
  bringBack: (deleted: DeletedUnit) => Promise<boolean>
  emptyDeleted: () => Promise<boolean>
  onAdd: () => void
  onClose: () => void
  nameEdition: (edition: string) => string
  EditionPage: FunctionComponent<{ edition: string }>
}

/** The units on this computer: switch, add, delete, bring back. A part of the page: it holds no store. */
export function UnitList(props: UnitListProps) {
  const { current, units, others, deleted, refusal, switchTo, remove, onAdd, onClose, nameEdition } = props
  const [deleting, setDeleting] = useState<string | null>(null)
  // Id of the one that was deleted here last.
  const [told, setTold] = useState('')
  const gone = deleted.find(({ checklist }) => checklist.id === told)
  return (
    <Dialog title="这台电脑上的单位" onClose={onClose}>
      <div aria-live="polite">
        {gone && (
          <p class="strip is-good">
            ✓ 已删除“{nameChecklist(gone.checklist)}”的清单，可以在下面“最近删除的单位”里恢复。
          </p>
        )}
      </div>
      <ul class="unit-list">
        {units.map(checklist => (
          <li key={checklist.id}>
            <div class="unit-row">
              <span class="unit-name">
                {nameChecklist(checklist)}
                <small>
                  {sayContents(checklist)}
                  {checklist.sent && `，${formatDay(checklist.sent.day)}报送`}
                </small>
              </span>
              {checklist.id === current ? (
                <span class="badge">当前</span>
              ) : (
                <button type="button" class="button" onClick={() => switchTo(checklist.id)}>
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
                  要删除“{nameChecklist(checklist)}”的整份清单吗？{sayContents(checklist)}
                  会收到“最近删除的单位”里，清空以前都可以恢复。
                </p>
                <div class="actions">
                  <button
                    type="button"
                    class="button danger"
                    onClick={() =>
                      void remove(checklist.id).then(isDone => {
                        if (!isDone) return
                        setDeleting(null)
                        setTold(checklist.id)
                      })
                    }
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
      {deleted.length > 0 && <Deleted {...props} />}
      {others.length > 0 && (
        <>
          <h3>其他年度的清单</h3>
          <ul class="other-editions">
            {others.map(({ id, edition, unit }) => (
              <li key={id}>
                <p>
                  {unit.name} <span class="badge">{nameEdition(edition)}</span>
                </p>
                <props.EditionPage edition={edition} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

/** 最近删除的单位: kept with their files until this list is emptied. */
function Deleted({ deleted, units, refusal, bringBack, emptyDeleted, nameEdition }: UnitListProps) {
  const [isAsked, setAsked] = useState(false)
  // Key of the one that the browser did not bring back.
  const [failed, setFailed] = useState('')
  return (
    <section class="removed" aria-label="最近删除的单位">
      <h3>最近删除的单位</h3>
      <ul>
        {deleted.map(one => {
          const { id, edition } = one.checklist
          const isHere = units.some(other => other.id === id)
          return (
            <li key={one.key}>
              <span>
                {nameChecklist(one.checklist)}（{nameEdition(edition)}，{sayContents(one.checklist)}）
                {isHere && <small>同一份清单后来又导入过，要恢复这一份，请先删除那一份。</small>}
              </span>
              <button
                type="button"
                class="button"
                disabled={isHere}
                aria-label={`恢复 ${nameChecklist(one.checklist)}`}
                onClick={() => void bringBack(one).then(isDone => setFailed(isDone ? '' : one.key))}
              >
                恢复
              </button>
              {failed === one.key && refusal && (
                <p class="wrong" role="alert">
                  没有恢复：{refusalWording[refusal]}清单和文件都还在。
                </p>
              )}
            </li>
          )
        })}
      </ul>
      <p>还占着存储空间。清空以后不能再恢复。</p>
      {isAsked ? (
        <div class="notice wrong" role="alert">
          <p>要清空吗？这 {deleted.length} 份清单和只有它们用的附件会从这台电脑上删掉，不能再恢复。</p>
          <div class="actions">
            <button
              type="button"
              class="button danger"
              onClick={() => void emptyDeleted().then(isDone => isDone && setAsked(false))}
            >
              确定清空
            </button>
            <button type="button" class="button" onClick={() => setAsked(false)}>
              不清空
            </button>
          </div>
          {refusal && <p>{deleteRefusalWording[refusal]}</p>}
        </div>
      ) : (
        <button type="button" class="button" onClick={() => setAsked(true)}>
          清空最近删除的单位
        </button>
      )}
    </section>
  )
}

function sayContents(checklist: Checklist): string {
  const ready = Object.values(checklist.answers).filter(answer => answer.ready).length
  const { files, bytes } = sumFiles(usedFiles(checklist))
  return `已勾选 ${ready} 项、${files} 个文件（${formatSize(bytes)}）`
}
