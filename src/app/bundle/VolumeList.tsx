import { formatSize } from '../../core/text/format'
import { offersPlace } from '../../stores/bundle/hand-over'
import type { RolledUp } from '../../stores/collect/rollup'

interface Props {
  packed: Pick<RolledUp, 'bundle' | 'handedOver'>
  onHandOver: (index: number, choosesPlace: boolean) => void
}

/** The packed volumes, each with a button of its own: browsers hold back several downloads at once. A single one is already handed over. */
export function VolumeList({ packed: { bundle, handedOver }, onHandOver }: Props) {
  const [only] = bundle.volumes
  if (only && bundle.volumes.length === 1) {
    return (
      <p>
        <strong>已交给浏览器下载：{only.fileName}</strong>（{only.files} 个文件，
        {formatSize(only.blob.size)}）
      </p>
    )
  }
  return (
    <>
      <p>
        <strong>
          已打成 {bundle.volumes.length} 卷，请逐卷下载（已下载 {handedOver.length} 卷）：
        </strong>
      </p>
      <ol class="volume-list">
        {bundle.volumes.map(({ fileName, blob, files }, index) => (
          <li key={fileName}>
            <span>
              {fileName}（{files} 个文件，{formatSize(blob.size)}）
              {handedOver.includes(index) && <em>✓ 已交给浏览器下载</em>}
            </span>
            <button
              type="button"
              class={handedOver.includes(index) ? 'button' : 'button primary'}
              onClick={() => onHandOver(index, false)}
            >
              下载第 {index + 1} 卷
            </button>
            {offersPlace && (
              <button type="button" class="button" onClick={() => onHandOver(index, true)}>
                选择保存位置
              </button>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
