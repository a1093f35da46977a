import { useState } from 'preact/hooks'
import type { UnitRow } from '../core/collate'
import { formatBeijing } from '../core/format'
import type { HandIn } from '../core/hand-in'
import { findDifferences } from '../core/resubmission'
import { sayDifference } from '../wording-intake'
import { Findings } from './Findings'
import { HandedInFiles } from './HandedInFiles'

/** What the unit handed in before, and what the one after it changed. */
export function Earlier({ row: { handIn, earlier } }: { row: UnitRow }) {
  return (
    <>
      {earlier.map((one, i) => (
        <EarlierHandIn key={one.id} earlier={one} later={i === 0 ? handIn : (earlier[i - 1] as HandIn)} />
      ))}
    </>
  )
}

function EarlierHandIn({ earlier, later }: { earlier: HandIn; later: HandIn }) {
  const [isOpen, setOpen] = useState(false)
  const differences = findDifferences(earlier.checklist, later.checklist)
  const isSame = differences.length === 0 && earlier.fingerprint === later.fingerprint
  const at = formatBeijing(earlier.checklist.changed)
  return (
    <section class="earlier">
      <h3>与之前报的（{at} 修改）相比</h3>
      <p class="more">之前的文件：{earlier.archives.join('；')}</p>
      {differences.length === 0 ? (
        <p>{isSame ? '内容完全相同：同一个材料包收到了两次，只计一次。' : '填报内容没有变化。'}</p>
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
      {!isSame && (
        <details onToggle={event => setOpen(event.currentTarget.open)}>
          <summary>看之前报的文件和核验情况</summary>
          {isOpen && (
            <>
              <Findings handIn={earlier} />
              <HandedInFiles handIn={earlier} />
            </>
          )}
        </details>
      )}
    </section>
  )
}
