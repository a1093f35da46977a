import { useStore } from '@nanostores/preact'
import { useCallback, useMemo, useState } from 'preact/hooks'
import { filterMatrix, noFilter } from '../core/intake/matrix-filter'
import { $attendance } from '../stores/collect/expected'
import { $arrivals } from '../stores/intake/arrivals'
import { $gathered } from '../stores/intake/hand-ins'
import { $matrix, $sameBytes } from '../stores/intake/matrix'
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
  const [opened, setOpened] = useState<Opened | null>(null)
  const isNarrow = useMedia('(max-width: 760px)')
  const shown = useMemo(() => filterMatrix(matrix, filter), [matrix, filter])
  const summary = useMemo(() => buildSummary(matrix, attendance, gathered), [matrix, attendance, gathered])
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
  const figures = useMemo(
    () =>
      matrix.rows.length > 0 && (
        <>
          <IntakeFigures matrix={matrix} arrivals={gathered} attendance={attendance} />
          <Questions rows={matrix.rows} onOpen={open} />
        </>
      ),
    [matrix, gathered, attendance, open],
  )
  const table = useMemo(
    () => (isNarrow ? <UnitCards matrix={shown} onOpen={open} /> : <Matrix matrix={shown} onOpen={open} />),
    [isNarrow, shown, open],
  )
  const isBegun = arrivals.length > 0
  const owed = useMemo(
    () => (
      <>
        <ExpectedUnits attendance={attendance} owing={summary.owing} isBegun={isBegun} />
        {matrix.rows.length > 0 && (
          <>
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
      <div class="width stack page intake">
        <DropZone isEmpty={arrivals.length === 0} />
        {arrivals.length > 0 && <VerifyingStatus arrivals={arrivals} />}
        {figures}
        {arrivals.length > 0 && <Arrivals arrivals={arrivals} />}
        {matrix.rows.length > 0 && (
          <>
            <Exports summary={summary} />
            <MatrixFilters filter={filter} onChange={setFilter} shown={shown} />
            {table}
          </>
        )}
        {owed}
      </div>
      {printed}
      {row && opened?.section && <CellDialog row={row} section={opened.section} onClose={close} />}
      {row && opened && !opened.section && (
        <UnitDialog row={row} lastSection={opened.lastSection} onOpen={open} onClose={close} />
      )}
    </>
  )
}
