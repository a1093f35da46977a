import { useStore } from '@nanostores/preact'
import { $rollingUp, chooseRollUp } from '../../stores/collect/rollup'
import {
  $paper,
  $summarizing,
  cancelSummary,
  dismissSummary,
  downloadSummary,
  forgetPaper,
  printSummary,
  type SummaryInput,
} from '../../stores/collect/summary'
import { $arrivals } from '../../stores/intake/arrivals'
import { openReviewing } from '../../stores/review/place'
import { sayExportProblem } from '../../wording/collect'
import { RecordButtons } from '../review/ReviewRecords'
import { DownloadHint } from '../ui/DownloadHint'
import { RollUpPanel } from './RollUpPanel'

/** The office's downloads: the table of all units, the printed summary, all files sorted by indicator. */
export function Exports({ summary }: { summary: SummaryInput }) {
  const summarizing = useStore($summarizing)
  const rollingUp = useStore($rollingUp)
  const open = useStore($arrivals).filter(({ state }) => state === 'waiting' || state === 'verifying').length
  return (
    <section class="exports" aria-label="汇总与归集">
      <p class="export-buttons">
        <button type="button" class="button primary" onClick={() => openReviewing()}>
          逐项审阅
        </button>
        <button
          type="button"
          class="button"
          disabled={summarizing.state === 'writing'}
          onClick={() => void downloadSummary(summary)}
        >
          导出汇总表
        </button>
        <button type="button" class="button" onClick={() => void printSummary(summary.matrix.rows.length)}>
          打印汇总
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={rollingUp.state !== 'idle'}
          disabled={rollingUp.state === 'packing'}
          onClick={chooseRollUp}
        >
          按指标归集
        </button>
        <RecordButtons />
        {open > 0 && <span class="more">还有 {open} 个没有核验完，现在导出的只是已经核验的。</span>}
      </p>
      <PaperStatus />
      <SummaryStatus />
      {rollingUp.state !== 'idle' && <RollUpPanel summary={summary} />}
    </section>
  )
}

/** How far the paper is, while it is drawn. */
function PaperStatus() {
  const paper = useStore($paper)
  if (!paper || paper.units === paper.of) return null
  return (
    <div class="card export-status" role="status">
      <p>
        正在准备打印：{paper.units} / {paper.of} 个单位…
      </p>
      <button type="button" class="button" onClick={forgetPaper}>
        停止打印
      </button>
    </div>
  )
}

function SummaryStatus() {
  const summarizing = useStore($summarizing)
  if (summarizing.state === 'idle') return null
  return (
    <div class="card export-status" role="status">
      {summarizing.state === 'writing' && (
        <>
          <p>正在生成汇总表{summarizing.lines > 0 && `：已写 ${summarizing.lines} 行`}…</p>
          <button type="button" class="button" onClick={cancelSummary}>
            停止生成
          </button>
        </>
      )}
      {summarizing.state === 'failed' && <p class="wrong">{sayExportProblem(summarizing.problem)}</p>}
      {summarizing.state === 'handed-over' && (
        <>
          <p>
            <strong>已交给浏览器下载：{summarizing.fileName}</strong>
            ：汇总矩阵、材料明细、审核意见、县初评分、缺报清单、核验发现，各一张表
          </p>
          <DownloadHint />
        </>
      )}
      {summarizing.state !== 'writing' && (
        <button type="button" class="button" onClick={dismissSummary}>
          知道了
        </button>
      )}
    </div>
  )
}
