import { useCallback, useMemo, useState } from 'preact/hooks'
import { saysAnything } from '../../core/review/review'
import type { measureRollUp, packRollUp } from '../../stores/collect/rollup'
import type { SummaryInput } from '../../stores/collect/summary'
import { VolumeChooser } from '../bundle/VolumeChooser'

interface Props {
  summary: SummaryInput
  measureRollUp: typeof measureRollUp
  packRollUp: typeof packRollUp
}

/** Which files are wanted, with or without the reviews, and how they are split. A part of the page. */
export function RollUpChoice({ summary, measureRollUp, packRollUp }: Props) {
  const { departments, heads } = summary.catalogue
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
      <VolumeChooser measure={measure} onPack={limit => void packRollUp(wish, limit)} />
    </>
  )
}
