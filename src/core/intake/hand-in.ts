/**
 * A hand-in: one unit's bundle as the office has it, put together from the archives that were dropped, in whatever order.
 * Invariant: it says nothing of its own. The answers are those of its `checklist.json`, `present` holds only what was hashed.
 *
 * Decision: A cell counts what is there. An item whose file is missing or altered is not done, whatever is ticked. A tick
 * without a file is done and shown as such, because paper may be meant.
 * Decision: Late is a notice. The day of packing and the last change are by the unit's own clock, so they never speak
 * against a bundle.
 */

import type { Finding } from '../bag/finding'
import { activeKindOfFile } from '../checklist/active-file'
import type { AttachedFile, Checklist } from '../checklist/checklist'
import type { Section } from '../checklist/progress'
import { concerns } from '../edition/catalogue'
import type { ActiveKind } from '../files/active-kind'

/** Something that speaks against a hand-in. */
export interface HandInFinding {
  /** The archive it was found in; empty where it is of the bundle as a whole. */
  archive: string
  finding: Finding
  /** The item and the name of the file it is about; absent where it is about none. */
  file?: { item: string; name: string } | undefined
}

export interface HandIn {
  /** Stays the same while volumes come in; of one checklist handed in twice, each has its own. */
  id: string
  checklist: Checklist
  /** 校验码 recomputed from what is there, as people read it; empty while volumes are not there. */
  fingerprint: string
  /** 校验码 as the bag itself gives it; empty where it does not. */
  declaredFingerprint: string
  /** Names of the ZIPs (or folders) it came in, by volume, then those that came again. */
  archives: string[]
  /** Which volumes (from 1) are there, of how many. */
  volumes: { found: number[]; count: number }
  findings: HandInFinding[]
  /** `2022-12-20`, the day of the unit's own clock; empty where its bag does not say. */
  packed: string
  /** Which drop it came with first, from 1: what came in one drop has no order. */
  arrived: number
  /** SHA-256 of every file whose bytes are there, intact. */
  present: ReadonlySet<string>
  /** Of the other files, by SHA-256 as it was packed: those there is something of, with other bytes or none that can be read. */
  damaged: ReadonlyMap<string, 'altered' | 'unreadable'>
  /** Of the files that are there, by SHA-256: those that run when they are opened, whatever they are called. */
  active: ReadonlyMap<string, ActiveKind>
  /** 自评报告.docx as the unit packed it; null where its bag has none. */
  report: { sha256: string; size: number } | null
  /** The office that rolled it up with others; empty where the unit's own bundle came. */
  office: string
  /** Id of the department whose rows alone are in it, for an office packed it so; empty where all are. */
  scope: string
}

/** Whether a hand-in is to be judged by a section. */
export function isInScope({ scope }: HandIn, { indicator }: Section): boolean {
  return scope === '' || (indicator !== null && concerns(indicator, [scope]))
}

/** Whether the unit attached anything: without it there is nothing that could be altered. */
export function hasFiles({ checklist }: HandIn): boolean {
  return Object.values(checklist.answers).some(({ files }) => files.length > 0)
}

/** Every file once whose bytes are not there. */
export function absentFiles({ checklist, present }: Pick<HandIn, 'checklist' | 'present'>): AttachedFile[] {
  const files = Object.values(checklist.answers).flatMap(({ files }) => files)
  const absent = files.filter(({ sha256 }) => !present.has(sha256))
  return [...new Map(absent.map(file => [file.sha256, file])).values()]
}

/** The kind of an attachment that runs when it is opened, by its names and bytes; null where it runs nothing. */
export function activeKindIn(
  { active }: HandIn,
  file: Pick<AttachedFile, 'name' | 'sha256'>,
): ActiveKind | null {
  return activeKindOfFile(file) ?? active.get(file.sha256) ?? null
}

/** Volumes that are not there. */
export function missingVolumes({ volumes }: HandIn): number[] {
  return Array.from({ length: volumes.count }, (_, i) => i + 1).filter(
    index => !volumes.found.includes(index),
  )
}

/**
 * Whether it was packed after the edition's deadline (ISO 8601 with its zone; empty where it has none). A bag only says the day; the checklist's last
 * change is to the second, and no bundle is packed before it.
 */
export function isLate({ packed, checklist }: HandIn, deadline: string): boolean {
  if (deadline === '') return false
  return packed > deadline.slice(0, 10) || Date.parse(checklist.changed) > Date.parse(deadline)
}
