import { useStore } from '@nanostores/preact'
import type { Checklist } from '../../core/checklist/checklist'
import { progressOf, sectionsOf } from '../../core/checklist/progress'
import { formatSize } from '../../core/text/format'
import {
  $isSending,
  $packing,
  confirmBackup,
  downloadBundle,
  forgetPacking,
  handOver,
  isAllHandedOver,
  isOutOfDate,
  type PackedState,
  packVolumes,
  type UnsortedAnswer,
} from '../../stores/bundle/bundle'
import { getCatalogue } from '../../stores/page'
import { sayBundleProblem } from '../../wording/bundle'
import { DownloadHint } from '../ui/DownloadHint'

interface Props {
  checklist: Checklist
}

/** 下载材料包 of what goes in one piece: that it was handed to the browser, or why not. What is split is shown in 核对报送. */
export function PackingPanel({ checklist }: Props) {
  const packing = useStore($packing)
  const isSending = useStore($isSending)
  const isWhole = packing.state === 'packed' && packing.bundle.volumes.length === 1
  const isShown = !isSending && (packing.state === 'packing' || packing.state === 'failed' || isWhole)
  if (packing.state !== 'asking' && !isShown) return null
  return (
    <section class="packing" aria-label="材料包" aria-live="polite">
      <div class="width">
        <div class="packing-body">
          {packing.state === 'asking' && <Asking {...packing} />}
          {packing.state === 'packing' && <p>正在打包…</p>}
          {packing.state === 'failed' && <p class="wrong">{sayBundleProblem(packing.problem)}</p>}
          {packing.state === 'packed' && <Packed packing={packing} checklist={checklist} />}
        </div>
        {packing.state !== 'packing' && (
          <button type="button" class="button" onClick={forgetPacking}>
            {packing.state === 'asking' ? '先不下载' : '知道了'}
          </button>
        )}
      </div>
    </section>
  )
}

/** Whether files of 待归类 go along, asked before anything is packed. */
function Asking({ unsorted, limit }: { unsorted: number; limit?: number | undefined }) {
  const answer = (answer: UnsortedAnswer) =>
    void (limit === undefined ? downloadBundle(answer) : packVolumes(limit, answer))
  return (
    <>
      <p>
        <strong>还有 {unsorted} 个文件在“待归类”里，没有归到哪一项。</strong>
        要打进材料包吗？打进去的放在“98_待归类”文件夹里；不打进去的仍在这台电脑上，不会丢。
      </p>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          onClick={() => {
            forgetPacking()
            location.hash = 'unsorted'
          }}
        >
          先去归类
        </button>
        <button type="button" class="button" onClick={() => answer('leave-unsorted')}>
          不打进去
        </button>
        <button type="button" class="button" onClick={() => answer('take-unsorted')}>
          一起打进去
        </button>
      </div>
    </>
  )
}

/** Whether the volumes arrived on disk: a place the person chose reports it, of downloads only she knows. */
function Kept({ packing: { bundle, isWritten } }: { packing: PackedState }) {
  if (isWritten) return <p>✓ 已存到您选的位置。</p>
  return (
    <div class="actions">
      <p>请打开下载文件夹看一看，文件在不在？</p>
      <button type="button" class="button" onClick={() => void confirmBackup()}>
        在，已经存好
      </button>
      {bundle.volumes.length === 1 && (
        <button type="button" class="button" onClick={() => void handOver(0)}>
          不在，再下载一次
        </button>
      )}
    </div>
  )
}

function Packed({ packing, checklist }: Props & { packing: PackedState }) {
  const { bundle } = packing
  const [only] = bundle.volumes
  const sections = sectionsOf(getCatalogue(), checklist)
  const progress = progressOf(
    sections.flatMap(section => section.items),
    checklist,
  )
  const open = progress.total - progress.done
  if (isOutOfDate(packing, checklist)) {
    return (
      <>
        <p class="wrong">下载以后又有改动，这一包不是最新的。改完请重新打包，换成新的。</p>
        <div class="actions">
          <button type="button" class="button primary" onClick={() => void packVolumes(packing.limit)}>
            重新打包
          </button>
        </div>
      </>
    )
  }
  return (
    <>
      <p>
        <strong>已交给浏览器下载：{only?.fileName}</strong>（{only?.files} 个文件，
        {formatSize(only?.blob.size ?? 0)}）
      </p>
      <p>
        {open > 0 ? `这一包里还缺 ${open} 项，补齐后请再下载一次。` : '材料项全部完成。'}校验码{' '}
        <code>{bundle.fingerprint}</code> <a href="#send">怎样报送</a>
      </p>
      {isAllHandedOver(packing) && <Kept packing={packing} />}
      <DownloadHint />
    </>
  )
}
