import type { ReportDownload } from '../../stores/report/report'
import { sayReportProblem } from '../../wording/bundle'
import { DownloadHint } from '../ui/DownloadHint'

/** The outcome of 下载自评报告: handed to the browser, or why not. */
export function ReportPanel({ download, dismiss }: { download: ReportDownload; dismiss: () => void }) {
  return (
    <section class="packing" aria-label="自评报告下载" aria-live="polite">
      <div class="width">
        <div class="packing-body">
          {download.state === 'writing' && <p>正在生成…</p>}
          {download.state === 'failed' && <p class="wrong">{sayReportProblem(download.problem)}</p>}
          {download.state === 'handed-over' && (
            <>
              <p>
                <strong>已交给浏览器下载：{download.fileName}</strong>
              </p>
              <DownloadHint />
            </>
          )}
        </div>
        {download.state !== 'writing' && (
          <button type="button" class="button" onClick={dismiss}>
            知道了
          </button>
        )}
      </div>
    </section>
  )
}
