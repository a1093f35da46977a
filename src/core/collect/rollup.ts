/**
 * 按指标归集: how the files of all units are sorted anew, by indicator. In come the catalogue and the hand-ins that count,
 * out goes a plan whose entries are all uses of all files that are there (files in = files out), and beside them a list of
 * those that are not. It becomes a bag again that holds every unit's checklist, so that another office's intake opens it
 * with all its units, and can do the same with several of them.
 */
import { payloadOxum } from '../bag/bag'
import {
  attachedReportPath,
  type BundleEntry,
  type BundlePlan,
  formatBagSize,
  groupFolder,
  itemFolder,
  placeInSteps,
  reportName,
} from '../bundle/plan'
import { headerBytes, sectionBytes, writtenBytes } from '../bundle/volumes'
import { type AttachedFile, answerOf } from '../checklist/checklist'
import { type Section, sectionsOf } from '../checklist/progress'
import { compareIds, writeChecklist } from '../checklist/record'
import { type Catalogue, concerns, type Department, type Indicator, type Item } from '../edition/catalogue'
import type { Steps } from '../files/steps'
import { type HandIn, isInScope } from '../intake/hand-in'
import { scopeLabel, unitLabel, writeUnitField } from '../intake/rolled-up'
import { attachedReport } from '../report/report'
import { seriesOf } from '../site/edition-of'
import { safeName, safeNames, splitExtension } from '../text/filename'
import { nameKey } from '../text/name-key'

/** One use of one file by one unit. */
export interface RollUpEntry extends BundleEntry {
  handIn: HandIn
}

/** A use of a file whose bytes are not there. */
export interface AbsentUse {
  handIn: HandIn
  section: Section
  item: Item
  file: AttachedFile
}

interface RollUpUnit {
  handIn: HandIn
  /** Its name as a folder. */
  folder: string
  /** Of its checklist.json, in the bag. */
  path: string
  /** Of its 自评报告.docx as it packed it; empty where there is none. */
  reportPath: string
}

export interface RollUpPlan extends BundlePlan {
  entries: RollUpEntry[]
  units: RollUpUnit[]
  absent: AbsentUse[]
  /** Id of the department whose rows alone are in it; empty for everything. */
  scope: string
}

// Of a path's 120 characters these leave 48 for the file's own name, `data/` and the separators taken off.
const longestGroup = 12
const longestRow = 14
const longestUnit = 20
const longestItem = 17

/** Of the bundle's name in characters, as in `core/bundle`. */
const longestName = 31

/**
 * Where everything goes: all sections, or those of one department. `office` is who collected.
 * @throws when a file would be left out: our own mistake, never the person's.
 */
export function* planRollUp(
  catalogue: Catalogue,
  handIns: readonly HandIn[],
  office: string,
  department: Department | null = null,
): Steps<RollUpPlan> {
  const units = placeUnits(handIns)
  const sections = (yield* sharedSections(catalogue, handIns)).filter(
    ({ indicator }) => !department || (indicator !== null && concerns(indicator, [department.id])),
  )
  const entries: RollUpEntry[] = []
  const absent: AbsentUse[] = []
  for (const section of sections) {
    for (const { handIn, folder } of units) {
      if (!isInScope(handIn, section)) continue
      for (const item of section.items) {
        const { files } = answerOf(handIn.checklist, item.id)
        if (files.length === 0) continue
        const there = files.filter(file => handIn.present.has(file.sha256))
        const folders = [...rowFolders(catalogue, section), folder, itemFolder(item, longestItem)]
        const place = ['data', ...folders].join('/')
        for (const entry of yield* placeInSteps(section, item, there, place))
          entries.push({ ...entry, handIn })
        for (const file of files)
          if (!handIn.present.has(file.sha256)) absent.push({ handIn, section, item, file })
        yield
      }
    }
  }
  const rows = new Map(catalogue.indicators.flatMap(row => row.items.map(({ id }) => [id, row] as const)))
  const uses = handIns.reduce((sum, handIn) => sum + countUses(handIn, department?.id ?? '', rows), 0)
  if (entries.length + absent.length !== uses) {
    throw new Error(
      `Cannot plan roll-up: units have ${uses} files, plan has ${entries.length} and ${absent.length} absent`,
    )
  }
  const ending = `-${nameOfYear(catalogue)}${department?.name ?? '按指标归集'}`
  return {
    name: safeName(office, longestName, ending),
    sections,
    entries: [...entries, ...reportsBeside(catalogue, units, entries)],
    units,
    absent,
    scope: department?.id ?? '',
  }
}

/** 报告另附 of units whose report's item is not among the sections: a report goes along with any rows. */
function reportsBeside(
  catalogue: Catalogue,
  units: readonly RollUpUnit[],
  entries: readonly RollUpEntry[],
): RollUpEntry[] {
  const placed = new Set(entries.map(({ handIn, sha256 }) => `${handIn.id} ${sha256}`))
  return units.flatMap(({ handIn, handIn: { checklist, present, id }, folder }) => {
    const report = attachedReport(checklist)
    if (!report || !present.has(report.sha256) || placed.has(`${id} ${report.sha256}`)) return []
    const path = `data/自评报告/${folder}${splitExtension(attachedReportPath(report))[1]}`
    const { sha256, size } = report
    for (const section of sectionsOf(catalogue, checklist)) {
      const item = section.items.find(({ id }) => answerOf(checklist, id).files.includes(report))
      if (item) return [{ section, item, file: report, path, sha256, size, handIn }]
    }
    return []
  })
}

/** Bytes of each volume beside files and their rows (`written` of `planVolumes`); `fixed`: those that do not deflate. */
export function rollUpWritten({ units }: RollUpPlan, catalogue: Catalogue, fixed: number): number {
  return units.reduce((sum, { handIn: { checklist, report }, path }) => {
    // Its tag files' headers, in a folder of a name as long as any, and their lines in two tag files.
    const around = 2 * headerBytes(`${'卷'.repeat(60)}/${path}`) + 1024
    const texts = writtenBytes(checklist) + sectionBytes(sectionsOf(catalogue, checklist))
    return sum + texts + (report?.size ?? 0) + around
  }, fixed)
}

/** The fields of a volume's bag-info.txt: RFC 8493 §2.2.2's own first, then ours. `day` is `2022-12-25`. */
export function rollUpInfo(
  catalogue: Catalogue,
  plan: RollUpPlan,
  { entries, index, count }: { entries: readonly BundleEntry[]; index: number; count: number },
  { office, fingerprint, day }: { office: string; fingerprint: string; day: string },
): [string, string][] {
  const group = `${catalogue.edition}-rollup-${fingerprint}`
  return [
    ['Source-Organization', office],
    ['External-Description', `${plan.name}，${countUnits(plan.units)} 个单位`],
    ['External-Identifier', group],
    ['Bagging-Date', day],
    ['Bag-Size', formatBagSize(entries.reduce((sum, entry) => sum + entry.size, 0))],
    ['Payload-Oxum', payloadOxum(entries)],
    ['Bag-Group-Identifier', group],
    ['Bag-Count', `${index} of ${count}`],
    ['Bag-Software-Agent', 'yinzheng'],
    ['Yinzheng-Format', '1'],
    ['Yinzheng-Fingerprint', fingerprint],
    [scopeLabel, plan.scope],
    ...plan.units.map(({ handIn, path }): [string, string] => [unitLabel, writeUnitField(handIn, path)]),
  ]
}

/** How many units these are: the parts of one have its name and came through the same office. */
export function countUnits(units: readonly RollUpUnit[]): number {
  return new Set(
    units.map(({ handIn: { checklist, office } }) => `${office}\n${nameKey(checklist.unit.name)}`),
  ).size
}

/** Every unit's checklist as a tag file. */
export function rollUpChecklists({ units }: RollUpPlan): { path: string; text: string }[] {
  return units.map(({ handIn, path }) => ({ path, text: writeChecklist(handIn.checklist) }))
}

function placeUnits(handIns: readonly HandIn[]): RollUpUnit[] {
  const folders = safeNames(
    handIns.map(({ checklist }) => checklist.unit.name),
    longestUnit,
  )
  const digits = String(handIns.length).length
  return handIns.map((handIn, i) => {
    const folder = folders[i] as string
    const place = `units/${String(i + 1).padStart(digits, '0')}_${folder}`
    const reportPath = handIn.report ? `${place}/${reportName}` : ''
    return { handIn, folder, path: `${place}/checklist.json`, reportPath }
  })
}

/** The sections of all units, each once, in the notice's order; what some of them no longer has stands last. */
function* sharedSections(catalogue: Catalogue, handIns: readonly HandIn[]): Steps<Section[]> {
  const found = new Map<string, Section>()
  for (const { checklist } of handIns) {
    for (const section of sectionsOf(catalogue, checklist)) {
      const known = found.get(section.id)?.items ?? []
      const added = section.items.filter(item => !known.some(({ id }) => id === item.id))
      const items = [...known, ...added].sort((a, b) => compareOrder(section, a, b))
      found.set(section.id, { ...section, items })
    }
    yield
  }
  const order = ['0', ...catalogue.indicators.map(({ id }) => id), 'gone']
  return order.flatMap(id => found.get(id) ?? [])
}

/** Only what is gone can differ between units; all else keeps the catalogue's order. */
function compareOrder({ id }: Section, a: Item, b: Item): number {
  return id === 'gone' ? compareIds(a.id, b.id) : 0
}

/** `07_质量发展政策/7-1_质量发展政策`; the common materials and what is gone have no row. */
function rowFolders(catalogue: Catalogue, section: Section): string[] {
  const group = groupFolder(catalogue, section, longestGroup)
  const { indicator } = section
  return indicator ? [group, safeName(`${indicator.id}_${indicator.name}`, longestRow)] : [group]
}

/** `2022年`; of one of several assessments of a year its whole name, so that the two can be told apart. */
function nameOfYear({ edition, label }: Catalogue): string {
  return seriesOf(edition) === '' ? `${edition}年` : label
}

/** Uses of files that are to be rolled up, counted apart from the plan; of one department only those of its rows. */
function countUses(
  { checklist, scope }: HandIn,
  wanted: string,
  rows: ReadonlyMap<string, Indicator>,
): number {
  const limits = [scope, wanted].filter(Boolean)
  const isWithin = (id: string, limit: string) => {
    const row = rows.get(id)
    return row !== undefined && concerns(row, [limit])
  }
  return Object.entries(checklist.answers)
    .filter(([id]) => limits.every(limit => isWithin(id, limit)))
    .reduce((sum, [, { files }]) => sum + files.length, 0)
}
