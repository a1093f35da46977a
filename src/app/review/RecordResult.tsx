import type { ComponentChildren } from 'preact'
import { type Disagreement, otherOf } from '../../core/review/merge'
import type { ReviewChange } from '../../core/review/review'
import { formatMinute } from '../../core/text/format'
import type { Differing, Records } from '../../stores/review/records'
import { refusalWording } from '../../wording/refusal'
import { sayDisagreement, sayReviewsProblem } from '../../wording/review'

interface Props {
  records: Records
  /** How to keep a download. */
  hint: ComponentChildren
  onChoose: (differing: Differing, other: ReviewChange) => void
  onDismiss: () => void
}

/** What came of 导出 or 导入; what both computers said differently is shown, and the other word can be taken. */
export function RecordResult({ records, hint, onChoose, onDismiss }: Props) {
  return (
    <div class="card export-status records" role="status">
      <div>
        {records.state === 'exported' && (
          <>
            <p>
              <strong>已交给浏览器下载：{records.fileName}</strong>
              。里面是全部审核意见和初评分，不含材料；在另一台电脑的收件核验页“导入审核记录”，两边就合在一起。
            </p>
            {hint}
          </>
        )}
        {records.state === 'refused' && (
          <p class="wrong">{sayReviewsProblem(records.problem, records.name)}</p>
        )}
        {records.state === 'unread' && (
          <p class="wrong">
            “{records.name}”没有读出来：{refusalWording[records.refusal]}已有的审核记录没有改动。
          </p>
        )}
        {records.state === 'brought' && (
          <>
            <p>
              <strong>已导入 {records.units} 个单位的审核记录。</strong>
              {records.differing.length > 0
                ? `有 ${records.differing.length} 处两边意见不同，先按较晚的一条算：`
                : '没有两边意见不同的地方。'}
            </p>
            <ul class="differing">
              {records.differing.map((differing, i) => (
                <li key={i}>
                  <strong>{differing.review.unit}</strong> <Both disagreement={differing.disagreement} />
                  <button
                    type="button"
                    class="button"
                    onClick={() => onChoose(differing, otherOf(differing.disagreement))}
                  >
                    改用较早的一条
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <button type="button" class="button" onClick={onDismiss}>
        知道了
      </button>
    </div>
  )
}

function Both({ disagreement }: { disagreement: Disagreement }) {
  const { of, says } = sayDisagreement(disagreement)
  return (
    <>
      <span class="id">{of}</span>
      {says.map(({ at, text }, i) => (
        <p key={i}>
          {i === 0 ? '现在算的' : '另一条'}（{formatMinute(at)}）：{text}
        </p>
      ))}
    </>
  )
}
