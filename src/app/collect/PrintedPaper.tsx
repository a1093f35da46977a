import { abbreviateSection } from '../../core/checklist/section-name'
import type { Catalogue } from '../../core/edition/catalogue'
import type { Arrival } from '../../core/intake/arrival'
import { findUncounted, isTrouble } from '../../core/intake/arrival'
import type { CellState, UnitRow } from '../../core/intake/collate'
import { isLate } from '../../core/intake/hand-in'
import { findCode, type IntakeNotes } from '../../core/intake/notes'
import type { SameBytes } from '../../core/intake/same-bytes'
import { isNotice, matchesPaper, soundnessOf } from '../../core/intake/soundness'
import { saysAnything } from '../../core/review/review'
import { scoreReview } from '../../core/review/score'
import { addTallies, type Judged, tally } from '../../core/review/tally'
import { formatBeijing } from '../../core/text/format'
import type { SummaryInput } from '../../stores/collect/summary'
import { sayMissing } from '../../wording/collect'
import { markHandIns } from '../../wording/hand-ins'
import { sayHandInFinding, sayPaper, sayScores, saySoundness, sayUncounted } from '../../wording/intake'
import { sayTally } from '../../wording/review'
import { PrintedReturns } from './PrintedReturns'

interface Props {
  summary: SummaryInput
  arrivals: readonly Arrival[]
  sameBytes: readonly SameBytes[]
  /** Lines of so many units, the first ones. */
  units: number
  notes: IntakeNotes
  deadlineText: string
}

/** Findings of one unit on paper; all of them are on the screen and in the table that can be exported. */
const mostFindings = 20

/** The office's summary as it stands on paper: who handed in, what is complete, what is not, what the office said, all findings. */
export function PrintedPaper({ summary, arrivals, sameBytes, units, notes, deadlineText }: Props) {
  const { catalogue, matrix, judged, owing } = summary
  const { rows } = matrix
  const drawn = rows.slice(0, units)
  const { bundleTitle, edition } = catalogue
  const reviewed = judged.some(({ review }) => saysAnything(review)) ? judged : []
  const said = new Map(reviewed.map(one => [one.row, one]))
  const troubles = arrivals.filter(arrival => isTrouble(arrival, edition))
  const missing = owing.filter(({ row }) => row === null)
  const flawed = drawn.filter(({ handIn }) => handIn.findings.length > 0)
  const sum = (key: 'done' | 'total' | 'files' | 'absent') =>
    rows.reduce((all, { total }) => all + total[key], 0)
  return (
    <section class="printed" aria-hidden="true">
      <h1>{bundleTitle}收件汇总</h1>
      <p>
        {deadlineText && `报送时限 ${deadlineText}。`}收到 {rows.length} 个单位，文件完好{' '}
        {rows.filter(({ handIn }) => soundnessOf(handIn).kind === 'sound').length} 个；材料项 {sum('total')}{' '}
        项，完成 {sum('done')} 项；收到材料文件 {sum('files') - sum('absent')} 个。
        {reviewed.length > 0 &&
          `审核：${sayTally(addTallies(reviewed.map(({ standings }) => tally(standings))))}。`}
        打印时间 {formatBeijing(new Date().toISOString())}。
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
              ...(reviewed.length > 0 ? ['审核', '县初评分'] : []),
            ].map(name => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((row, i) => (
            <PrintedRow
              key={row.handIn.id}
              row={row}
              judged={said.get(row)}
              number={i + 1}
              summary={summary}
              notes={notes}
            />
          ))}
        </tbody>
      </table>
      {missing.length > 0 && (
        <p>
          没有报送的 {missing.length} 个单位：
          {missing.map(({ unit, unread }) => sayMissing(unit, unread)).join('、')}。
        </p>
      )}
      <PrintedReturns judged={reviewed} catalogue={catalogue} />
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

interface RowProps {
  row: UnitRow
  /** Absent while nothing was reviewed of any unit. */
  judged: Judged | undefined
  number: number
  summary: SummaryInput
  notes: IntakeNotes
}

function PrintedRow({ row, judged, number, summary, notes }: RowProps) {
  const { unit, handIn, parts, total, scores } = row
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
        {isLate(handIn, summary.deadline) && '（逾期）'}
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
      {judged && <td>{sayTally(tally(judged.standings))}</td>}
      {judged && <td>{officeTotal(judged, summary.catalogue)}</td>}
    </tr>
  )
}

/** The sum of 县初评分; empty where none was given. */
function officeTotal({ row, review }: Judged, catalogue: Catalogue): string {
  const scores = scoreReview(catalogue, row.handIn.checklist, review)
  return scores ? `${scores.total} / ${scores.most}` : ''
}
