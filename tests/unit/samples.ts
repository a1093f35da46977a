/** What the core tests start from: the real edition, a small made-up one, and checklists with files in them. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { parse } from 'yaml'
import { applyChange, type Change } from '../../src/core/checklist/change'
import {
  type AttachedFile,
  buildChecklist,
  type Checklist,
  type Unit,
} from '../../src/core/checklist/checklist'
import type { Reply } from '../../src/core/checklist/returned'
import { buildCatalogue } from '../../src/core/edition/catalogue'
import type { CatalogueSource } from '../../src/core/edition/content'
import type { IndicatorSource } from '../../src/core/edition/table-source'

export const contentFolder = new URL('../../content/', import.meta.url)

/** What `content/2022` says; a new copy each time. */
export function readSource(): CatalogueSource {
  const [, , noticeText = ''] = read('notice.md').split(/^---\n/m)
  const indicators = parse(read('indicators.yaml')) as Omit<
    CatalogueSource,
    'edition' | 'materials' | 'report' | 'noticeText'
  >
  const materials = parse(read('materials.yaml')) as CatalogueSource['materials']
  const report = parse(read('report.yaml')) as CatalogueSource['report']
  return { ...indicators, materials, report, edition: '2022', noticeText }
}

export const catalogue = buildCatalogue(readSource())
export const allDepartments = catalogue.departments.map(department => department.id)

/** A sound edition of two departments and three rows; a new copy each time. */
export function smallSource(): CatalogueSource {
  return {
    edition: '2031',
    title: '某市2031年考核要点',
    declared: { rows: 3, items: 3, points: 5 },
    columns: [
      { name: '指标', role: 'level' },
      { name: '内容', role: 'content' },
      { name: '部门', role: 'department' },
      { name: '清单', role: 'evidence' },
    ],
    departments: [
      { id: 'water', name: '水利部门' },
      { id: 'city-office', name: '市办' },
    ],
    indicators: [
      {
        ...rowOf('1-1', 'water', '1.印发文件,明确分工;2.开展检查。'),
        points: 5,
        items: [
          { id: '1-1-1', text: '印发文件,明确分工' },
          { id: '1-1-2', text: '开展检查' },
        ],
      },
      {
        ...rowOf('2-1', 'city-office', '整改报告。'),
        deduction: 2,
        items: [{ id: '2-1-1', text: '整改报告' }],
      },
      { ...rowOf('2-2', 'city-office'), veto: true },
    ],
    materials: {
      title: '2031年考核资料',
      folder: '共性资料',
      items: [{ id: '0-1', label: '计划', text: '2031年度工作计划' }],
    },
    report: {
      title: '某局2031年自评报告',
      placeholder: '某局',
      sections: [
        { id: 'overview', heading: '一、总体情况' },
        {
          id: 'measures',
          heading: '二、落实情况',
          indicators: true,
          contentLabel: '内容：',
          answerLabel: '落实：',
        },
      ],
    },
    noticeText: '一、按要求提交\n\n1、2031年度工作计划;',
  }
}

/** A row without score, and without items for its evidence: spread it and add them. */
export function rowOf(id: string, department: string, evidence = ''): IndicatorSource {
  const cells = { 指标: `指标${id}`, 内容: `做好第${id}项工作。`, ...(evidence && { 清单: evidence }) }
  return { id, cells, departments: [department] }
}

export const morning = new Date('2022-12-20T01:00:00.000Z')
export const noon = new Date('2022-12-20T04:00:00.000Z')

export const unit: Unit = {
  name: '青禾县市场监督管理局',
  departments: ['market-regulation', 'quality-office'],
  contact: '办公室联络员',
  phone: '0715-1234567',
}

/** An attachment whose bytes are `content`, by default its own name. */
export function fileOf(
  name: string,
  content: string | Uint8Array = name,
  part: Partial<AttachedFile> = {},
): AttachedFile {
  return {
    sha256: createHash('sha256').update(content).digest('hex'),
    crc32: crc32(content),
    size: Buffer.byteLength(content),
    type: '',
    name,
    originalName: name,
    added: morning.toISOString(),
    ...part,
  }
}

/** A checklist of `unit` after some changes, frozen to the last field: whoever changes it in place throws. */
export function checklistAfter(...changes: Change[]): Checklist {
  const empty = buildChecklist('c1', '2022', unit, morning)
  return freeze(afterChanges(empty, changes, morning))
}

/** `checklist` after some changes, all of them at one time. */
export function afterChanges(checklist: Checklist, changes: readonly Change[], at = noon): Checklist {
  return changes.reduce((before, change) => applyChange(before, change, at), checklist)
}

/** `checklist` for other departments. */
export function withDepartments(checklist: Checklist, departments: string[]): Checklist {
  return freeze({ ...checklist, unit: { ...checklist.unit, departments } })
}

/** What an office says to the unit of `checklist`: all is said in `part`. */
export function replyTo({ id, edition, unit }: Checklist, part: Partial<Reply> = {}): Reply {
  return {
    edition,
    checklists: [id],
    unit: unit.name,
    office: '县质强办',
    at: '2022-12-26T02:00:00.000Z',
    until: '',
    closing: '',
    fingerprints: [],
    accepted: 0,
    notes: {},
    ...part,
  }
}

/** The same value, frozen all the way down. */
export function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) freeze(part)
  }
  return value
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32): a failing case fails again. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function read(name: string): string {
  return readFileSync(new URL(`2022/${name}`, contentFolder), 'utf8')
}
