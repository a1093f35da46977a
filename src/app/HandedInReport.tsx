import type { Catalogue } from '../core/catalogue'
import type { HandIn } from '../core/hand-in'
import { isWritten, reportFields, reportParagraphs } from '../core/report'
import { HandedInFile } from './HandedInFile'

/** A unit's 自评报告: the file it packed, and its text to read at once. */
export function HandedInReport({ handIn, catalogue }: { handIn: HandIn; catalogue: Catalogue }) {
  const { checklist, report } = handIn
  const fields = reportFields(catalogue, checklist)
  const written = fields.filter(isWritten).length
  return (
    <>
      <h3>自评报告</h3>
      <p>
        {written === 0 ? '没有在网页上写。' : `${fields.length} 段，已写 ${written} 段。`}
        {!report && '包里没有自评报告的 Word 文件。'}
      </p>
      {report && (
        <ul class="files">
          <HandedInFile file={{ name: `${checklist.unit.name}自评报告.docx`, ...report }} handIn={handIn} />
        </ul>
      )}
      {written > 0 && (
        <details class="report-whole">
          <summary>看报告全文</summary>
          {reportParagraphs(catalogue, checklist).map((paragraph, i) => {
            if (paragraph.kind === 'heading') return <h4 key={i}>{paragraph.text}</h4>
            if (paragraph.kind === 'empty') return null
            return (
              <p key={i} class="report-text">
                {paragraph.label}
                {paragraph.text}
              </p>
            )
          })}
        </details>
      )}
    </>
  )
}
