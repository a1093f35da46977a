import { useState } from 'preact/hooks'
import type { UnitRow } from '../../core/intake/collate'
import type { HandIn } from '../../core/intake/hand-in'
import { compareCopies, findDifferences, isSameReport } from '../../core/intake/resubmission'
import { isPart } from '../../core/intake/settle'
import { chooseHandIns, forgetChoice } from '../../stores/intake/notes'
import { getCatalogue } from '../../stores/page'
import { sayCopy, sayDifference } from '../../wording/intake'
import { Candidate } from './Candidate'
import { Findings } from './Findings'
import { HandedInFiles } from './HandedInFiles'
import { Asked, ChooseButton, handInsOf } from './Questions'

/** 历次报送: every hand-in of a unit, which of them count, what each later one changed; the office may choose others. */
export function HandInHistory({ row }: { row: UnitRow }) {
  const { parts, earlier, copies, question, isChosen } = row
  const reports = [...parts, ...earlier]
  if (reports.length + copies.length === 1) return null
  return (
    <section class="history">
      <h3>历次报送</h3>
      {question && <Asked row={row} question={question} />}
      {isChosen && (
        <p>
          哪一份算数，是您确定的。{' '}
          <button type="button" class="button" onClick={() => void forgetChoice(handInsOf(row))}>
            撤销，由网页判断
          </button>
        </p>
      )}
      <ul class="candidates">
        {reports
          .filter(handIn => !question?.handIns.includes(handIn))
          .map(handIn => (
            <Candidate key={handIn.id} handIn={handIn} row={row}>
              <Choices row={row} handIn={handIn} />
            </Candidate>
          ))}
      </ul>
      {earlier.map(one => (
        <Changes key={one.id} earlier={one} later={findLater(row, one)} />
      ))}
      {copies.map(copy => {
        const same = reports.find(({ checklist }) => isSameReport(checklist, copy.checklist))
        return <Copy key={copy.id} copy={copy} counting={same ?? parts[0]} />
      })}
    </section>
  )
}

/** Buttons for a hand-in about which the office is asked nothing. */
function Choices({ row, handIn }: { row: UnitRow; handIn: HandIn }) {
  const { parts } = row
  const isOnly = parts.length === 1 && parts[0] === handIn
  const isOther = parts.every(part => part.checklist.id !== handIn.checklist.id)
  return (
    <>
      {!isOnly && <ChooseButton row={row} handIn={handIn} />}
      {isOther && (
        <button
          type="button"
          class="button"
          aria-label={`合并计入 ${handIn.archives[0] ?? ''}`}
          onClick={() => void chooseHandIns([...parts, handIn], handInsOf(row))}
        >
          合并计入
        </button>
      )}
    </>
  )
}

/** The hand-in to compare `one` with: the next later one of its checklist, else the one that counts. */
function findLater({ parts, earlier }: UnitRow, one: HandIn): HandIn {
  const line = [...parts, ...earlier].filter(({ checklist }) => checklist.id === one.checklist.id)
  return line[line.indexOf(one) - 1] ?? parts[0]
}

function Changes({ earlier, later }: { earlier: HandIn; later: HandIn }) {
  // A team's part beside its unit's bundle is no earlier state of it.
  if (isPart(earlier) && earlier.checklist.id !== later.checklist.id)
    return (
      <section class="earlier">
        <Contents label={`看“${earlier.archives[0]}”的文件和核验情况`} handIn={earlier} />
      </section>
    )
  const differences = findDifferences(earlier.checklist, later.checklist)
  return (
    <section class="earlier">
      <h4>
        与“{earlier.archives[0]}”相比，“{later.archives[0]}”的变化
      </h4>
      {differences.length === 0 ? (
        <p>填报内容没有变化，只是又保存过一次。</p>
      ) : (
        <ul class="differences">
          {differences.map((difference, i) => (
            <li key={i}>
              {'item' in difference && <span class="id">{difference.item} </span>}
              {sayDifference(difference, nameDepartments)}
            </li>
          ))}
        </ul>
      )}
      <Contents label="看之前报的文件和核验情况" handIn={earlier} />
    </section>
  )
}

/** Names for ids as a difference lists them, separated by commas. */
function nameDepartments(ids: string): string {
  const { departments } = getCatalogue()
  return ids
    .split(',')
    .map(id => departments.find(department => department.id === id)?.name ?? id)
    .join('、')
}

/** The same report in another archive: what that one lacks, or has alone. */
function Copy({ copy, counting }: { copy: HandIn; counting: HandIn }) {
  const difference = compareCopies(counting, copy)
  return (
    <section class="earlier">
      <h4>同一次填报的另一份{copy.office && `（${copy.office}归集）`}</h4>
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
