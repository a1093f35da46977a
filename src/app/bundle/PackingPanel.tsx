import { useStore } from '@nanostores/preact'
import { useCallback } from 'preact/hooks'
import type { Checklist } from '../../core/checklist/checklist'
import { progressOf, sectionsOf } from '../../core/checklist/progress'
import {
  $packing,
  confirmBackup,
  downloadBundle,
  forgetPacking,
  handOver,
  isAllHandedOver,
  isOutOfDate,
  measureVolumes,
  type PackedState,
  type Packing,
  packVolumes,
} from '../../stores/bundle/bundle'
import { getCatalogue } from '../../stores/page'
import { sayBundleProblem } from '../../wording/bundle'
import { DownloadHint } from '../ui/DownloadHint'
import { VolumeChooser } from './VolumeChooser'
import { VolumeList } from './VolumeList'

interface Props {
  checklist: Checklist
}

/** 下载材料包: asks how to split the bundle, then shows the volumes handed to the browser, or why there is none. */
export function PackingPanel({ checklist }: Props) {
  const packing = useStore($packing)
  if (packing.state === 'idle') return null
  return (
    <section class="packing" aria-label="材料包" aria-live="polite">
      <div class="width">
        <div class="packing-body">{renderState(packing, checklist)}</div>
        {packing.state !== 'packing' && (
          <button type="button" class="button" onClick={forgetPacking}>
            {packing.state === 'choosing' || packing.state === 'asking' ? '先不下载' : '知道了'}
          </button>
        )}
      </div>
    </section>
  )
}

function renderState(packing: Packing, checklist: Checklist) {
  switch (packing.state) {
    case 'choosing':
      return <Choosing checklist={checklist} />
    case 'asking':
      return (
        <>
          <p>
            <strong>还有 {packing.unsorted} 个文件在“待归类”里，没有归到哪一项。</strong>
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
            <button type="button" class="button" onClick={() => void downloadBundle('leave-unsorted')}>
              不打进去
            </button>
            <button type="button" class="button" onClick={() => void downloadBundle('take-unsorted')}>
              一起打进去
            </button>
          </div>
        </>
      )
    case 'packing':
      return <p>正在打包…</p>
    case 'failed':
      return <p class="wrong">{sayBundleProblem(packing.problem)}</p>
    case 'packed':
      return <Packed packing={packing} checklist={checklist} />
    default:
      return null
  }
}

function Choosing({ checklist }: Props) {
  // Any change of the checklist may change the volumes' sizes.
  const measure = useCallback((limit: number) => measureVolumes(limit), [checklist])
  return (
    <VolumeChooser
      measure={measure}
      onPack={limit => void packVolumes(limit)}
      question="一封邮件发不了，要怎样分？"
      preset="mail-35"
    />
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
  const sections = sectionsOf(getCatalogue(), checklist)
  const progress = progressOf(
    sections.flatMap(section => section.items),
    checklist,
  )
  const open = progress.total - progress.done
  if (isOutOfDate(packing, checklist)) {
    return (
      <>
        <p class="wrong">下载以后又有改动，这一包不是最新的。改完请重新打包，各卷都换成新的。</p>
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
      <VolumeList packed={packing} onHandOver={(index, choosesPlace) => void handOver(index, choosesPlace)} />
      <p>
        {open > 0 ? `这一包里还缺 ${open} 项，补齐后请再下载一次。` : '材料项全部完成。'}校验码{' '}
        <code>{bundle.fingerprint}</code>
      </p>
      {isAllHandedOver(packing) && <Kept packing={packing} />}
      <DownloadHint />
    </>
  )
}
