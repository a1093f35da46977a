import type { Attendance } from '../../core/collect/expected'
import type { Arrival } from '../../core/intake/arrival'
import { isTrouble } from '../../core/intake/arrival'
import type { Matrix } from '../../core/intake/collate'
import { isLate } from '../../core/intake/hand-in'
import { isPart } from '../../core/intake/settle'
import { soundnessOf } from '../../core/intake/soundness'
import { formatSize } from '../../core/text/format'
import { getCatalogue } from '../../stores/page'
import { intakeContent } from '../ui/page-content'

interface Props {
  matrix: Matrix
  arrivals: readonly Arrival[]
  attendance: Attendance
}

/** The four figures that an office is asked for: 已收单位, 文件完好, 有问题, 材料项完成. */
export function IntakeFigures({ matrix: { rows }, arrivals, attendance }: Props) {
  const soundness = rows.map(row => soundnessOf(row.handIn).kind)
  const count = (kind: string) => soundness.filter(one => one === kind).length
  const sum = (key: 'done' | 'total' | 'files' | 'absent' | 'bytes') =>
    rows.reduce((all, row) => all + row.total[key], 0)
  const { present, missing, unlisted } = attendance
  const expected = present.length + missing.length
  const late = rows.filter(row => isLate(row.handIn, intakeContent().deadline)).length
  const resubmitted = rows.filter(row => row.earlier.some(one => !isPart(one))).length
  const unread = arrivals.filter(arrival => isTrouble(arrival, getCatalogue().edition)).length
  const asked = rows.filter(row => row.question).length
  const troubles = [
    count('flawed') > 0 && `文件有问题 ${count('flawed')}`,
    count('waiting') > 0 && `缺卷 ${count('waiting')}`,
  ].filter(Boolean)
  return (
    <dl class="figures">
      <Figure name="已收单位" value={expected > 0 ? `${present.length} / ${expected}` : rows.length}>
        {[
          missing.length > 0 && `没有报送 ${missing.length}`,
          expected > 0 && unlisted.length > 0 && `另有 ${unlisted.length} 个不在名单上`,
          late > 0 && `逾期 ${late}`,
          resubmitted > 0 && `报过两次以上 ${resubmitted}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Figure>
      <Figure name="文件完好" value={count('sound')}>
        收到文件 {(sum('files') - sum('absent')).toLocaleString('zh-CN')} 个 · {formatSize(sum('bytes'))}
      </Figure>
      <Figure name="有问题" value={count('flawed') + count('waiting') + asked + unread} tone="is-bad">
        {troubles.join(' · ')}
        {asked > 0 && <a href="#questions">要您确定 {asked}</a>}
        {unread > 0 && <a href="#arrivals">没有计入的文件 {unread}</a>}
        {troubles.length + asked + unread === 0 && '没有'}
      </Figure>
      <Figure name="材料项完成" value={`${sum('done')} / ${sum('total')}`}>
        各单位合计
      </Figure>
    </dl>
  )
}

interface FigureProps {
  name: string
  value: number | string
  tone?: 'is-bad'
  children: preact.ComponentChildren
}

function Figure({ name, value, tone, children }: FigureProps) {
  return (
    <div class="card">
      <dt>{name}</dt>
      <dd class={value === 0 ? undefined : tone}>{value}</dd>
      <dd class="more">{children}</dd>
    </div>
  )
}
