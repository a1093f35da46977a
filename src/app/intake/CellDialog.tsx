import { answerOf } from '../../core/checklist/checklist'
import { sectionsOf } from '../../core/checklist/progress'
import { titleSection } from '../../core/checklist/section-name'
import type { Item } from '../../core/edition/catalogue'
import { formatScoring } from '../../core/edition/scoring'
import { itemStateOf, type UnitRow } from '../../core/intake/collate'
import type { HandIn } from '../../core/intake/hand-in'
import { getCatalogue } from '../../stores/page'
import { cellWording } from '../../wording/intake'
import { Dialog } from '../ui/Dialog'
import { RowDetails } from '../ui/RowDetails'
import { HandedInFile } from './HandedInFile'

interface Props {
  row: UnitRow
  section: string
  onReview: () => void
  onClose: () => void
}

/** The window of one section of a unit: answers, files, its part of the report. */
export function CellDialog({ row, section: id, onReview, onClose }: Props) {
  const catalogue = getCatalogue()
  const { handIn } = row
  const section = sectionsOf(catalogue, handIn.checklist).find(section => section.id === id)
  if (!section) return null
  const { indicator } = section
  const { report } = handIn.checklist
  const measuresLabel = catalogue.report.sections.find(({ indicators }) => indicators)?.answerLabel ?? ''
  return (
    <Dialog title={`${row.unit}：${titleSection(section)}`} onClose={onClose}>
      <p class="dialog-lead">
        <button type="button" class="button primary" onClick={onReview}>
          逐项审阅
        </button>
      </p>
      {indicator && (
        <>
          <p class="more">
            {[formatScoring(indicator.scoring), report.scores[id] && `自评 ${report.scores[id]}`]
              .filter(Boolean)
              .join('，')}
          </p>
          <p>{indicator.content}</p>
          <RowDetails
            indicator={indicator}
            heads={catalogue.heads}
            departments={handIn.checklist.unit.departments}
          />
          {report.texts[id] && (
            <p class="report-text">
              {measuresLabel}
              {report.texts[id]}
            </p>
          )}
        </>
      )}
      <ul class="answers">
        {section.items.map(item => (
          <AnsweredItem key={item.id} item={item} handIn={handIn} />
        ))}
      </ul>
    </Dialog>
  )
}

function AnsweredItem({ item, handIn }: { item: Item; handIn: HandIn }) {
  const answer = answerOf(handIn.checklist, item.id)
  const state = itemStateOf(answer, handIn.present)
  // An optional item that nobody used is not missing.
  if (state === 'missing' && !item.counted && answer.remark === '') return null
  return (
    <li>
      <p>
        <span class="id">{item.id}</span> {item.text}{' '}
        <span class={`verdict is-${state}`}>{cellWording[state]}</span>
      </p>
      {answer.notApplicable && <p class="more">不适用的理由：{answer.reason || '没有填写'}</p>}
      {answer.remark && <p class="more">备注：{answer.remark}</p>}
      {answer.files.length > 0 && (
        <ul class="files">
          {answer.files.map(file => (
            <HandedInFile key={file.sha256} file={file} handIn={handIn} />
          ))}
        </ul>
      )}
    </li>
  )
}
