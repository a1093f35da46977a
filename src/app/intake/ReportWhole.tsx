import type { Checklist } from '../../core/checklist/checklist'
import type { Catalogue } from '../../core/edition/catalogue'
import { reportParagraphs } from '../../core/report/report'

/** All paragraphs of a unit's 自评报告, to read at once. It reads no store: it is a part. */
export function ReportWhole({ catalogue, checklist }: { catalogue: Catalogue; checklist: Checklist }) {
  return (
    <>
      {reportParagraphs(catalogue, checklist).map((paragraph, i) => {
        if (paragraph.kind === 'heading') return <h4 key={i}>{paragraph.text}</h4>
        if (paragraph.kind === 'empty') return null
        return (
          <p key={i} class="report-text">
            {paragraph.kind === 'table'
              ? paragraph.rows.map(cells => cells.join('\t')).join('\n')
              : paragraph.label + paragraph.text}
          </p>
        )
      })}
    </>
  )
}
