/** 分给股室: sharing the open checklist's work out, and beginning a part that somebody was given. */
import type { Given } from '../../core/assignment/link'
import type { Team } from '../../core/checklist/teams'
import { safeName } from '../../core/text/filename'
import { downloadBlob } from '../../io/files/download'
import { $checklist, changeChecklist } from '../checklist'
import { $given } from '../given'
import { $units, createUnit, switchUnit } from '../units'

/** A part on this computer: the id of its checklist, and whose it is. */
export interface BegunPart {
  id: string
  team: string
}

/** Puts `team` in the place of the one called `name`; null takes it out of 分工, what it handed back stays. */
export function setTeam(name: string, team: Team | null): void {
  changeChecklist({ kind: 'set-team', name, team })
}

/** Hands a team's file to the downloads. */
export function downloadGiven(text: string, team: string): void {
  const name = safeName(`分工-${$checklist.get()?.unit.name}-${team}.json`)
  downloadBlob(new Blob([text], { type: 'application/json' }), name)
}

/** The parts of the same unit's checklist on this computer, also of other teams. */
export function findParts({ of }: Given): BegunPart[] {
  const parts = $units.get().flatMap(unit => ('checklist' in unit ? [unit.checklist] : []))
  return parts.flatMap(({ id, part }) => (part?.of === of ? [{ id, team: part.team }] : []))
}

/**
 * Opens a part that was begun before (`id`) and asks in it for what was given now, or begins one. @returns false where the
 * browser refused
 */
export async function beginPart({ of, team, items, unit }: Given, id: string | null): Promise<boolean> {
  const part = { of, team, items }
  if (id === null && !(await createUnit(unit, part))) return false
  if (id !== null) {
    await switchUnit(id)
    const before = $checklist.get()?.part
    if (before?.team !== team || `${before.items}` !== `${items}`) changeChecklist({ kind: 'set-part', part })
  }
  $given.set(null)
  return true
}
