import { useState } from 'preact/hooks'
import { answerOf, usedFiles } from '../../core/checklist/checklist'
import { attachedReport } from '../../core/report/report'
import { changesSince, seeItem } from '../../core/review/seen'
import type { Stop } from '../../core/review/walk'
import { formatMinute } from '../../core/text/format'
import { saySeenDifference, standingMarks, standingWording, verdictWording } from '../../wording/review'
import type { ReviewState } from './pieces'

interface Props {
  stop: Stop
  state: ReviewState
  /** Shows a file of the item. */
  onFile: (sha256: string) => void
}

/** What an item asks and what the unit says of it; where the office said something before, that and what changed since. */
export function ItemFacts({ stop, state, onFile }: Props) {
  const { judged, item, section } = stop
  const { checklist } = judged.row.handIn
  const { remark, notApplicable, reason } = answerOf(checklist, item.id)
  return (
    <>
      <p class="item-text">
        <span class="id">{item.id}</span> {item.text}
      </p>
      {notApplicable && <p class="said">不适用的理由：{reason || '没有填写'}</p>}
      {remark && <p class="said">备注：{remark}</p>}
      <OfficeWords stop={stop} state={state} />
      <Before stop={stop} onFile={onFile} />
      <RowTexts key={section.id} stop={stop} state={state} />
    </>
  )
}

/** The word of the office that rolled the unit up, and its points for the row. */
function OfficeWords({ stop: { judged, item, section }, state }: Pick<Props, 'stop' | 'state'>) {
  const said = judged.row.parts.flatMap(part => state.officeReviews.get(part.id) ?? [])
  return (
    <>
      {said.map(({ office, review }) => {
        const [word] = review.words[item.id] ?? []
        const score = review.scores[section.id]
        if (!word?.verdict && !score?.text) return null
        return (
          <p key={office} class="said of-office">
            <strong>{office}</strong>　
            {word?.verdict && `${verdictWording[word.verdict]}${word.note && `：${word.note}`}　`}
            {score?.text && `初评 ${score.text}${score.reason && `（${score.reason}）`}`}
          </p>
        )
      })}
    </>
  )
}

/** The last word where it was about something else, with what the unit did since. */
function Before({ stop, onFile }: Pick<Props, 'stop' | 'onFile'>) {
  const { judged, item, standing } = stop
  const words = judged.review.words[item.id] ?? []
  const isAnswered = standing === 'repaired' || standing === 'changed'
  const word = isAnswered ? words[0] : words[1]
  if (!word || word.verdict === null) return null
  const { response = '' } = judged.row.handIn.checklist.returned?.notes[item.id] ?? {}
  const changes = isAnswered ? changesSince(item.id, word, seeItem(judged.row.handIn, item.id)) : []
  return (
    <>
      <div class={`before is-${word.verdict}`}>
        <p>
          <strong>上次的意见</strong> {standingMarks[word.verdict]} {standingWording[word.verdict]}{' '}
          {formatMinute(word.at)}
        </p>
        {word.note && <p class="as-typed">{word.note}</p>}
      </div>
      {changes.length > 0 && (
        <div class="since">
          <p>
            <strong>这次的变化</strong>
          </p>
          <ul>
            {changes.map((change, i) => (
              <li key={i}>
                {saySeenDifference(change)}
                {'file' in change && change.code !== 'removed-file' && (
                  <button
                    type="button"
                    class="link"
                    aria-label={`看 ${change.file.name}`}
                    onClick={() => onFile(change.file.sha256)}
                  >
                    打开
                  </button>
                )}
              </li>
            ))}
          </ul>
          {response && <p>单位说：{response}</p>}
        </div>
      )}
    </>
  )
}

/** The unit's paragraph on this row, three lines until one asks for the rest; what the row asks and how it is scored, when wanted. */
function RowTexts({ stop: { judged, section }, state: { catalogue } }: Pick<Props, 'stop' | 'state'>) {
  const [isWhole, setWhole] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const { checklist } = judged.row.handIn
  const report = checklist.report.texts[section.id] ?? ''
  const attached = attachedReport(checklist)
  const place = usedFiles(checklist).find(({ file }) => file.sha256 === attached?.sha256)?.item
  const { indicator } = section
  if (!indicator) return null
  const texts = [
    ['考核内容', indicator.content],
    [catalogue.heads.criteria, indicator.criteria],
    [catalogue.heads.method, indicator.method],
  ].filter(([, text]) => text)
  return (
    <div class="row-texts">
      {attached && (
        <p>
          <strong>自评报告</strong>　另附：{attached.name}（在 {place} 里看）
        </p>
      )}
      {report !== '' && (
        <p class={`as-typed${isWhole ? '' : ' is-cut'}`}>
          <strong>{attached ? '网页上写的' : '自评报告'}</strong>　{report}
        </p>
      )}
      <p class="row-links">
        {report.length > 60 && (
          <button type="button" class="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? '收起报告' : '看报告全文'}
          </button>
        )}
        <button type="button" class="link" aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
          {isAsked ? '收起考核内容' : '看考核内容、评分标准'}
        </button>
      </p>
      {isAsked &&
        texts.map(([head, text]) => (
          <p key={head} class="as-typed">
            <strong>{head}</strong>　{text}
          </p>
        ))}
    </div>
  )
}
