import { countJudged, tally } from '../../core/review/tally'
import type { Answered, Replying } from '../../stores/review/replies'
import { sayReplyCounts } from '../../wording/bundle'
import { sayExportProblem } from '../../wording/collect'
import { DownloadHint } from '../ui/DownloadHint'

interface Props {
  answered: readonly Answered[]
  replying: Replying
  download: (answered: readonly Answered[]) => void
}

/** 审核意见: the units to which the office has something to say, each with its file; all of them at once. A part of the page. */
export function Replies({ answered, replying, download }: Props) {
  return (
    <details class="card reminders" id="replies">
      <summary>
        <h2>审核意见：{answered.length} 个单位</h2>
      </summary>
      <p>
        每个单位一个文件，用 QQ、微信或邮件发给他们：双击能看、能打印；拖进填报网页，退回的各项就列出来了。
      </p>
      <p class="export-buttons">
        <button type="button" class="button primary" onClick={() => download(answered)}>
          {answered.length > 1 ? `下载全部 ${answered.length} 份` : '下载审核意见'}
        </button>
      </p>
      {replying && 'problem' in replying && <p class="wrong">{sayExportProblem(replying.problem)}</p>}
      {replying && 'fileName' in replying && (
        <div role="status">
          <p>
            <strong>已交给浏览器下载：{replying.fileName}</strong>
          </p>
          <DownloadHint />
        </div>
      )}
      <ul>
        {answered.map(one => (
          <li key={one.row.unit}>
            <p>
              <strong>{one.row.unit}</strong> {sayReplyCounts(one.reply)}
              <FarJudged standings={one.standings} />
            </p>
            <p class="export-buttons">
              <button
                type="button"
                class="button"
                aria-label={`下载审核意见：${one.row.unit}`}
                onClick={() => download([one])}
              >
                下载
              </button>
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** How much of a unit's hand-in was looked at, where that is not all: the reply would say so. */
function FarJudged({ standings }: Pick<Answered, 'standings'>) {
  const [done, total] = countJudged(tally(standings))
  if (done === total) return null
  return (
    <>
      ，
      <strong>
        ! 已审 {done}/{total} 项
      </strong>
      ，没审完也可以先发，意见里会写明
    </>
  )
}
