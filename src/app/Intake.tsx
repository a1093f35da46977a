import { useStore } from '@nanostores/preact'
import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import type { UnitRow } from '../core/intake/collate'
import { filterMatrix, noFilter } from '../core/intake/matrix-filter'
import { type MatrixSort, nextSort, sortRows } from '../core/intake/matrix-sort'
import { $attendance } from '../stores/collect/expected'
import { $arrivals } from '../stores/intake/arrivals'
import { $gathered } from '../stores/intake/hand-ins'
import { $matrix, $sameBytes } from '../stores/intake/matrix'
import { $judged } from '../stores/review/judged'
import { $reviewPlace, openReviewing } from '../stores/review/place'
import { buildSummary } from './collect/build-summary'
import { ExpectedUnits } from './collect/ExpectedUnits'
import { Exports } from './collect/Exports'
import { IntakeFigures } from './collect/IntakeFigures'
import { PrintedSummary } from './collect/PrintedSummary'
import { Reminders } from './collect/Reminders'
import { Arrivals } from './intake/Arrivals'
import type { OpenRow } from './intake/CellButton'
import { CellDialog } from './intake/CellDialog'
import { DropZone } from './intake/DropZone'
import { Matrix } from './intake/Matrix'
import { MatrixFilters } from './intake/MatrixFilters'
import { Questions } from './intake/Questions'
import { SameBytes } from './intake/SameBytes'
import { UnitCards } from './intake/UnitCards'
import { UnitDialog } from './intake/UnitDialog'
import { VerifyingStatus } from './intake/VerifyingStatus'
import { marksByRow } from './review/marks'
import { RepliesCard } from './review/RepliesCard'
import { Review } from './review/Review'
import { RecordStatus } from './review/ReviewRecords'
import { useMedia } from './ui/useMedia'

/** The open window: a unit, or one section of it, which may have been opened from the unit's window. */
interface Opened {
  unit: string
  section?: string
  isFromUnit?: boolean
  /** The section that was looked at before, in the unit's window. */
  lastSection?: string | undefined
}

/**
 * The whole intake page. What is of the matrix's size is drawn anew when the hand-ins were put together anew, not with each
 * arrival.
 */
export function Intake() {
  const arrivals = useStore($arrivals)
  const gathered = useStore($gathered)
  const matrix = useStore($matrix)
  const attendance = useStore($attendance)
  const sameBytes = useStore($sameBytes)
  const [filter, setFilter] = useState(noFilter)
  const [sort, setSort] = useState<MatrixSort | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const judged = useStore($judged)
  const isReviewing = useStore($reviewPlace) !== null && judged.length > 0
  // Nothing of the hidden page is drawn anew with each word of the office.
  const shownJudged = useRef(judged)
  if (!isReviewing) shownJudged.current = judged
  const units = shownJudged.current
  const isNarrow = useMedia('(max-width: 760px)')
  const judgedOf = useMemo(() => marksByRow(units), [units])
  const shown = useMemo(() => {
    const { columns, rows } = filterMatrix(matrix, filter)
    const share = (row: UnitRow) => judgedOf(row).done / Math.max(1, judgedOf(row).total)
    return { columns, rows: sortRows(rows, sort, share) }
  }, [matrix, filter, sort, judgedOf])
  const summary = useMemo(
    () => buildSummary(matrix, units, attendance, gathered),
    [matrix, units, attendance, gathered],
  )
  // Found by name, so that the unit's later hand-in replaces the one on screen.
  const row = matrix.rows.find(({ unit }) => unit === opened?.unit)
  const open: OpenRow = useCallback(
    ({ unit }, section) =>
      setOpened(before => (section ? { unit, section, isFromUnit: before?.unit === unit } : { unit })),
    [],
  )
  // A section opened from the unit's window leads back to it.
  const close = () =>
    setOpened(opened?.isFromUnit ? { unit: opened.unit, lastSection: opened.section } : null)
  const review = (at: { unit: string; section: string }) => {
    setOpened(null)
    openReviewing(at)
  }
  const figures = useMemo(
    () =>
      matrix.rows.length > 0 && <IntakeFigures matrix={matrix} arrivals={gathered} attendance={attendance} />,
    [matrix, gathered, attendance],
  )
  const table = useMemo(
    () =>
      isNarrow ? (
        <UnitCards matrix={shown} judgedOf={judgedOf} onOpen={open} />
      ) : (
        <Matrix
          matrix={shown}
          sort={sort}
          onSort={by => setSort(before => nextSort(before, by))}
          judgedOf={judgedOf}
          onOpen={open}
        />
      ),
    [isNarrow, shown, sort, judgedOf, open],
  )
  const isBegun = arrivals.length > 0
  const owed = useMemo(
    () => (
      <>
        <ExpectedUnits attendance={attendance} owing={summary.owing} isBegun={isBegun} />
        {matrix.rows.length > 0 && (
          <>
            <RepliesCard />
            <Reminders owing={summary.owing} />
            <SameBytes files={sameBytes} />
          </>
        )}
      </>
    ),
    [attendance, summary, isBegun, matrix, sameBytes],
  )
  const printed = useMemo(
    () =>
      matrix.rows.length > 0 && (
        <PrintedSummary summary={summary} arrivals={gathered} sameBytes={sameBytes} />
      ),
    [summary, gathered, sameBytes, matrix],
  )
  return (
    <>
      <div class="width stack page intake" hidden={isReviewing}>
        <DropZone isEmpty={arrivals.length === 0} />
        {arrivals.length > 0 && <VerifyingStatus arrivals={arrivals} />}
        {figures}
        {matrix.rows.length > 0 && (
          <>
            <Exports summary={summary} />
            <RecordStatus />
            <MatrixFilters filter={filter} onChange={setFilter} shown={shown} />
            {table}
            <Questions rows={matrix.rows} onOpen={open} />
          </>
        )}
        {arrivals.length > 0 && <Arrivals arrivals={arrivals} />}
        {owed}
      </div>
      <Review isOpen={isReviewing} />
      {printed}
      {row && opened?.section && (
        <CellDialog
          row={row}
          section={opened.section}
          onReview={() => review({ unit: row.unit, section: opened.section ?? '' })}
          onClose={close}
        />
      )}
      {row && opened && !opened.section && (
        <UnitDialog
          row={row}
          lastSection={opened.lastSection}
          judged={judgedOf(row)}
          onReview={() => review({ unit: row.unit, section: '' })}
          onOpen={open}
          onClose={close}
        />
      )}
    </>
  )
}
