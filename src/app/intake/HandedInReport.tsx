import { useState } from 'preact/hooks'
import { reportName } from '../../core/bundle/plan'
import type { HandIn } from '../../core/intake/hand-in'
import { attachedReport, countTyped } from '../../core/report/report'
import { buildScoreSheet } from '../../core/report/score'
import { getCatalogue } from '../../stores/page'
import { Part } from '../ui/Part'
import { HandedInFile } from './HandedInFile'

/** A unit's 自评报告: the file it packed, and its text to read at once. `of`: which of several parts it is. */
export function HandedInReport({ handIn, of = '' }: { handIn: HandIn; of?: string }) {
  const catalogue = getCatalogue()
  const { checklist, report } = handIn
  const attached = attachedReport(checklist)
  const [isOpen, setOpen] = useState(false)
  const [typed, total] = countTyped(catalogue, checklist)
  return (
    <>
      <h3>自评报告{of && `（${of}）`}</h3>
      {attached ? (
        <>
          <p>另附的文件就是报告。{typed > 0 && `网页上也写了 ${typed} 段，以另附的为准。`}</p>
          <ul class="files">
            <HandedInFile file={attached} handIn={handIn} />
          </ul>
        </>
      ) : (
        <p>
          {typed === 0 ? '没有在网页上写。' : `${total} 段，已写 ${typed} 段。`}
          {!report && '包里没有自评报告的 Word 文件。'}
          {typed === 0 && report && sayTemplate(handIn)}
        </p>
      )}
      {report && (
        <ul class="files">
          <HandedInFile file={{ name: `${checklist.unit.name}自评报告.docx`, ...report }} handIn={handIn} />
        </ul>
      )}
      {typed > 0 && (
        <details class="report-whole" onToggle={event => setOpen(event.currentTarget.open)}>
          <summary>看{attached ? '网页上写的' : '报告全文'}</summary>
          {isOpen && (
            <Part load={() => import('./ReportWhole')}>
              {({ ReportWhole }) => <ReportWhole catalogue={catalogue} checklist={checklist} />}
            </Part>
          )}
        </details>
      )}
    </>
  )
}

/** Describes the Word file of a hand-in without a written report; empty where the file was altered. */
function sayTemplate({ checklist, findings }: HandIn): string {
  const isAltered = findings.some(({ finding }) => finding.code === 'altered' && finding.path === reportName)
  if (isAltered) return ''
  return buildScoreSheet(getCatalogue(), checklist)
    ? '下面的 Word 文件只有自评分表，各段是空白模板。'
    : '下面的 Word 文件是空白模板，没有内容。'
}
