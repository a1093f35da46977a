/**
 * 目录.html: the list of everything in a bundle, for people. One self-contained page that opens with a double click from
 * the unpacked folder, links to every file, prints on A4, and runs no script. Files are numbered from first to last, so that
 * a missing sheet is noticed where an old browser prints no page numbers.
 *
 * Decision: The printed 目录 is the one in the bundle. The checklist page draws it in a shadow root with the same style
 * sheet. Each table's head carries its row's name, because browsers before Chromium 131 print no page numbers.
 */

import { type Answer, answerOf, type Checklist } from '../checklist/checklist'
import { isAnswered, isDone, type Section, unsortedSection } from '../checklist/progress'
import { titleSection } from '../checklist/section-name'
import type { Catalogue, Item } from '../edition/catalogue'
import { activeKindByName } from '../files/active-kind'
import { baseName } from '../text/filename'
import { formatSize } from '../text/format'
import { legible } from '../text/legible'
import { type Code, writeCover } from './cover'
import { entriesByItem } from './evidence'
import { escapeHtml, inventoryStyle, linkToFile } from './inventory-style'
import type { BundleEntry, BundlePlan, Volume } from './plan'

/** The facts that an inventory shows besides the plan. */
interface InventoryDetails {
  /** The volume that holds it, from 1; null for the printed one, which belongs to all volumes and has no links. */
  index: number | null
  /** 校验码 as people read it, and the same as a QR code. */
  fingerprint: string
  code: Code
  /** Its UTC fields hold Beijing time. */
  packed: Date
}

/** The whole page 目录.html; it lists the other volumes' files too. */
export function writeInventory(
  catalogue: Catalogue,
  checklist: Checklist,
  plan: BundlePlan,
  volumes: readonly Volume[],
  details: InventoryDetails,
): string {
  const title = `${checklist.unit.name} ${catalogue.bundleTitle}目录`
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${inventoryStyle}</style>
<body>
${writeInventoryBody(catalogue, checklist, plan, volumes, details)}</body>
</html>
`
}

/** The page's body: cover and lists. It is all there is of the printed inventory. */
export function writeInventoryBody(
  catalogue: Catalogue,
  checklist: Checklist,
  plan: BundlePlan,
  volumes: readonly Volume[],
  details: InventoryDetails,
): string {
  const byItem = entriesByItem(plan)
  const numbers = new Map(plan.entries.map((entry, i) => [entry, i + 1]))
  const volumeOf = new Map(
    volumes.flatMap(({ entries, index }) => entries.map(entry => [entry, index] as const)),
  )
  const places: Places = { numbers, volumeOf, index: details.index, count: volumes.length }
  const sections = plan.sections.map(section => writeSection(section, checklist, byItem, places)).join('')
  return `${writeCover(catalogue, checklist, plan, volumes, details)}
${details.index === null ? '' : '<p class="use">点文件名可以打开文件。请先把压缩包全部解压，再打开本目录。</p>\n'}${sections}`
}

/** Where each file is: its number in the whole list and its volume; with this inventory's own volume and the count of all. */
interface Places {
  numbers: ReadonlyMap<BundleEntry, number>
  volumeOf: ReadonlyMap<BundleEntry, number>
  index: number | null
  count: number
}

/** A table of up to so many rows is kept on one page: Chromium 86 would leave its head alone at the foot of the page before. */
const fewLines = 6

function writeSection(
  section: Section,
  checklist: Checklist,
  byItem: ReadonlyMap<string, BundleEntry[]>,
  places: Places,
): string {
  const items = section.items.filter(
    item => item.counted || byItem.has(item.id) || isAnswered(answerOf(checklist, item.id)),
  )
  const content = section.indicator ? escapeHtml(section.indicator.content) : ''
  const bodies = items.map(item =>
    rowsOf(item, answerOf(checklist, item.id), byItem.get(item.id) ?? [], places),
  )
  const title = `<h2>${escapeHtml(titleSection(section))}</h2>`
  if (bodies.length === 0)
    return `<section class="short">${title}${content && `<p>${content}</p>`}<p class="none">本指标未列印证材料清单。</p></section>\n`
  const rows = bodies.flat()
  // No sheet begins with a table's last row.
  for (const row of rows.slice(-3, -1)) row.stays = true
  // The heading stands in the table's head, so that every page of a long table repeats it. The head has one row, because
  // Chromium 86 breaks a page between two.
  const written = bodies.map(body => `<tbody>${body.map(writeRow).join('')}</tbody>`).join('')
  return `<section${rows.length <= fewLines ? ' class="short"' : ''}><table><thead><tr><th colspan="2">${title}</th><th class="size">大小</th><th class="hash">状态 / SHA-256 前16位</th></tr></thead>${content && `<tbody><tr class="content"><td colspan="4">${content}</td></tr></tbody>`}${written}</table></section>\n`
}

interface Row {
  kind: 'item' | 'file'
  cells: string
  /** On the page of the row below it. */
  stays: boolean
}

function writeRow({ kind, cells, stays }: Row): string {
  return `<tr class="${kind}${stays ? ' stays' : ''}">${cells}</tr>`
}

/** The rows of an item: its own, and one for each file. */
function rowsOf(item: Item, answer: Answer, entries: BundleEntry[], places: Places): Row[] {
  const remarks = [
    answer.notApplicable && isDone(answer) ? `不适用：${answer.reason}` : '',
    answer.remark ? `备注：${answer.remark}` : '',
  ]
  const notes = remarks.filter(Boolean).map(text => `<div class="remark">${escapeHtml(text)}</div>`)
  const state = unsortedSection.items.includes(item) ? '没有归到材料项' : stateOf(answer)
  const cells = `<td class="id">${item.id}</td><td colspan="2">${escapeHtml(item.text)}${notes.join('')}</td><td class="state">${state}</td>`
  const files = entries.map((entry): Row => {
    return { kind: 'file', cells: writeFile(entry, places), stays: false }
  })
  return [{ kind: 'item', cells, stays: files.length > 0 }, ...files]
}

/** A file's cells: its number, and a link where this volume holds it, else its name and volume. */
function writeFile(entry: BundleEntry, { numbers, volumeOf, index, count }: Places): string {
  const { path, file } = entry
  const name = baseName(path)
  const volume = volumeOf.get(entry)
  const link = linkToFile(path, name, activeKindByName(name) ?? file.active ?? null)
  const place = volume === index ? link : `${escapeHtml(name)}${count > 1 ? `（第 ${volume} 个压缩包）` : ''}`
  const original =
    name === legible(file.originalName)
      ? ''
      : `<div class="remark">原文件名：${escapeHtml(file.originalName)}</div>`
  // Only on paper: nothing is packed that lacks bytes.
  const size = file.absent ? '! 没有内容' : formatSize(file.size)
  const facts = `<td class="size">${size}</td><td class="hash">${file.sha256.slice(0, 16)}</td>`
  return `<td class="number">${numbers.get(entry)}</td><td>${place}${original}</td>${facts}`
}

function stateOf(answer: Answer): string {
  if (answer.files.some(({ absent }) => absent)) return '! 有文件没有内容'
  if (answer.notApplicable) return isDone(answer) ? '不适用' : '不适用（未写理由）'
  return answer.ready ? '✓ 已备齐' : answer.files.length > 0 ? '有附件，未勾选' : '未提供'
}
