import { useStore } from '@nanostores/preact'
import { options } from 'preact'
import { useEffect } from 'preact/hooks'
import { abbreviateSection } from '../../core/checklist/section-name'
import type { Arrival } from '../../core/intake/arrival'
import { findUncounted, isTrouble } from '../../core/intake/arrival'
import type { CellState, UnitRow } from '../../core/intake/collate'
import { isLate } from '../../core/intake/hand-in'
import { findCode } from '../../core/intake/notes'
import type { SameBytes } from '../../core/intake/same-bytes'
import { isNotice, matchesPaper, soundnessOf } from '../../core/intake/soundness'
import { formatBeijing } from '../../core/text/format'
import { $paper, drawPaper, forgetPaper, type SummaryInput } from '../../stores/collect/summary'
import { $notes } from '../../stores/intake/notes'
import { getCatalogue } from '../../stores/page'
import { sayMissing } from '../../wording/collect'
import { markHandIns } from '../../wording/hand-ins'
import { sayHandInFinding, sayPaper, sayScores, saySoundness, sayUncounted } from '../../wording/intake'
import { intakeContent } from '../ui/page-content'

interface Props {
  summary: SummaryInput
  arrivals: readonly Arrival[]
  sameBytes: readonly SameBytes[]
}

/** Findings of one unit on paper; all of them are on the screen and in the table that can be exported. */
const mostFindings = 20

/** The printed summary for the office's files: who handed in, what is complete, what is not, all findings. Drawn while it is printed. */
export function PrintedSummary(props: Props) {
  const paper = useStore($paper)
  const units = props.summary.matrix.rows.length
  useEffect(() => {
    // The browser prints what is there when the event ends.
    const draw = () => {
      options.debounceRendering = run => run()
      if ($paper.get()?.units !== units) drawPaper(units)
      delete options.debounceRendering
    }
    addEventListener('beforeprint', draw)
    addEventListener('afterprint', forgetPaper)
    return () => {
      removeEventListener('beforeprint', draw)
      removeEventListener('afterprint', forgetPaper)
    }
  }, [units])
  return paper && <Paper {...props} units={paper.units} />
}

/** With the lines of the first so many units. */
function Paper({ summary: { matrix, owing }, arrivals, sameBytes, units }: Props & { units: number }) {
  const { rows } = matrix
  const drawn = rows.slice(0, units)
  const { bundleTitle, edition } = getCatalogue()
  const troubles = arrivals.filter(arrival => isTrouble(arrival, edition))
  const missing = owing.filter(({ row }) => row === null)
  const flawed = drawn.filter(({ handIn }) => handIn.findings.length > 0)
  const sum = (key: 'done' | 'total' | 'files' | 'absent') =>
    rows.reduce((all, { total }) => all + total[key], 0)
  return (
    <section class="printed" aria-hidden="true">
      <h1>{bundleTitle}收件汇总</h1>
      <p>
        {intakeContent().deadlineText && `报送时限 ${intakeContent().deadlineText}。`}收到 {rows.length}{' '}
        个单位，文件完好 {rows.filter(({ handIn }) => soundnessOf(handIn).kind === 'sound').length} 个；材料项{' '}
        {sum('total')} 项，完成 {sum('done')} 项；收到材料文件 {sum('files') - sum('absent')} 个。打印时间{' '}
        {formatBeijing(new Date().toISOString())}。
      </p>
      <table>
        <thead>
          <tr>
            {[
              '序号',
              '单位',
              '核验',
              '完成',
              '部分完成',
              '勾选无附件',
              '没有填报',
              '文件',
              '自评分',
              '最后修改',
              '校验码',
              '纸质核对',
            ].map(name => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((row, i) => (
            <PrintedRow key={row.handIn.id} row={row} number={i + 1} />
          ))}
        </tbody>
      </table>
      {missing.length > 0 && (
        <p>
          没有报送的 {missing.length} 个单位：
          {missing.map(({ unit, unread }) => sayMissing(unit, unread)).join('、')}。
        </p>
      )}
      {flawed.length > 0 && <h2>核验发现</h2>}
      {flawed.map(({ unit, handIn }) => (
        <div key={handIn.id}>
          <h3>{unit}</h3>
          <ul>
            {[...handIn.findings]
              .sort((a, b) => Number(isNotice(a)) - Number(isNotice(b)))
              .slice(0, mostFindings)
              .map((finding, i) => (
                <li key={i}>{sayHandInFinding(finding, handIn)}</li>
              ))}
            {handIn.findings.length > mostFindings && <li>共 {handIn.findings.length} 处，其余见汇总表。</li>}
          </ul>
        </div>
      ))}
      {troubles.length > 0 && (
        <>
          <h2>没有计入的文件</h2>
          <ul>
            {troubles.map(arrival => (
              <li key={arrival.id}>
                {arrival.name} {sayUncounted(findUncounted(arrival, edition), edition)[0]}
              </li>
            ))}
          </ul>
        </>
      )}
      {sameBytes.length > 0 && (
        <>
          <h2>不同单位交了内容完全相同的文件</h2>
          <ul>
            {sameBytes.slice(0, mostFindings).map(({ sha256, uses }) => (
              <li key={sha256}>
                {uses
                  .map(({ handIn, item, name }) => `${handIn.checklist.unit.name} ${item} ${name}`)
                  .join('；')}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function PrintedRow({ row, number }: { row: UnitRow; number: number }) {
  const { unit, handIn, parts, total, scores } = row
  const notes = useStore($notes)
  const marks = markHandIns(row)
  const among = (...states: CellState[]) =>
    [...row.cells]
      .filter(([, { state }]) => states.includes(state))
      .map(([id]) => abbreviateSection(id))
      .join('、')
  return (
    <tr>
      <td>{number}</td>
      <td>
        {unit}
        {isLate(handIn, intakeContent().deadline) && '（逾期）'}
        {marks.length > 0 && `（${marks.join('，')}）`}
      </td>
      <td>{saySoundness(soundnessOf(handIn))}</td>
      <td>
        {total.done}/{total.total}
      </td>
      <td>{among('partial')}</td>
      <td>{among('ticked-without-file')}</td>
      <td>{among('missing')}</td>
      <td>
        {total.files - total.absent}
        {total.absent > 0 && `（缺 ${total.absent}）`}
      </td>
      <td>{scores && sayScores(scores)}</td>
      <td>{formatBeijing(handIn.checklist.changed)}</td>
      <td>
        {parts.map(part => (
          <div key={part.id}>{part.fingerprint || '—'}</div>
        ))}
      </td>
      <td>
        {parts.map(part => (
          <div key={part.id}>{sayPaper(matchesPaper(part, findCode(notes, part)))}</div>
        ))}
      </td>
    </tr>
  )
}
