import { useStore } from '@nanostores/preact'
import { $paper, forgetPaper } from '../../stores/inventory'
import { sayPaperRefusal } from '../../wording/bundle'
import { DownloadHint } from '../ui/DownloadHint'

/** What became of the report: handed to the browser, or why not. */
export function ReportPanel() {
  const paper = useStore($paper)
  if (paper.state === 'idle' || paper.state === 'inventory') return null
  return (
    <section class="packing" aria-label="自评报告和目录" aria-live="polite">
      <div class="width">
        <div class="packing-body">
          {paper.state === 'writing' && <p>正在生成…</p>}
          {paper.state === 'failed' && <p class="wrong">{sayPaperRefusal(paper.refusal)}</p>}
          {paper.state === 'downloaded' && (
            <>
              <p>
                <strong>已交给浏览器下载：{paper.fileName}</strong>
              </p>
              <DownloadHint />
            </>
          )}
        </div>
        {paper.state !== 'writing' && (
          <button type="button" class="button" onClick={forgetPaper}>
            知道了
          </button>
        )}
      </div>
    </section>
  )
}
