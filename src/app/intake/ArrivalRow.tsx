import { useStore } from '@nanostores/preact'
import { countFindings } from '../../core/bag/finding'
import type { Arrival } from '../../core/intake/arrival'
import { findingsOf } from '../../core/intake/arrival'
import { findIntactElsewhere } from '../../core/intake/elsewhere'
import { formatSize } from '../../core/text/format'
import { forgetArrival, resumeVerifying } from '../../stores/intake/arrivals'
import { $removableArrivals } from '../../stores/intake/hand-ins'
import { $matrix } from '../../stores/intake/matrix'
import { getCatalogue } from '../../stores/page'
import { sayEdition } from '../../wording/edition'
import { sayFinding } from '../../wording/finding'
import { arrivalWording } from '../../wording/intake'
import { refusalWording } from '../../wording/refusal'
import { intakeContent } from '../ui/page-content'

/** Findings shown of a file that is no unit's bundle; more would only say the same. */
const mostFindings = 8

/** One file that was dropped, with what became of it. */
export function ArrivalRow({ arrival }: { arrival: Arrival }) {
  const { id, name, size, state, refusal, bags } = arrival
  const { edition } = getCatalogue()
  const isDamaged = useStore($removableArrivals).has(id)
  const checklists = bags.flatMap(bag => bag.checklists)
  const units = checklists.flatMap(({ result }) => (result.ok ? [result.checklist] : []))
  const others = [...new Set(units.map(unit => unit.edition))].filter(other => other !== edition)
  const findings = state === 'verified' ? findingsOf(arrival) : []
  return (
    <li class="arrival">
      <div class="arrival-what">
        <p>
          <strong>{name}</strong> <small>{formatSize(size)}</small>
        </p>
        <p class={state === 'stopped' ? 'wrong' : 'says'}>
          {units.length > 0
            ? units.map(({ unit }) => unit.name).join('、')
            : state === 'verified'
              ? '里面没有能读的材料包，没有计入汇总。'
              : arrivalWording[state]}
          {refusal && `：${refusalWording[refusal]}本页没有动过它；再试仍不行的，请移出后重新放进来。`}
        </p>
        {units.length === 0 && (state === 'verified' || state === 'stopped') && <Elsewhere name={name} />}
        {isDamaged && (
          <p class="wrong">这一份是坏的：同样的内容另有更好的一份，已经用那一份，这一份可以移出。</p>
        )}
        {others.map(other => (
          <OtherEdition key={other} edition={other} />
        ))}
        {findings.length > 0 && (
          <ul class="findings">
            {findings.slice(0, mostFindings).map((finding, i) => (
              <li key={i}>{sayFinding(finding)}</li>
            ))}
            {findings.length > mostFindings && (
              <li>还有 {countFindings(findings.slice(mostFindings))} 处，不再列出。</li>
            )}
          </ul>
        )}
      </div>
      <p class="actions">
        {state === 'stopped' && (
          <button type="button" class="button" onClick={() => resumeVerifying([id])}>
            再试一次
          </button>
        )}
        <button
          type="button"
          class="button quiet"
          aria-label={`移出 ${name}`}
          onClick={() => forgetArrival(id)}
        >
          移出
        </button>
      </p>
    </li>
  )
}

/** Says that nothing is missing where the unit's bundle came intact in another file. */
function Elsewhere({ name }: { name: string }) {
  const row = findIntactElsewhere(name, useStore($matrix).rows)
  if (!row) return null
  return <p class="says">{row.unit}另有一份完好的，已经计入汇总。这个文件如果是同一次报的，可以移出。</p>
}

function OtherEdition({ edition }: { edition: string }) {
  const isHere = intakeContent().editions.includes(edition)
  return (
    <p class="wrong">
      是 {sayEdition(edition)}的材料包，没有计入本页的汇总。
      {isHere ? (
        <>
          请到 <a href={`../${edition}/intake.html`}>{sayEdition(edition)}的收件核验</a>打开。
        </>
      ) : (
        `请到 ${sayEdition(edition)}的收件核验页打开；本网站没有这个年度。`
      )}
    </p>
  )
}
