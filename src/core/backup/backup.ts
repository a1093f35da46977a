/** Counts the work that is in this browser only: in no bundle and no backup outside it. */

import { type Checklist, type FileUse, hashesOf, sumFiles, usedFiles } from '../checklist/checklist'
import { progressOf, sectionsOf } from '../checklist/progress'
import type { Catalogue } from '../edition/catalogue'
import { countCharacters } from '../report/report'

/** The last time a checklist left this browser. */
export interface Backup {
  /** A bundle has the files too; a text backup has not. */
  kind: 'bundle' | 'text'
  /** ISO 8601, UTC. */
  at: string
  /** Of the last bundle, where this is a later text backup. */
  bundleAt?: string | undefined
  /** SHA-256 of the files that were here when the last bundle was made and are in none: of 待归类, as the person chose. */
  leftOut?: readonly string[] | undefined
  /** Items done and characters of the report written at that time. */
  done: number
  characters?: number | undefined
}

/** The work since the last backup, or all of it without one; files since the last bundle: a text backup has none. */
export interface Unsaved {
  files: number
  items: number
  characters: number
}

const muchFiles = 5
const muchItems = 5
const muchCharacters = 300

export function unsavedSince(catalogue: Catalogue, checklist: Checklist, backup: Backup | null): Unsaved {
  return {
    files: sumFiles(unsavedFiles(checklist, backup)).files,
    items: Math.max(0, doneOf(catalogue, checklist) - (backup?.done ?? 0)),
    characters: Math.max(0, charactersOf(checklist) - (backup?.characters ?? 0)),
  }
}

/** The uses of files that no bundle holds. */
export function unsavedFiles(checklist: Checklist, backup: Backup | null): FileUse[] {
  const since = lastBundleOf(backup)
  const leftOut = new Set(backup?.leftOut)
  return usedFiles(checklist).filter(({ file }) => file.added > since || leftOut.has(file.sha256))
}

/** How many files are here that the person left out of the last bundle, and that are in none. */
export function countLeftOut(checklist: Checklist, backup: Backup | null): number {
  const leftOut = new Set(backup?.leftOut)
  return sumFiles(usedFiles(checklist).filter(({ file }) => leftOut.has(file.sha256))).files
}

/** SHA-256 of the files of the open checklist that are in no bundle, now that one left as `packed`. */
export function leftOutOf(open: Checklist, packed: Checklist, before: Backup | null): string[] {
  const held = hashesOf(packed)
  return unsavedFiles(open, before).flatMap(({ file }) => (held.has(file.sha256) ? [] : file.sha256))
}

/** When the files last left this browser, or empty. */
export function lastBundleOf(backup: Backup | null): string {
  return (backup?.kind === 'bundle' ? backup.at : backup?.bundleAt) ?? ''
}

/** Whether it is worth a reminder. */
export function isMuch({ files, items, characters }: Unsaved): boolean {
  return files >= muchFiles || items >= muchItems || characters >= muchCharacters
}

export function doneOf(catalogue: Catalogue, checklist: Checklist): number {
  const items = sectionsOf(catalogue, checklist).flatMap(section => section.items)
  return progressOf(items, checklist).done
}

/** Of the whole report. */
export function charactersOf({ report }: Checklist): number {
  return Object.values(report.texts).reduce((sum, text) => sum + countCharacters(text), 0)
}

/** A backup note from storage, or null where there is none or it is none. */
export function parseBackup(value: unknown): Backup | null {
  if (typeof value !== 'object' || value === null) return null
  const { kind, at, done, characters, bundleAt, leftOut } = value as Record<string, unknown>
  if ((kind !== 'bundle' && kind !== 'text') || typeof at !== 'string' || typeof done !== 'number')
    return null
  return {
    kind,
    at,
    done,
    ...(typeof characters === 'number' && { characters }),
    ...(typeof bundleAt === 'string' && { bundleAt }),
    ...(Array.isArray(leftOut) && { leftOut }),
  }
}
