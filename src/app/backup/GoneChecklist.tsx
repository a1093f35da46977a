import { useState } from 'preact/hooks'
import type { Checklist } from '../../core/checklist/checklist'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import { saveRefusalWording } from '../../wording/checklist'

interface Props {
  checklist: Checklist
  downloadText: (checklist: Checklist) => Promise<void>
  saveAgain: (checklist: Checklist) => Promise<void>
  letGo: (id: string) => void
}

/** A checklist that was deleted in another window while it was open here: what is on screen can still be kept. A part of the page. */
export function GoneChecklist({ checklist, downloadText, saveAgain, letGo }: Props) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const again = () =>
    saveAgain(checklist).then(
      () => setRefusal(null),
      error => setRefusal(refusalOf(error)),
    )
  return (
    <div class="banner warning" role="alert">
      <div class="width">
        <p>
          “{checklist.unit.name}
          ”的清单已在别的窗口里删除，本页上刚写的没有保存在电脑里，关闭本页就没有了。删除的清单和附件在“切换单位”的“最近删除的单位”里，清空以前可以恢复。
        </p>
        <div class="actions">
          <button type="button" class="button" onClick={() => void downloadText(checklist)}>
            下载文字备份
          </button>
          <button type="button" class="button" onClick={() => void again()}>
            重新存一份
          </button>
          <button type="button" class="button" onClick={() => letGo(checklist.id)}>
            不要了
          </button>
        </div>
        {refusal && <p>{saveRefusalWording[refusal]}</p>}
      </div>
    </div>
  )
}
