import { useStore } from '@nanostores/preact'
import { useMemo, useState } from 'preact/hooks'
import type { UnitRow } from '../core/collate'
import { filterMatrix, noFilter } from '../core/matrix-filter'
import { $attendance, $matrix, $sameBytes } from '../stores/collated'
import { $arrivals } from '../stores/intake'
import { Arrivals } from './Arrivals'
import { CellDialog } from './CellDialog'
import { DropZone } from './DropZone'
import { ExpectedUnits } from './ExpectedUnits'
import { Exports } from './Exports'
import { IntakeFigures } from './IntakeFigures'
import { Matrix } from './Matrix'
import { MatrixFilters } from './MatrixFilters'
import { PrintedSummary } from './PrintedSummary'
import { Reminders } from './Reminders'
import { SameBytes } from './SameBytes'
import type { IntakeContent } from './start-intake'
import { buildSummary } from './summary-of'
import { UnitCards } from './UnitCards'
import { UnitDialog } from './UnitDialog'
import { useMedia } from './useMedia'
import { VerifyingStatus } from './VerifyingStatus'

/** Opens what a row says: of the unit as a whole, or of one section. */
export type OpenRow = (row: UnitRow, section?: string) => void

/** The whole intake page. */
export function Intake({ content }: { content: IntakeContent }) {
  const { catalogue } = content
  const arrivals = useStore($arrivals)
  const matrix = useStore($matrix)
  const attendance = useStore($attendance)
  const sameBytes = useStore($sameBytes)
  const [filter, setFilter] = useState(noFilter)
  const [opened, setOpened] = useState<{ unit: string; section?: string } | null>(null)
  const isNarrow = useMedia('(max-width: 760px)')
  const shown = useMemo(() => filterMatrix(matrix, filter), [matrix, filter])
  const summary = useMemo(
    () => buildSummary(content, matrix, attendance, arrivals),
    [matrix, attendance, arrivals],
  )
  // By name: a later hand-in takes the place of the one that is looked at.
  const row = matrix.rows.find(({ unit }) => unit === opened?.unit)
  const open: OpenRow = ({ unit }, section) => setOpened(section ? { unit, section } : { unit })
  const close = () => setOpened(null)
  return (
    <>
      <div class="width stack page intake">
        <DropZone isEmpty={arrivals.length === 0} content={content} />
        {arrivals.length > 0 && <VerifyingStatus arrivals={arrivals} />}
        {matrix.rows.length > 0 && (
          <IntakeFigures matrix={matrix} arrivals={arrivals} attendance={attendance} content={content} />
        )}
        {arrivals.length > 0 && <Arrivals arrivals={arrivals} content={content} />}
        {matrix.rows.length > 0 && (
          <>
            <Exports summary={summary} content={content} />
            <MatrixFilters catalogue={catalogue} filter={filter} onChange={setFilter} shown={shown} />
            {isNarrow ? (
              <UnitCards matrix={shown} deadline={content.deadline} onOpen={open} />
            ) : (
              <Matrix matrix={shown} deadline={content.deadline} onOpen={open} />
            )}
          </>
        )}
        <ExpectedUnits attendance={attendance} lacks={summary.lacks} />
        {matrix.rows.length > 0 && (
          <>
            <Reminders lacks={summary.lacks} content={content} />
            <SameBytes files={sameBytes} />
          </>
        )}
      </div>
      {matrix.rows.length > 0 && (
        <PrintedSummary
          matrix={matrix}
          arrivals={arrivals}
          lacks={summary.lacks}
          sameBytes={sameBytes}
          content={content}
        />
      )}
      {row && opened?.section && (
        <CellDialog row={row} section={opened.section} catalogue={catalogue} onClose={close} />
      )}
      {row && opened && !opened.section && (
        <UnitDialog row={row} content={content} onOpen={open} onClose={close} />
      )}
    </>
  )
}
