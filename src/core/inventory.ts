/**
 * 目录.html: the list of everything in a bundle, for people. One self-contained page that opens with a double click from
 * the unpacked folder, links to every file, prints on A4, and runs no script.
 */
import type { BundleEntry, BundlePlan, Volume } from './bundle'
import type { Catalogue, Item } from './catalogue'
import { type Answer, answerOf, type Checklist } from './checklist'
import { formatSize } from './format'
import { isAnswered, isDone, progressOf, type Section } from './progress'

/** The whole page of volume `index` (from 1), which lists the others too. `packed` has the local time in its UTC fields. */
export function writeInventory(
  catalogue: Catalogue,
  checklist: Checklist,
  plan: BundlePlan,
  volumes: readonly Volume[],
  { index, fingerprint, packed }: { index: number; fingerprint: string; packed: Date },
): string {
  const { unit } = checklist
  const items = plan.sections.flatMap(section => section.items)
  const progress = progressOf(items, checklist)
  const departments = catalogue.departments.filter(department => unit.departments.includes(department.id))
  const facts: [string, string][] = [
    ['单位', unit.name],
    ['对应评价部门', departments.map(department => department.name).join('、')],
    ['联络员', [unit.contact, unit.phone].filter(Boolean).join(' ')],
    ['材料项', `${progress.total} 项，已完成 ${progress.done} 项`],
    ['文件', `${progress.files} 个，${formatSize(progress.bytes)}`],
    ['分卷', volumes.length > 1 ? `共 ${volumes.length} 卷，这是第 ${index} 卷；其他卷的文件只列名称` : ''],
    ['打包时间', `${packed.toISOString().slice(0, 16).replace('T', ' ')}（北京时间）`],
    ['校验码', fingerprint],
  ]
  const title = `${unit.name} ${catalogue.bundleTitle}目录`
  const byItem = new Map<string, BundleEntry[]>()
  for (const entry of plan.entries) byItem.set(entry.item.id, [...(byItem.get(entry.item.id) ?? []), entry])
  const elsewhere = new Map(
    volumes
      .filter(volume => volume.index !== index)
      .flatMap(volume => volume.entries.map(entry => [entry, volume.index] as const)),
  )
  const sections = plan.sections.map(section => writeSection(section, checklist, byItem, elsewhere)).join('')
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
<body>
<h1>${escapeHtml(title)}</h1>
<table class="facts">${facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escapeHtml(value)}</td></tr>`)
    .join('')}</table>
<p class="use">点文件名可以打开文件。请先把压缩包全部解压，再打开本目录。</p>
${sections}<footer>校验码 ${fingerprint}。包内任何一个文件改动一个字节，重新计算的校验码都会不同。</footer>
</body>
</html>
`
}

/** `elsewhere` says which volume a file lies in that is not in this one. */
type Elsewhere = ReadonlyMap<BundleEntry, number>

function writeSection(
  section: Section,
  checklist: Checklist,
  byItem: ReadonlyMap<string, BundleEntry[]>,
  elsewhere: Elsewhere,
): string {
  const heading = section.indicator
    ? `${section.id} ${section.indicator.name}`
    : section.id === '0'
      ? '共性资料'
      : '考核要点中已取消的材料项'
  const items = section.items.filter(item => item.counted || isAnswered(answerOf(checklist, item.id)))
  const content = section.indicator ? `<p>${escapeHtml(section.indicator.content)}</p>` : ''
  const rows = items
    .map(item => writeItem(item, answerOf(checklist, item.id), byItem.get(item.id) ?? [], elsewhere))
    .join('')
  const table = rows
    ? `<table><thead><tr><th class="id">编号</th><th>材料项与文件</th><th class="size">大小</th><th class="hash">SHA-256 前16位</th></tr></thead>${rows}</table>`
    : '<p class="none">本指标未列印证材料清单。</p>'
  return `<section><h2>${escapeHtml(heading)}</h2>${content}${table}</section>\n`
}

function writeItem(item: Item, answer: Answer, entries: BundleEntry[], elsewhere: Elsewhere): string {
  const remarks = [
    answer.notApplicable ? `不适用：${answer.reason}` : '',
    answer.remark ? `备注：${answer.remark}` : '',
  ]
  const notes = remarks.filter(Boolean).map(text => `<div class="remark">${escapeHtml(text)}</div>`)
  const files = entries.map(entry => writeFile(entry, elsewhere.get(entry)))
  return `<tbody><tr class="item"><td class="id">${item.id}</td><td colspan="2">${escapeHtml(item.text)}${notes.join('')}</td><td class="state">${stateOf(answer)}</td></tr>${files.join('')}</tbody>`
}

/** A file's row: a link where it lies in this volume, else which volume it lies in. */
function writeFile(entry: BundleEntry, volume: number | undefined): string {
  const { path, file } = entry
  const name = path.slice(path.lastIndexOf('/') + 1)
  const link = `<a href="${path.split('/').map(encodeURIComponent).join('/')}">${escapeHtml(name)}</a>`
  const place = volume === undefined ? link : `${escapeHtml(name)}（第 ${volume} 卷）`
  const original =
    name === file.originalName ? '' : `<div class="remark">原文件名：${escapeHtml(file.originalName)}</div>`
  const facts = `<td class="size">${formatSize(file.size)}</td><td class="hash">${file.sha256.slice(0, 16)}</td>`
  return `<tr class="file"><td></td><td>${place}${original}</td>${facts}</tr>`
}

function stateOf(answer: Answer): string {
  if (answer.notApplicable) return isDone(answer) ? '不适用' : '不适用（未写理由）'
  return answer.ready ? '✓ 已备齐' : answer.files.length > 0 ? '有附件，未勾选' : '未提供'
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`).replace(/\n/g, '<br>')
}

const style = `body{max-width:60em;margin:2em auto;padding:0 1em;font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1b2430}
h1{font-size:1.5em;text-align:center}h2{font-size:1.1em;margin:1.6em 0 .3em}p{margin:.3em 0}
table{width:100%;border-collapse:collapse}th,td{border:1px solid #8a94a3;padding:.3em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f3f6fa;font-weight:600}thead{display:table-header-group}tr{break-inside:avoid;page-break-inside:avoid}
.facts th{width:8em}.id{width:4.5em;white-space:nowrap}.size{width:5.5em;white-space:nowrap;text-align:right}.hash{width:11em;font:13px/1.8 Consolas,monospace}.state{white-space:nowrap}
.item td{background:#fafbfd}.remark{color:#4a5768;font-size:.9em}.use,.none,footer{color:#4a5768}h2{break-after:avoid;page-break-after:avoid}
@page{size:A4;margin:20mm 15mm}@media print{body{margin:0;max-width:none;font-size:11pt}.use{display:none}a{color:inherit;text-decoration:none}}`
