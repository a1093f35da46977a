/** 分给股室: sharing the open checklist's work out, and beginning a part that somebody was given. */
import type { Given } from '../../core/assignment/link'
import type { Team } from '../../core/checklist/teams'
import { safeName } from '../../core/text/filename'
import { downloadBlob } from '../../io/files/download'
import { $checklist, changeChecklist } from '../checklist'
import { $given } from '../given'
import { $units, createUnit, switchUnit } from '../units'

/** Puts `team` in the place of the one called `name`; null takes it out of 分工, what it handed back stays. */
export function setTeam(name: string, team: Team | null): void {
  changeChecklist({ kind: 'set-team', name, team })
}

/** Hands a team's file to the downloads. */
export function downloadGiven(text: string, team: string): void {
  const name = safeName(`分工-${$checklist.get()?.unit.name}-${team}.json`)
  downloadBlob(new Blob([text], { type: 'application/json' }), name)
}

/** The part on this computer that was begun from the same 分工; null where there is none. */
export function findPart({ of, team }: Given): string | null {
  const parts = $units.get().flatMap(unit => ('checklist' in unit ? [unit.checklist] : []))
  return parts.find(({ part }) => part?.of === of && part.team === team)?.id ?? null
}

/** Opens the part, or begins it; what was given anew since is asked for from now on. @returns false where the browser refused */
export async function beginPart(given: Given): Promise<boolean> {
  const { of, team, items, unit } = given
  const part = { of, team, items }
  const id = findPart(given)
  if (id === null && !(await createUnit(unit, part))) return false
  if (id !== null) {
    await switchUnit(id)
    if (`${$checklist.get()?.part?.items}` !== `${items}`) changeChecklist({ kind: 'set-part', part })
  }
  $given.set(null)
  return true
}
