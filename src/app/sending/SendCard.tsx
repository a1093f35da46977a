import { useState } from 'preact/hooks'
import { countFiles } from '../../core/backup/made'
import { changesBetween, isSame, type Marks } from '../../core/bundle/marks'
import type { Sent } from '../../core/checklist/checklist'
import { formatDay } from '../../core/text/format'
import { type Mail, sayMailSubject, sayMailText } from '../../wording/sending'
import type { Recipient } from '../ui/page-content'
import { Field } from './Field'
import type { CardProps, SendingActions } from './pieces'

interface Props extends CardProps {
  marks: Marks
  /** The items of the 补充包 on hand. */
  supplied: readonly string[]
}

/** 报送: the mails to copy, the paper to print and seal, by when and where; and 已报送 with its day. */
export function SendCard({ state, actions, marks, supplied }: Props) {
  const { checklist, made, isPrinting, catalogue, content, way } = state
  const mailed = way !== 'one'
  const [chosen, setIndex] = useState(1)
  const { deadlineText, recipient } = content
  const counts = made ? countFiles(made) : []
  const count = counts.length
  const index = Math.min(chosen, Math.max(1, count))
  const { name: unit, contact, phone } = checklist.unit
  const mail: Mail | null = made && {
    unit,
    title: catalogue.bundleTitle,
    recipient: recipient.name,
    index,
    count,
    files: counts[index - 1] ?? 0,
    fingerprint: made.fingerprint,
    contact,
    phone,
  }
  return (
    <section class="card" id="send" aria-labelledby="send-heading">
      <header class="card-head">
        <h2 id="send-heading">报送</h2>
        {deadlineText && <strong>{deadlineText}前</strong>}
      </header>
      <div class="both">
        <div>
          <h3>电子版{mailed && count > 1 ? `：发 ${count} 封邮件` : ''}</h3>
          {recipient.email && <Field name="发到" text={recipient.email} copy={actions.copy} />}
          {mail ? (
            <>
              {count > 1 && (
                <p class="mails">
                  {counts.map((_, i) => (
                    <button
                      key={i}
                      type="button"
                      class="button"
                      aria-pressed={index === i + 1}
                      onClick={() => setIndex(i + 1)}
                    >
                      第 {i + 1} 封
                    </button>
                  ))}
                </p>
              )}
              <Field name="主题" text={sayMailSubject(mail)} copy={actions.copy} />
              <Field name="正文" text={sayMailText(mail)} copy={actions.copy} />
              {mailed && recipient.email && (
                <p>
                  <a
                    href={`mailto:${recipient.email}?subject=${encodeURIComponent(sayMailSubject(mail))}&body=${encodeURIComponent(sayMailText(mail))}`}
                  >
                    用本机的邮件程序写这一封
                  </a>
                  ，附件要自己添加。
                </p>
              )}
            </>
          ) : (
            <p class="content">打包以后，这里有每封邮件的主题和正文，复制了就能发。</p>
          )}
          <Ask recipient={recipient} />
        </div>
        <div>
          <h3>纸质版：打印、盖章、送去</h3>
          <div class="actions">
            <button type="button" class="button" disabled={isPrinting} onClick={actions.print}>
              打印目录
            </button>
            <a class="button" href="#report">
              自评报告
            </a>
          </div>
          <p>目录的第一页是封面。封面签字、盖章，自评报告盖章。</p>
          {recipient.address && (
            <p>
              送到<strong>{recipient.address}</strong>
              {recipient.delivery && `，${recipient.delivery}`}。
            </p>
          )}
        </div>
      </div>
      <SentLine
        sent={checklist.sent}
        marks={marks}
        isPacked={made !== null && isSame(made.marks, marks)}
        supplied={supplied}
        actions={actions}
      />
    </section>
  )
}

function Ask({ recipient: { contact, phone } }: { recipient: Recipient }) {
  if (!contact && !phone) return null
  if (!contact) return <p>有疑问请打电话 {phone}。</p>
  return (
    <p>
      有疑问可以问{contact}
      {phone && `，电话 ${phone}`}。
    </p>
  )
}

interface LineProps {
  sent: Sent | undefined
  marks: Marks
  /** Whether what is there now was packed. */
  isPacked: boolean
  supplied: Props['supplied']
  actions: SendingActions
}

function SentLine({ sent, marks, isPacked, supplied, actions }: LineProps) {
  const now = new Date()
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(part => String(part).padStart(2, '0'))
    .join('-')
  const { items, report, unit } = sent
    ? changesBetween(sent.marks, marks)
    : { items: [], report: [], unit: false }
  const count = items.length + report.length + (unit ? 1 : 0)
  const isReady = isPacked || (count === items.length && items.every(id => supplied.includes(id)))
  return (
    <div class="sent">
      <label>
        <input
          type="checkbox"
          checked={sent !== undefined}
          onChange={event =>
            event.currentTarget.checked ? actions.noteSent(today, marks) : actions.takeBackSent()
          }
        />
        已报送
      </label>
      {sent ? (
        <>
          <input
            type="date"
            aria-label="报送日期"
            value={sent.day}
            onChange={event => actions.correctSentDay(event.currentTarget.value)}
          />
          <div>
            <p>
              上次报送 {formatDay(sent.day)}，
              {count > 0
                ? `之后改了 ${count} 项，${isReady ? '请再报一次' : '请重新打包、再报一次'}：`
                : '之后没有改动。'}
            </p>
            {count > 0 && (
              <p>
                {items.map(id => (
                  <a key={id} href={`#item-${id}`}>
                    {id}{' '}
                  </a>
                ))}
                {report.length > 0 && <a href="#report">自评报告 {report.length} 段 </a>}
                {unit && '单位信息'}
              </p>
            )}
            {count > 0 && isReady && (
              <button type="button" class="button" onClick={() => actions.noteSent(today, marks)}>
                又报送了一次
              </button>
            )}
          </div>
        </>
      ) : (
        <small>发出去、送到以后勾上。以后又有改动，这里会提醒再报一次。</small>
      )}
    </div>
  )
}
