import { useStore } from '@nanostores/preact'
import {
  $rollingUp,
  cancelRollUp,
  forgetRollUp,
  handOverRollUp,
  measureRollUp,
  packRollUp,
  type RolledUp,
} from '../../stores/collect/rollup'
import type { SummaryInput } from '../../stores/collect/summary'
import { sayExportProblem } from '../../wording/collect'
import { VolumeList } from '../bundle/VolumeList'
import { DownloadHint } from '../ui/DownloadHint'
import { Part } from '../ui/Part'

interface Props {
  summary: SummaryInput
}

/** 按指标归集: of which department, how to split it, how far it is, what was handed to the browser. */
export function RollUpPanel({ summary }: Props) {
  const rollingUp = useStore($rollingUp)
  return (
    <section class="card rolling-up" aria-label="按指标归集" aria-live="polite">
      {rollingUp.state === 'choosing' && (
        <Part load={() => import('./RollUpChoice')}>
          {({ RollUpChoice }) => <RollUpChoice {...{ summary, measureRollUp, packRollUp }} />}
        </Part>
      )}
      {rollingUp.state === 'packing' && (
        <>
          <p>正在归集{rollingUp.files > 0 && `：${rollingUp.done} / ${rollingUp.files} 个文件`}…</p>
          <progress value={rollingUp.done} max={Math.max(1, rollingUp.files)} aria-label="归集进度" />
        </>
      )}
      {rollingUp.state === 'failed' && <p class="wrong">{sayExportProblem(rollingUp.problem)}</p>}
      {rollingUp.state === 'packed' && <Packed packed={rollingUp} />}
      <button
        type="button"
        class="button"
        onClick={rollingUp.state === 'packing' ? cancelRollUp : forgetRollUp}
      >
        {rollingUp.state === 'packing' ? '停止归集' : rollingUp.state === 'choosing' ? '先不归集' : '知道了'}
      </button>
    </section>
  )
}

function Packed({ packed }: { packed: RolledUp }) {
  const { fingerprint, absent } = packed.bundle
  return (
    <>
      <VolumeList
        packed={packed}
        onHandOver={(index, choosesPlace) => void handOverRollUp(index, choosesPlace)}
      />
      {absent > 0 && (
        <p class="wrong">有 {absent} 个文件没有收到，或者与打包时不一致，没有归集；目录里注明了是哪些。</p>
      )}
      <p>
        校验码 <code>{fingerprint}</code>。下载完成以前，请不要移动、删除收到的材料包，也不要关闭本页。
      </p>
      <DownloadHint />
    </>
  )
}
