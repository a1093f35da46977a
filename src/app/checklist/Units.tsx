import { useStore } from '@nanostores/preact'
import { useEffect } from 'preact/hooks'
import {
  $deleted,
  $otherEditions,
  $unitRefusal,
  $units,
  bringBackUnit,
  deleteUnit,
  emptyDeletedUnits,
  listUnits,
  switchUnit,
} from '../../stores/units'
import { Part } from '../ui/Part'
import { nameEdition } from '../ui/page-content'
import { EditionPage } from './OtherEdition'

interface Props {
  current: string
  onAdd: () => void
  onSwitch: () => void
  onClose: () => void
}

/** The units on this computer; the window is fetched when it is needed. */
export function Units({ current, onAdd, onSwitch, onClose }: Props) {
  const units = useStore($units).flatMap(unit => ('checklist' in unit ? [unit.checklist] : []))
  const refusal = useStore($unitRefusal)
  const others = useStore($otherEditions)
  const deleted = useStore($deleted)
  useEffect(() => void listUnits(), [])
  return (
    <Part load={() => import('./UnitList')}>
      {({ UnitList }) => (
        <UnitList
          {...{ current, units, others, deleted, refusal, onAdd, onClose, nameEdition, EditionPage }}
          switchTo={id => void switchUnit(id).then(onSwitch)}
          remove={deleteUnit}
          bringBack={bringBackUnit}
          emptyDeleted={emptyDeletedUnits}
        />
      )}
    </Part>
  )
}
