import { useStore } from '@nanostores/preact'
import type { ComponentChildren } from 'preact'
import { isDatePlausible } from '../../core/intake/age'
import type { UnitRow } from '../../core/intake/collate'
import { absentFiles, type HandIn } from '../../core/intake/hand-in'
import { findCode } from '../../core/intake/notes'
import { matchesPaper } from '../../core/intake/soundness'
import { formatBeijing } from '../../core/text/format'
import { $notes } from '../../stores/intake/notes'
import { getCatalogue } from '../../stores/page'
import { sayStanding } from '../../wording/hand-ins'

interface Props {
  handIn: HandIn
  row: UnitRow
  /** The buttons. */
  children: ComponentChildren
}

/** One of several hand-ins of a unit, with what distinguishes it. */
export function Candidate({ handIn, row, children }: Props) {
  const { checklist, archives, fingerprint, declaredFingerprint, arrived } = handIn
  const matches = matchesPaper(handIn, findCode(useStore($notes), handIn))
  const answers = Object.values(checklist.answers)
  const files = new Set(answers.flatMap(answer => answer.files.map(({ sha256 }) => sha256))).size
  const ticked = answers.filter(({ ready, notApplicable }) => ready || notApplicable).length
  const departments = getCatalogue().departments.filter(({ id }) => checklist.unit.departments.includes(id))
  const isKnown = new Set([...row.parts, ...row.earlier].map(one => one.checklist.id)).size === 1
  return (
    <li class="candidate">
      <p>
        <strong>{archives.join('；')}</strong> <span class="verdict">{sayStanding(row, handIn)}</span>
      </p>
      <p class="more">
        最后修改 {formatBeijing(checklist.changed)}
        {!isDatePlausible(checklist, new Date()) && '（对方电脑的时间不对）'}，第 {arrived} 批放进来；已填{' '}
        {ticked} 项，文件 {files - absentFiles(handIn).length} 个；
        {departments.map(({ name }) => name).join('、')}
        {checklist.unit.contact && `；联络员 ${checklist.unit.contact}`}
      </p>
      <p class="more">
        校验码 <code>{fingerprint || declaredFingerprint || '—'}</code>
        {matches === true && <span class="complete"> ✓ 与纸质目录一致</span>}
        {matches === false && <span class="wrong"> 与纸质目录不一致</span>}
        {!isKnown && `　清单编号 ${checklist.id.slice(0, 6).toUpperCase()}`}
      </p>
      <p class="export-buttons">{children}</p>
    </li>
  )
}
