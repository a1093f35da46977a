import type { Opening } from '../../stores/opening'
import { openingWording } from '../../wording/checklist'
import { ExportRaw } from './UnreadableUnits'

interface Props {
  opening: Opening
  tryAgain: () => Promise<void>
  openAnyway: () => Promise<void>
  exportRaw: (key: string | null) => Promise<boolean>
}

/** The stored records can't be opened: what happened, what is safe, and how to go on. */
export function StuckOpening({ opening, tryAgain, openAnyway, exportRaw }: Props) {
  return (
    <div class="width stack narrow page">
      <section class="card" role="alert">
        <h1>没有打开保存的内容</h1>
        {opening.state === 'stuck' && <p>{openingWording[opening.refusal]}</p>}
        <p>以前保存的清单和文件都没有动，还在这台电脑的这个浏览器里。</p>
        <div class="actions">
          <button
            type="button"
            class="button primary"
            disabled={opening.state === 'opening'}
            onClick={() => void tryAgain()}
          >
            {opening.state === 'opening' ? '正在打开……' : '再试一次'}
          </button>
          <button type="button" class="button" onClick={() => void openAnyway()}>
            先不管保存的内容，直接填
          </button>
          <ExportRaw recordKey={null} exportRaw={exportRaw} />
        </div>
        <p>
          “直接填”的内容只在本页暂存，离开前请下载材料包；“原样导出”把还读得出来的内容存成一个压缩包，可以交给能打开它的网页导入。重启浏览器往往就好了。
        </p>
      </section>
    </div>
  )
}
