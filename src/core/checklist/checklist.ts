/**
 * One unit's answers for one edition. Plain data, stored as it is; `change.ts` holds every way it may change.
 * Invariants: answers are keyed by item id, never by position; an item holds the same bytes once; nothing a person
 * attached disappears without passing through `removed`; a file is in 待归类 only while no item uses it.
 *
 * When this changes: a new optional field needs a default in `record.ts` and nothing else; an older page keeps it where it
 * stands (`unknown-fields.ts`). Anything an older page would misread raises `checklistFormat`, keeps reading every older
 * format there, and adds a bundle of the old format to `tests/fixtures/`. A field that names stored bytes always raises it:
 * an older page frees bytes that nothing it knows of names. Old records are never rewritten in place before the person
 * changes something.
 */

import type { ActiveKind } from '../files/active-kind'
import type { Completes, Returned } from './returned'
import type { Assignment, Part } from './teams'

export const checklistFormat = 1

/**
 * The format of a stored record that names bytes of 待归类, which a page that knows only format 1 would free. In a bundle
 * the list is an addition to format 1: there nobody frees anything.
 */
export const unsortedFormat = 2

/** That of a 补充包's checklist.json, never stored: an older page would take the items that are not in it for missing. */
export const supplementFormat = 3

/** In the place of an item's id: 待归类, files that were brought in and have no item yet. */
export const unsortedPlace = ''

export interface Unit {
  /** 单位全称, as on the seal. */
  name: string
  /** Department ids; shown in the catalogue's order. */
  departments: string[]
  contact: string
  phone: string
}

/** One attachment as used by one item. The bytes are stored once, under their SHA-256. */
export interface AttachedFile {
  /** Lower-case hex. */
  sha256: string
  crc32: number
  /** Bytes. */
  size: number
  /** MIME type the browser gave; may be empty. */
  type: string
  /** The name that the person gives it; starts as `originalName`. */
  name: string
  originalName: string
  /** ISO 8601, UTC. */
  added: string
  /** The kind of its bytes where its name hides it: a web page that is called 照片.jpg. */
  active?: ActiveKind | undefined
  /** As it was brought, `/`-separated, with its folders and its name; absent where it came without a folder. */
  path?: string | undefined
  /**
   * SHA-256 of the photo that this is a smaller copy of. It keeps no bytes: the photo's lie with `removed` for as long as that
   * names them.
   */
  smallerOf?: string | undefined
  /** On screen only, never stored: its bytes are not in this browser. */
  absent?: true | undefined
}

export interface Answer {
  /** 已备齐 */
  ready: boolean
  /** 不适用 */
  notApplicable: boolean
  reason: string
  remark: string
  /** The edition whose checklist the remark was carried over from, until the person has looked at it. */
  remarkFrom?: string | undefined
  files: AttachedFile[]
}

/** 自评报告 (annex 2) as typed, verbatim; an absent entry is empty. */
export interface Report {
  /** By section id of `report.yaml` (`overview`), or by indicator id for its 部署落实情况. */
  texts: Record<string, string>
  /** 自评分 by indicator id, as typed; of a veto row 是 or 否. `core/report.ts` reads them as numbers. */
  scores: Record<string, string>
  /** 报告另附: SHA-256 of the attached file that is the report; absent where it is written in the boxes. */
  file?: string | undefined
}

/** 已报送: when the unit handed in, and what. */
export interface Sent {
  /** `2022-12-20`, as the person says. */
  day: string
  /** 校验码 of the attachments that were sent. */
  fingerprint: string
  /** The answers of then: a mark for each item and paragraph (`core/bundle/marks`), to see what changed since. */
  marks: Record<string, string>
}

export interface RemovedFile {
  /** Where it was: an item's id, or `unsortedPlace`. */
  item: string
  file: AttachedFile
  /** ISO 8601, UTC. */
  removed: string
}

export interface Checklist {
  format: typeof checklistFormat
  id: string
  edition: string
  unit: Unit
  answers: Record<string, Answer>
  report: Report
  /** 待归类, in the order in which they came. */
  unsorted: AttachedFile[]
  /** Files taken off an item, newest last; their bytes are kept until the person empties this list. */
  removed: RemovedFile[]
  /** Absent until the person says that it was sent. */
  sent?: Sent | undefined
  /** Absent until a 审核意见 came. */
  returned?: Returned | undefined
  /** Only in a 补充包, which holds some items alone. */
  completes?: Completes | undefined
  /** 分工, where the unit shares its work out; of a team's own checklist `part` says whose part it is. */
  assignment?: Assignment | undefined
  part?: Part | undefined
  /** ISO 8601, UTC. */
  created: string
  changed: string
}

/** The last instant a Date can hold, in milliseconds. */
const lastInstant = 8.64e15

/** When a change happens: now, or one millisecond after the last change where the clock says that now is not later. */
export function changedAt(last: string, now: Date): string {
  return new Date(Math.min(Math.max(now.getTime(), Date.parse(last) + 1), lastInstant)).toISOString()
}

/** A checklist's name in a list: its unit's, and of a part the team's. */
export function nameChecklist({ unit, part }: Pick<Checklist, 'unit' | 'part'>): string {
  return part ? `${unit.name} · ${part.team}` : unit.name
}

/** Name and number of the unit's 联络员, as far as they are given. */
export function nameContact({ contact, phone }: Unit): string {
  return [contact, phone].filter(Boolean).join(' ')
}

/** The answer to an item that the unit has not touched. */
export const emptyAnswer: Answer = { ready: false, notApplicable: false, reason: '', remark: '', files: [] }

/** A report nobody has begun. */
export const emptyReport: Report = { texts: {}, scores: {} }

/** A checklist nobody has touched yet. */
export function buildChecklist(id: string, edition: string, unit: Unit, now: Date): Checklist {
  const at = now.toISOString()
  return {
    format: checklistFormat,
    id,
    edition,
    unit,
    answers: {},
    report: emptyReport,
    unsorted: [],
    removed: [],
    created: at,
    changed: at,
  }
}

/** The unit's answer to an item; the empty answer where there is none. */
export function answerOf(checklist: Checklist, item: string): Answer {
  return checklist.answers[item] ?? emptyAnswer
}

/** One use of a file: by an item, or in 待归类 (`unsortedPlace`). */
export interface FileUse {
  item: string
  file: AttachedFile
}

/** Every use of every file, 待归类 last; the removed ones are not used. */
export function usedFiles({ answers, unsorted }: Checklist): FileUse[] {
  const uses: FileUse[] = []
  for (const [item, { files }] of Object.entries(answers)) for (const file of files) uses.push({ item, file })
  for (const file of unsorted) uses.push({ item: unsortedPlace, file })
  return uses
}

/** How many files are here, and their bytes: what serves several items is one file, whose bytes are stored once. */
export function sumFiles(uses: readonly { file: AttachedFile }[]): { files: number; bytes: number } {
  const sizes = new Map<string, number>()
  for (const { file } of uses) if (!file.absent) sizes.set(file.sha256, file.size)
  return { files: sizes.size, bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0) }
}

/** The checklist as a bundle has it that leaves 待归类 out: its list of files does not name them either. */
export function withoutUnsorted(checklist: Checklist): Checklist {
  return checklist.unsorted.length > 0 ? { ...checklist, unsorted: [] } : checklist
}

/** SHA-256 of every file the checklist needs the bytes of, the removed ones included. */
export function hashesOf(checklist: Checklist): Set<string> {
  return new Set([...usedFiles(checklist), ...checklist.removed].map(({ file }) => file.sha256))
}

/** The ids of the items that use a file, by SHA-256. */
export function usesOf(checklist: Checklist): Map<string, string[]> {
  const uses = new Map<string, string[]>()
  for (const [item, answer] of Object.entries(checklist.answers)) {
    for (const { sha256 } of answer.files) {
      const items = uses.get(sha256)
      if (items) items.push(item)
      else uses.set(sha256, [item])
    }
  }
  return uses
}
