import type { Checklist } from '../../core/checklist/checklist'
import { buildScoreSheet } from '../../core/report/score'
import { getCatalogue } from '../../stores/page'

/** The sums of the scores, once any score is given. */
export function ScoreSums({ checklist }: { checklist: Checklist }) {
  const catalogue = getCatalogue()
  const sheet = buildScoreSheet(catalogue, checklist)
  if (!sheet) {
    const isScored = catalogue.indicators.some(({ scoring }) => scoring.kind !== 'none')
    return isScored ? <p class="score-sums">自评分选填；填了，报告后面会附一张自评分表。</p> : null
  }
  const { earned, most, added, deducted, total, empty, wrong, veto } = sheet
  return (
    <p class="score-sums" aria-live="polite">
      {(most > 0 || added > 0 || deducted > 0) && (
        <>
          自评得分 <strong>{earned}</strong> / {most} 分，{added > 0 && `加 ${added} 分，`}扣 {deducted}{' '}
          分，合计 <strong>{total}</strong> 分。
        </>
      )}
      {empty > 0 && ` 还有 ${empty} 行没有填。`}
      {wrong > 0 && ` 有 ${wrong} 行填的不是分数，没有计入，报告里留空。`}
      {veto === true && ' 有一票否决的情形，按通知考核结果为不合格。'}
    </p>
  )
}
