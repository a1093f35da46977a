/**
 * Plans a bundle: the path of each file in the bag. In come the catalogue and a checklist, out goes a plan with one entry
 * for each use of a file (files in = files out), under paths that every system can hold.
 */
import { type BagFile, bundleFormat, payloadOxum } from '../bag/bag'
import { type AttachedFile, answerOf, type Checklist, usedFiles } from '../checklist/checklist'
import { type Section, sectionsOf, unsortedSection } from '../checklist/progress'
import type { Catalogue, Item } from '../edition/catalogue'
import { runToEnd, type Steps, stepSize } from '../files/steps'
import { attachedReport } from '../report/report'
import { createNamer, safeName, splitExtension } from '../text/filename'

/** One use of one file, at its place in the bag. */
export interface BundleEntry extends BagFile {
  section: Section
  item: Item
  file: AttachedFile
  size: number
}

export interface BundlePlan {
  /** Name of the ZIP without `.zip`, and of the one folder inside. */
  name: string
  sections: Section[]
  entries: BundleEntry[]
}

/** Longest path inside the bag, in characters. Of Windows' 260 this leaves 140 for the folder a person unpacks into. */
export const longestPath = 120

/** The report's name in a bag, beside checklist.json. */
export const reportName = '自评报告.docx'

/** Longest name of a bundle, in characters: leaves 9 of 40 for `-第12卷共12卷`. A long unit name is cut, the title never. */
const longestName = 31

/** Longest name of a team in a bundle's name, in characters. */
export const longestTeam = 14

/** Below `data/`: what nobody has put with an item. */
const unsortedFolder = '98_待归类'

// Longest names of folders, in characters: with `data/` and the separators they leave 58 for the file's own name.
const longestGroup = 23
const longestItem = 32

/**
 * The plan of a checklist's bundle; files of 待归类 lie in a folder of their own, behind all others. Whoever wants them left
 * out plans the checklist `withoutUnsorted`.
 * @throws when a file would be left out, which is a bug and never the person's mistake.
 */
export function planBundle(catalogue: Catalogue, checklist: Checklist): BundlePlan {
  return runToEnd(planInSteps(catalogue, checklist))
}

/** The same in steps, for a checklist that anybody may have written. */
export function* planInSteps(catalogue: Catalogue, checklist: Checklist): Steps<BundlePlan> {
  const asked = sectionsOf(catalogue, checklist)
  const sections = checklist.unsorted.length > 0 ? [...asked, unsortedSection] : asked
  const entries: BundleEntry[] = []
  for (const section of sections) {
    const isUnsorted = section === unsortedSection
    const group = isUnsorted ? unsortedFolder : groupFolder(catalogue, section, longestGroup)
    for (const item of section.items) {
      const files = isUnsorted ? checklist.unsorted : answerOf(checklist, item.id).files
      const folder = isUnsorted ? group : `${group}/${itemFolder(item, longestItem)}`
      for (const entry of yield* placeInSteps(section, item, files, `data/${folder}`)) entries.push(entry)
    }
  }
  const uses = usedFiles(checklist).length
  if (entries.length !== uses) {
    throw new Error(`Cannot plan bundle: checklist has ${uses} files, plan has ${entries.length}`)
  }
  const report = attachedReport(checklist)
  const reportEntry = entries.find(({ sha256 }) => sha256 === report?.sha256)
  if (reportEntry) reportEntry.path = attachedReportPath(reportEntry.file)
  // A team's part must never be taken for its unit's bundle.
  const title = checklist.part ? safeName(checklist.part.team, longestTeam) : catalogue.bundleTitle
  const kind = checklist.completes ? '补充' : ''
  return { name: bundleName(checklist.unit.name, `-${title}${kind}`), sections, entries }
}

/**
 * `data/自评报告.pdf`: on top of all folders.
 *
 * Decision: The unit's own report is payload. A scan with a seal may have 30 MB: beside 目录.html every volume would hold it; here
 * one does, and manifest and 校验码 answer for it.
 */
export function attachedReportPath(file: AttachedFile): string {
  const [, extension] = splitExtension(nameInBundle(file))
  return `data/自评报告${extension.toLowerCase()}`
}

/** The bundle's name: a unit's name that is too long loses the brackets at its end first, then characters. */
function bundleName(unit: string, ending: string): string {
  const whole = safeName(unit, longestName, ending)
  if (whole === safeName(unit) + ending) return whole
  return safeName(unit.replace(/[（(][^（()）]*[)）]\s*$/, '') || unit, longestName, ending)
}

/** One ZIP of a bundle: its entries, its number (from 1) and the number of all volumes. */
export interface Volume {
  entries: BundleEntry[]
  index: number
  count: number
}

/** The fields of a volume's bag-info.txt: those of RFC 8493 §2.2.2 first, then ours. `day` is like `2022-12-25`. */
export function bagInfoOf(
  catalogue: Catalogue,
  checklist: Checklist,
  { entries, index, count }: Volume,
  fingerprint: string,
  day: string,
): [string, string][] {
  const { unit, part } = checklist
  const bytes = entries.reduce((sum, entry) => sum + entry.size, 0)
  return [
    ['Source-Organization', unit.name],
    ['Contact-Name', unit.contact],
    ['Contact-Phone', unit.phone],
    ['External-Description', [unit.name, part?.team, catalogue.bundleTitle].filter(Boolean).join(' ')],
    ['External-Identifier', `${catalogue.edition}-${checklist.id}`],
    ['Bagging-Date', day],
    ['Bag-Size', formatBagSize(bytes)],
    ['Payload-Oxum', payloadOxum(entries)],
    ['Bag-Group-Identifier', `${catalogue.edition}-${checklist.id}`],
    ['Bag-Count', `${index} of ${count}`],
    ['Bag-Software-Agent', 'yinzheng'],
    ['Yinzheng-Format', `${bundleFormat}`],
    ...(part ? [['Yinzheng-Part', part.team] satisfies [string, string]] : []),
    ['Yinzheng-Fingerprint', fingerprint],
  ]
}

/** The entries of an item's files in `folder`, under safe names of which no two are equal. */
export function* placeInSteps(
  section: Section,
  item: Item,
  files: readonly AttachedFile[],
  folder: string,
): Steps<BundleEntry[]> {
  const nameNext = createNamer(longestPath - folder.length - 1)
  const entries: BundleEntry[] = []
  for (const file of files) {
    const { sha256, size } = file
    entries.push({ section, item, file, path: `${folder}/${nameNext(nameInBundle(file))}`, sha256, size })
    if (entries.length % stepSize === 0) yield
  }
  return entries
}

/**
 * `07_政策制定`, at most so long: all rows whose ids begin alike share a folder, named by the first one's outermost level; in
 * a table without levels by what the first row asks.
 */
export function groupFolder(catalogue: Catalogue, section: Section, length: number): string {
  if (section.id === '0') return safeName(`00_${catalogue.materials.folder}`, length)
  if (!section.indicator) return '99_已取消的材料项'
  const [place = ''] = section.indicator.id.split('-')
  const first = catalogue.indicators.find(({ id }) => id.startsWith(`${place}-`)) ?? section.indicator
  const places = catalogue.indicators.map(({ id }) => id.split('-')[0] ?? '')
  const isOnly = places.every(other => other === place)
  const digits = Math.max(2, ...places.map(other => other.length))
  const name = first.levels[0] ?? (isOnly ? '考核要点' : first.name)
  return safeName(`${place.padStart(digits, '0')}_${name}`, length)
}

/** `7-1-1_成立质量强市（区、县）工作领导机构`, at most `length` characters. */
export function itemFolder(item: Item, length: number): string {
  return safeName(`${item.id}_${item.label.replace(/\(/g, '（').replace(/\)/g, '）')}`, length)
}

/** The display name, with the original's extension put back where a person's renaming lost it. */
function nameInBundle(file: AttachedFile): string {
  const extension = /\.[0-9a-z]{1,8}$/i.exec(file.originalName)?.[0] ?? ''
  return file.name.toLowerCase().endsWith(extension.toLowerCase()) ? file.name : file.name + extension
}

/** The Bag-Size of RFC 8493 §2.2.2, at least `0.1 MB`. 1 MB is 1024 × 1024 bytes. */
export function formatBagSize(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  return megabytes < 1024
    ? `${Math.max(0.1, megabytes).toFixed(1)} MB`
    : `${(megabytes / 1024).toFixed(1)} GB`
}
