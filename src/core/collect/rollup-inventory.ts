/**
 * 目录.html of a roll-up: the units and what is there of each, then every file by 评价部门, indicator, unit and item, those
 * named in a checklist included that are not there. One self-contained page as a bundle's own.
 */

import { escapeHtml, inventoryStyle, linkTo, linkToFile, sayFingerprint } from '../bundle/inventory-style'
import type { BundleEntry, Volume } from '../bundle/plan'
import type { Section } from '../checklist/progress'
import type { Catalogue } from '../edition/catalogue'
import { activeKindByName } from '../files/active-kind'
import type { Steps } from '../files/steps'
import { activeKindIn } from '../intake/hand-in'
import { attachedReport } from '../report/report'
import { baseName } from '../text/filename'
import { formatSize } from '../text/format'
import { type AbsentUse, countUnits, type RollUpEntry, type RollUpPlan } from './rollup'

/** Facts beside the plan that the packer hands in; `packed` has the local time in its UTC fields. */
export interface RollUpPaper {
  /** The volume it lies in, from 1. */
  index: number
  fingerprint: string
  packed: Date
  office: string
}

/** The whole page; it lists the other volumes' files too. */
export function* writeRollUpInventory(
  catalogue: Catalogue,
  plan: RollUpPlan,
  volumes: readonly Volume[],
  paper: RollUpPaper,
): Steps<string> {
  const title = escapeHtml(`${plan.name}目录`)
  const placed = volumes.flatMap(({ entries, index }) => entries.map(entry => [entry, index] as const))
  const places = { volumeOf: new Map<BundleEntry, number>(placed), index: paper.index }
  const bySection = groupBy(plan.entries, ({ section }) => section.id)
  const lost = groupBy(plan.absent, ({ section }) => section.id)
  yield
  const parts: string[] = []
  const jumps: string[] = []
  for (const { name, sections } of partsOf(catalogue, plan.sections)) {
    const written: string[] = []
    const links: string[] = []
    for (const section of sections) {
      const [entries, absent] = [bySection.get(section.id) ?? [], lost.get(section.id) ?? []]
      written.push(yield* writeSection(entries, absent, places))
      if (entries.length + absent.length > 0) links.push(writeJump(section, entries.length))
    }
    if (links.length === 0) continue
    parts.push(`<h2>${escapeHtml(name)}</h2>\n${written.join('')}`)
    jumps.push(`<tr><th scope="row">${escapeHtml(name)}</th><td>${links.join('　')}</td></tr>`)
  }
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${inventoryStyle}${printStyle}</style>
<body>
<h1>${title}</h1>
${writeFacts(plan, volumes.length, paper)}
<p class="use">点文件名可以打开文件。请先把压缩包全部解压，再打开本目录。</p>
${writeUnits(plan, places)}<h2>按指标查找</h2>
<table class="facts jumps">${jumps.join('')}</table>
<input type="checkbox" id="whole"> <label class="use" for="whole">打印时包括下面的全部文件清单（${plan.entries.length + plan.absent.length} 个文件）；不勾选，只打印到这里。</label>
<div class="files">${parts.join('')}</div><footer>${sayFingerprint(paper.fingerprint)}</footer>
</body>
</html>
`
}

/** On paper the list of all files has dozens of sheets: it is printed where that is asked for. */
const printStyle = `
.jumps a{white-space:nowrap}#whole{width:1.2em;height:1.2em;margin:1em 0 0;vertical-align:-.2em}
@media print{#whole,#whole:not(:checked)~.files{display:none}}`

/** A link to the list of a section's files, with their number. */
function writeJump({ id, indicator }: Section, files: number): string {
  const name = indicator ? `${id} ${indicator.name}` : '全部'
  return `<a href="#s${id}">${escapeHtml(name)}</a>（${files}）`
}

function writeFacts(plan: RollUpPlan, count: number, paper: RollUpPaper): string {
  const { entries, absent } = plan
  const bytes = entries.reduce((sum, { size }) => sum + size, 0)
  const facts: [string, string][] = [
    ['归集单位', paper.office],
    ['报送单位', sayUnits(plan)],
    ['文件', `${entries.length} 个，${formatSize(bytes)}`],
    ['缺少的文件', absent.length > 0 ? `${absent.length} 个，下面注明“没有收到，或与打包时不一致”` : ''],
    ['分卷', count > 1 ? `共 ${count} 卷，这是第 ${paper.index} 卷；其他卷的文件只列名称` : ''],
    ['归集时间', `${paper.packed.toISOString().slice(0, 16).replace('T', ' ')}（北京时间）`],
    ['校验码', paper.fingerprint],
  ]
  const rows = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escapeHtml(value)}</td></tr>`)
  return `<table class="facts">${rows.join('')}</table>`
}

/** A unit whose sections handed in apart has a checklist of each. */
function sayUnits({ units }: RollUpPlan): string {
  const names = countUnits(units)
  return units.length > names ? `${names} 个（清单 ${units.length} 份）` : `${names} 个`
}

function writeUnits({ units, entries, absent }: RollUpPlan, places: Places): string {
  const files = groupBy(entries, ({ handIn }) => handIn.id)
  const lost = groupBy(absent, ({ handIn }) => handIn.id)
  const rows = units.map(({ handIn, reportPath }, i) => {
    const name = escapeHtml(handIn.checklist.unit.name)
    const code = handIn.fingerprint || handIn.declaredFingerprint
    const attached = attachedReport(handIn.checklist)
    const own = files.get(handIn.id)?.find(({ sha256 }) => sha256 === attached?.sha256)
    const report = own ? writeOwnReport(own, places) : reportPath === '' ? '没有' : linkTo(reportPath, '打开')
    const missing = lost.get(handIn.id)?.length ?? 0
    const count = `${files.get(handIn.id)?.length ?? 0} 个${missing > 0 ? `，缺 ${missing} 个` : ''}`
    return `<tr><td class="id">${i + 1}</td><td>${name}</td><td>${count}</td><td>${report}</td><td>${handIn.packed}</td><td class="hash">${escapeHtml(code)}</td></tr>`
  })
  return `<h2>报送单位</h2>\n<table><thead><tr><th class="id">序号</th><th>单位</th><th>文件</th><th>自评报告</th><th>打包日期</th><th class="hash">校验码</th></tr></thead><tbody>${rows.join('')}</tbody></table>\n`
}

/** 报告另附: the unit's own file, in this volume or another. */
function writeOwnReport(entry: RollUpEntry, { volumeOf, index }: Places): string {
  const volume = volumeOf.get(entry)
  const kind = activeKindByName(baseName(entry.path)) ?? activeKindIn(entry.handIn, entry.file)
  return volume === index ? linkToFile(entry.path, '打开', kind) : `另附（第 ${volume} 卷）`
}

/** Sections under who evaluates them; the common materials first, what is gone last. */
function partsOf(
  { departments, materials }: Catalogue,
  sections: readonly Section[],
): { name: string; sections: Section[] }[] {
  const those = (fits: (section: Section) => boolean) => sections.filter(fits)
  return [
    { name: materials.folder, sections: those(({ id }) => id === '0') },
    {
      name: departments.length === 0 ? '考核指标' : '各单位都要做的指标',
      sections: those(({ indicator }) => indicator?.departments.length === 0),
    },
    ...departments.map(({ id, name }) => ({
      name,
      sections: those(({ indicator }) => indicator?.departments[0]?.id === id),
    })),
    { name: '考核要点中已取消的材料项', sections: those(({ id }) => id === 'gone') },
  ]
}

/** Which volume a file lies in, and which this page lies in. */
interface Places {
  volumeOf: ReadonlyMap<BundleEntry, number>
  index: number
}

function* writeSection(
  entries: readonly RollUpEntry[],
  absent: readonly AbsentUse[],
  places: Places,
): Steps<string> {
  const [first] = [...entries, ...absent]
  if (!first) return ''
  const { id, indicator } = first.section
  const heading = indicator ? `<h3>${id} ${escapeHtml(indicator.name)}</h3>` : ''
  const items = groupBy<RollUpEntry | AbsentUse>(
    [...entries, ...absent],
    ({ handIn, item }) => `${item.id}\n${handIn.id}`,
  )
  const bodies: string[] = []
  for (const uses of items.values()) {
    const { item, handIn } = uses[0] as AbsentUse
    const what = `<b>${escapeHtml(handIn.checklist.unit.name)}</b>　${escapeHtml(item.text)}`
    const rows = uses.map(use => ('path' in use ? writeFile(use, places) : writeAbsent(use)))
    bodies.push(
      `<tbody><tr class="item"><td class="id">${item.id}</td><td colspan="3">${what}</td></tr>${rows.join('')}</tbody>`,
    )
    yield
  }
  return `<section id="s${id}">${heading}<table><thead><tr><th class="id">编号</th><th>单位、材料项与文件</th><th class="size">大小</th><th class="hash">SHA-256 前16位</th></tr></thead>${bodies.join('')}</table></section>\n`
}

/** A file's row: a link where it lies in this volume, else which volume it lies in. */
function writeFile(entry: RollUpEntry, { volumeOf, index }: Places): string {
  const { path, file } = entry
  const name = baseName(path)
  const volume = volumeOf.get(entry)
  const kind = activeKindByName(name) ?? activeKindIn(entry.handIn, file)
  const link = linkToFile(path, name, kind)
  const place = volume === index ? link : `${escapeHtml(name)}（第 ${volume} 卷）`
  return `<tr class="file"><td></td><td>${place}</td><td class="size">${formatSize(file.size)}</td><td class="hash">${file.sha256.slice(0, 16)}</td></tr>`
}

function writeAbsent({ file }: AbsentUse): string {
  return `<tr class="file"><td></td><td>${escapeHtml(file.name)}</td><td class="size">${formatSize(file.size)}</td><td>没有收到，或与打包时不一致</td></tr>`
}

function groupBy<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const group = groups.get(keyOf(entry))
    if (group) group.push(entry)
    else groups.set(keyOf(entry), [entry])
  }
  return groups
}
