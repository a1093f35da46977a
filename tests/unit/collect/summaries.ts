/** Two units as an office has them, one without fault and one with every fault, and what is made of them. */
import type { Change } from '../../../src/core/checklist/change'
import { type AttachedFile, buildChecklist } from '../../../src/core/checklist/checklist'
import { matchUnits, unitsNamed } from '../../../src/core/collect/expected'
import { findOwed } from '../../../src/core/collect/owed'
import type { UnreadFile } from '../../../src/core/intake/arrival'
import { collate } from '../../../src/core/intake/collate'
import type { HandIn } from '../../../src/core/intake/hand-in'
import { soundnessOf } from '../../../src/core/intake/soundness'
import { type Reviews, reviewOf } from '../../../src/core/review/of-unit'
import { standingsOf } from '../../../src/core/review/tally'
import { writeWorkbook } from '../../../src/io/bundle/workbook'
import { writeSummary } from '../../../src/io/collect/summary'
import type { SummaryInput } from '../../../src/io/collect/summary-input'
import { owedWording, sayUnread } from '../../../src/wording/collect'
import { cellWording, sayHandInFinding, sayScoreNote, saySoundness } from '../../../src/wording/intake'
import { standingWording } from '../../../src/wording/review'
import { readWorkbook, type Sheet, valuesOf } from '../bundle/workbook'
import { afterChanges, catalogue, fileOf, morning, noon } from '../samples'

export const deadline = '2022-12-25T16:00:00+08:00'
export const words = {
  state: cellWording,
  soundness: (handIn: HandIn) => saySoundness(soundnessOf(handIn)),
  finding: sayHandInFinding,
  reason: owedWording,
  unread: sayUnread,
  scores: sayScoreNote,
  standing: standingWording,
}

export const add = (item: string, ...files: AttachedFile[]): Change => ({ kind: 'add-files', item, files })
export const ready = (item: string): Change => ({ kind: 'set-ready', item, ready: true })

/** A hand-in as it came, all files there but those in `lost`. */
export function handInOf(
  name: string,
  departments: string[],
  changes: Change[],
  { lost = [], ...part }: Partial<HandIn> & { lost?: AttachedFile[] } = {},
): HandIn {
  const empty = buildChecklist(name, '2022', { name, departments, contact: '', phone: '' }, morning)
  const checklist = afterChanges(empty, changes)
  const hashes = Object.values(checklist.answers).flatMap(({ files }) => files.map(({ sha256 }) => sha256))
  return {
    id: name,
    checklist,
    fingerprint: '6F2A-91C4-0B77-E3D0',
    declaredFingerprint: '6F2A-91C4-0B77-E3D0',
    archives: [`${name}.zip`],
    volumes: { found: [1], count: 1 },
    findings: [],
    packed: '2022-12-20',
    present: new Set(hashes.filter(sha256 => !lost.some(file => file.sha256 === sha256))),
    arrived: 1,
    damaged: new Map(),
    active: new Map(),
    office: '',
    report: null,
    scope: '',
    ...part,
  }
}

export const plan = fileOf('计划.pdf', '一年的计划', { originalName: 'SCAN_001.pdf' })
export const photo = fileOf('=HYPERLINK("x").jpg', '照片')
export const lost = fileOf('丢失.pdf')
export const water = handInOf(
  '青禾县水利局',
  ['water'],
  [
    ready('0-1'),
    add('0-1', plan, photo),
    ready('0-2'),
    { kind: 'set-remark', item: '0-2', remark: '只交\u0007纸质' },
    add('0-3', plan),
    { kind: 'set-not-applicable', item: '0-5', notApplicable: true },
    { kind: 'set-report-text', id: 'overview', text: '水质稳定。' },
    { kind: 'set-score', indicator: '3-1', score: '4.5' },
  ],
  { packed: '2022-12-26' },
)
export const school = handInOf('青禾县教育局', ['education'], [ready('0-1'), add('0-1', plan, lost)], {
  lost: [lost],
  volumes: { found: [1, 3], count: 3 },
  fingerprint: '',
  findings: [
    { archive: '教育局.zip', finding: { code: 'altered', path: 'data/丢失.pdf' } },
    { archive: '教育局.zip', finding: { code: 'appended-bytes', bytes: 3 } },
  ],
})

export function inputOf(
  handIns: readonly HandIn[],
  expected: readonly string[],
  unread: UnreadFile[] = [],
  reviews: Reviews = new Map(),
): SummaryInput {
  const matrix = collate(catalogue, handIns)
  const attendance = matchUnits(
    unitsNamed(expected),
    matrix.rows.map(({ unit }) => unit),
  )
  const owing = findOwed(matrix, attendance, unread)
  const judged = matrix.rows.map(row => {
    const review = reviewOf(row, reviews)
    return { row, review, standings: standingsOf(row, review) }
  })
  const strays = [{ archive: '照片.rar', sentence: '是 RAR 压缩包。' }]
  return { catalogue, office: '青禾县质强办&乙', deadline, matrix, judged, owing, strays, words }
}

export const input = inputOf([water, school], ['青禾县公安局', '县教育局', '青禾县水利局'])
export const write = async (summary = input) => readWorkbook(await writeSummary(summary, noon, writeWorkbook))
export const named = (sheets: Sheet[], name: string) => sheets.find(sheet => sheet.name === name) as Sheet
/** Rows as objects, by the last row of the head. */
export const linesOf = (sheet: Sheet, head = 0) => {
  const [titles = [], ...rows] = valuesOf(sheet).slice(head)
  return rows.map(row =>
    Object.fromEntries(row.map((value, i) => [`${titles[i]}`.replace('\n', ' '), value])),
  )
}
