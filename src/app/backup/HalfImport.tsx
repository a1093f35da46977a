import type { FunctionComponent } from 'preact'
import type { HalfImport as Half } from '../../stores/backup/half-import'
import { nameSome } from '../../wording/names'

interface Props {
  half: Half
  giveUp: () => Promise<void>
  Import: FunctionComponent<{ label?: string }>
}

/** Banner of an unfinished import: which one, how much of it is stored, and the two ways on. */
export function HalfImport({ half, giveUp, Import }: Props) {
  const { names, stored, missing } = half
  return (
    <div class="banner warning" role="alert">
      <div class="width">
        <p>
          上次导入“{nameSome(names, 3, '个文件')}”没有做完：文字、勾选和文件名称都已存好，
          {stored + missing.length} 个附件存好了 {stored} 个，还差 {missing.length}{' '}
          个的内容。请再选一次同一个材料包，就会接着导入，已有的不会重复。别的窗口正在导入的，等它做完即可。
        </p>
        <div class="actions">
          <Import />
          <button type="button" class="button" onClick={() => void giveUp()}>
            不导了，去掉还差的 {missing.length} 个
          </button>
        </div>
      </div>
    </div>
  )
}
