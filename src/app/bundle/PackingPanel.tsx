import { useStore } from '@nanostores/preact'
import { useCallback } from 'preact/hooks'
import type { Checklist } from '../../core/checklist/checklist'
import { progressOf, sectionsOf } from '../../core/checklist/progress'
import {
  $packing,
  forgetPacking,
  handOver,
  measureVolumes,
  offersPlace,
  type PackedState,
  type Packing,
  packVolumes,
} from '../../stores/bundle'
import { sayBundleProblem } from '../../wording/bundle'
import { DownloadHint } from '../ui/DownloadHint'
import type { PageContent } from '../ui/page-content'
import { VolumeChooser } from './VolumeChooser'
import { VolumeList } from './VolumeList'

interface Props {
  content: PageContent
  checklist: Checklist
}

/** What becomes of the bundle: how to split it, what was handed to the browser, or why there is none. */
export function PackingPanel({ content, checklist }: Props) {
  const packing = useStore($packing)
  if (packing.state === 'idle') return null
  return (
    <section class="packing" aria-label="材料包" aria-live="polite">
      <div class="width">
        <div class="packing-body">{renderState(packing, content, checklist)}</div>
        {packing.state !== 'packing' && (
          <button type="button" class="button" onClick={forgetPacking}>
            {packing.state === 'choosing' ? '先不下载' : '知道了'}
          </button>
        )}
      </div>
    </section>
  )
}

function renderState(packing: Packing, content: PageContent, checklist: Checklist) {
  switch (packing.state) {
    case 'choosing':
      return <Choosing content={content} checklist={checklist} />
    case 'packing':
      return <p>正在打包…</p>
    case 'failed':
      return <p class="wrong">{sayBundleProblem(packing.problem)}</p>
    case 'packed':
      return <Packed packing={packing} content={content} checklist={checklist} />
    default:
      return null
  }
}

function Choosing({ content: { catalogue }, checklist }: Props) {
  // Every change of the checklist changes what comes out.
  const measure = useCallback((limit: number) => measureVolumes(catalogue, limit), [catalogue, checklist])
  return (
    <VolumeChooser
      measure={measure}
      onPack={limit => void packVolumes(catalogue, limit)}
      question="一封邮件发不了，要怎样分？"
      preset="mail-35"
    />
  )
}

function Packed({ packing, content, checklist }: Props & { packing: PackedState }) {
  const { bundle } = packing
  const sections = sectionsOf(content.catalogue, checklist)
  const progress = progressOf(
    sections.flatMap(section => section.items),
    checklist,
  )
  const open = progress.total - progress.done
  return (
    <>
      {checklist.changed !== packing.changed && (
        <p class="wrong">下载以后又有改动，这一包不是最新的。改完请再下载一次。</p>
      )}
      <VolumeList
        packed={packing}
        offersPlace={offersPlace}
        onHandOver={(index, choosesPlace) => void handOver(content.catalogue, index, choosesPlace)}
      />
      <p>
        {open > 0 ? `这一包里还缺 ${open} 项，补齐后请再下载一次。` : '材料项全部完成。'}校验码{' '}
        <code>{bundle.fingerprint}</code>
      </p>
      <DownloadHint />
    </>
  )
}
