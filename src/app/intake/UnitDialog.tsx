import { nameContact } from '../../core/checklist/checklist'
import type { UnitRow } from '../../core/intake/collate'
import { isLate, missingVolumes } from '../../core/intake/hand-in'
import { formatBeijing, formatDay, formatSize } from '../../core/text/format'
import { getCatalogue } from '../../stores/page'
import { nameSome } from '../../wording/names'
import { Dialog } from '../ui/Dialog'
import { intakeContent } from '../ui/page-content'
import type { OpenRow } from './CellButton'
import { CellButton } from './CellButton'
import { Findings } from './Findings'
import { HandedInReport } from './HandedInReport'
import { HandInHistory } from './HandInHistory'
import type { JudgedMarks } from './judged-marks'
import { PaperCode } from './PaperCode'
import { SoundnessBadge } from './UnitMarks'

interface Props {
  row: UnitRow
  /** The section that was looked at before: its button has the focus. */
  lastSection?: string | undefined
  judged: JudgedMarks
  onReview: () => void
  onOpen: OpenRow
  onClose: () => void
}

/** The window of a unit: soundness, findings, 校验码 of the paper, which hand-ins count and how they differ. */
export function UnitDialog({ row, lastSection, judged, onReview, onOpen, onClose }: Props) {
  const { unit, handIn, total } = row
  const { checklist, volumes } = handIn
  const missing = missingVolumes(handIn)
  const { deadline, deadlineText } = intakeContent()
  const departments = getCatalogue().departments.filter(({ id }) => checklist.unit.departments.includes(id))
  return (
    <Dialog title={unit} onClose={onClose}>
      <p class="dialog-lead">
        <button type="button" class="button primary" onClick={onReview}>
          逐项审阅
        </button>
      </p>
      <p>
        <SoundnessBadge row={row} /> {total.files === 0 && '没有附件。'}
        {missing.length > 0 && `请把第 ${missing.join('、')} 卷也拖进来；没有收到的，请对方补发。`}
      </p>
      <dl class="facts-list">
        {departments.length > 0 && (
          <>
            <dt>{getCatalogue().heads.department}</dt>
            <dd>{departments.map(({ name }) => name).join('、')}</dd>
          </>
        )}
        <dt>联络员</dt>
        <dd>{nameContact(checklist.unit) || '没有填写'}</dd>
        <dt>材料项</dt>
        <dd>
          {total.total} 项，完成 {total.done} 项；收到文件 {total.files - total.absent} 个，
          {formatSize(total.bytes)}
          {total.absent > 0 && `；另有 ${total.absent} 个没有收到，或与打包时不一致`}
        </dd>
        <dt>审核</dt>
        <dd>{judged.says}</dd>
        <dt>最后修改</dt>
        <dd>
          {formatBeijing(checklist.changed)}
          {handIn.packed && `，${formatDay(handIn.packed)}打包`}
          {isLate(handIn, deadline) && (
            <span class="hint-line">晚于报送时限（{deadlineText}）。时间是对方电脑上的，仅供参考。</span>
          )}
        </dd>
        <dt>收到的文件</dt>
        <dd>
          {nameSome(handIn.archives, 3, '个')}
          {volumes.count > 1 && `（共 ${volumes.count} 卷，收到 ${volumes.found.length} 卷）`}
        </dd>
      </dl>
      {row.parts.map(part => (
        <PaperCode key={part.id} handIn={part} row={row} />
      ))}
      <Findings handIn={handIn} />
      <HandInHistory row={row} />
      {row.parts.map(part => (
        <HandedInReport
          key={part.id}
          handIn={part}
          of={row.parts.length > 1 ? (part.archives[0] ?? '') : ''}
        />
      ))}
      <h3>各项填报</h3>
      <p class="cells">
        {[...row.cells.keys()].map(section => (
          <CellButton
            key={section}
            row={row}
            section={section}
            judged={judged}
            hasFocus={section === lastSection}
            onOpen={onOpen}
          />
        ))}
      </p>
    </Dialog>
  )
}
