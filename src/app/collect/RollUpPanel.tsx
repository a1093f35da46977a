import { useStore } from '@nanostores/preact'
import { useCallback, useMemo, useState } from 'preact/hooks'
import { saysAnything } from '../../core/review/review'
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
import { getCatalogue } from '../../stores/page'
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
      {rollingUp.state === 'choosing' && <Choosing summary={summary} />}
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

function Choosing({ summary }: Props) {
  const { departments, heads } = getCatalogue()
  const [department, setDepartment] = useState('')
  const [withReviews, setWithReviews] = useState(true)
  const isReviewed = summary.judged.some(({ review }) => saysAnything(review))
  const wish = useMemo(
    () => ({
      summary,
      department: departments.find(({ id }) => id === department) ?? null,
      withReviews,
    }),
    [summary, department, withReviews],
  )
  const measure = useCallback((limit: number) => measureRollUp(wish, limit), [wish])
  return (
    <>
      <h2>按指标归集</h2>
      <p>
        把各单位的文件按考核指标、单位重新排好，打成一个材料包，里面有目录和汇总表，各单位填报的内容和自评报告也在；各单位的核验结果写在汇总表里，一起带走。
        可以分给评价部门，也可以报给上级：对方在“收件核验”里打开，各单位一个不少。文件只是引用，不改动原来的材料包。
      </p>
      {departments.length > 0 && (
        <label class="field">
          归集哪些
          <select value={department} onChange={event => setDepartment(event.currentTarget.value)}>
            <option value="">全部指标和共性资料</option>
            {departments.map(({ id, name }) => (
              <option key={id} value={id}>
                只要{name}
                {heads.department === '评价部门' ? '评价的指标' : '的指标'}
              </option>
            ))}
          </select>
        </label>
      )}
      {isReviewed && (
        <label class="check">
          <input
            type="checkbox"
            checked={withReviews}
            onChange={event => setWithReviews(event.currentTarget.checked)}
          />
          带上审核意见和县初评分：上级打开时，和单位填报的内容放在一起看
        </label>
      )}
      <Part load={() => import('../bundle/VolumeChooser')}>
        {({ VolumeChooser }) => (
          <VolumeChooser
            measure={measure}
            onPack={limit => void packRollUp(wish, limit)}
            question="要怎样分？"
            preset="stick"
          />
        )}
      </Part>
    </>
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
