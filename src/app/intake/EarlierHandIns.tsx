import { useState } from 'preact/hooks'
import type { UnitRow } from '../../core/intake/collate'
import type { HandIn } from '../../core/intake/hand-in'
import { compareCopies, findDifferences, isSameReport } from '../../core/intake/resubmission'
import { formatBeijing } from '../../core/text/format'
import { sayCopy, sayDifference } from '../../wording/intake'
import { Findings } from './Findings'
import { HandedInFiles } from './HandedInFiles'

/** What the unit handed in before, and what the one after it changed; before it what came of the same report again. */
export function EarlierHandIns({ row: { handIn, earlier, copies } }: { row: UnitRow }) {
  const reports = [handIn, ...earlier]
  return (
    <>
      {copies.map(copy => {
        const same = reports.find(({ checklist }) => isSameReport(checklist, copy.checklist))
        return <Copy key={copy.id} copy={copy} counting={same ?? handIn} />
      })}
      {earlier.map((one, i) => (
        <EarlierHandIn key={one.id} earlier={one} later={i === 0 ? handIn : (earlier[i - 1] as HandIn)} />
      ))}
    </>
  )
}

function EarlierHandIn({ earlier, later }: { earlier: HandIn; later: HandIn }) {
  const differences = findDifferences(earlier.checklist, later.checklist)
  const at = formatBeijing(earlier.checklist.changed)
  return (
    <section class="earlier">
      <h3>与之前报的（{at} 修改）相比</h3>
      <p class="more">之前的文件：{earlier.archives.join('；')}</p>
      {differences.length === 0 ? (
        <p>填报内容没有变化，只是又保存过一次。</p>
      ) : (
        <ul class="differences">
          {differences.map((difference, i) => (
            <li key={i}>
              {'item' in difference && <span class="id">{difference.item} </span>}
              {sayDifference(difference)}
            </li>
          ))}
        </ul>
      )}
      <Contents label="看之前报的文件和核验情况" handIn={earlier} />
    </section>
  )
}

/** The same report in another archive: what that one lacks, or has alone. */
function Copy({ copy, counting }: { copy: HandIn; counting: HandIn }) {
  const difference = compareCopies(counting, copy)
  return (
    <section class="earlier">
      <h3>同一次填报的另一份{copy.office && `（${copy.office}归集）`}</h3>
      <p class="more">文件：{copy.archives.join('；')}</p>
      {difference ? (
        <ul class="differences">
          {sayCopy(difference).map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <p>内容完全相同，只计一次。</p>
      )}
      {difference && <Contents label="看这一份的文件和核验情况" handIn={copy} />}
    </section>
  )
}

function Contents({ label, handIn }: { label: string; handIn: HandIn }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {isOpen && (
        <>
          <Findings handIn={handIn} />
          <HandedInFiles handIn={handIn} />
        </>
      )}
    </details>
  )
}
