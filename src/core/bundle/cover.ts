/** The cover of an inventory: the unit, what it hands in, the 校验码 that ties paper to files, boxes for seal and signatures. */

import { type Checklist, nameContact } from '../checklist/checklist'
import { progressOf } from '../checklist/progress'
import type { Catalogue } from '../edition/catalogue'
import { attachedReport, countWritten } from '../report/report'
import { formatDay, formatSize } from '../text/format'
import { escapeHtml, linkTo, sayFingerprintUse } from './inventory-style'
import { attachedReportPath, type BundlePlan, reportName, type Volume } from './plan'

/** A QR code as an SVG path over `size` × `size` modules, its quiet zone included. */
export interface Code {
  size: number
  path: string
}

interface CoverDetails {
  index: number | null
  fingerprint: string
  code: Code
  /** Its UTC fields hold Beijing time. */
  packed: Date
}

export function writeCover(
  catalogue: Catalogue,
  checklist: Checklist,
  plan: BundlePlan,
  volumes: readonly Volume[],
  { index, fingerprint, code, packed }: CoverDetails,
): string {
  const { unit, part } = checklist
  const items = plan.sections.flatMap(section => section.items)
  const progress = progressOf(items, checklist)
  const bytes = plan.entries.reduce((sum, { size }) => sum + size, 0)
  const departments = catalogue.departments.filter(department => unit.departments.includes(department.id))
  const attached = attachedReport(checklist)
  const [written, total] = countWritten(catalogue, checklist)
  const time = packed.toISOString()
  const facts: [name: string, html: string][] = [
    ['单位', escapeHtml(unit.name)],
    ['股室', part ? `${escapeHtml(part.team)}（交本单位联络员合并，不单独报送）` : ''],
    [
      `对应${catalogue.heads.department}`,
      escapeHtml(departments.map(department => department.name).join('、')),
    ],
    ['联络员', escapeHtml(nameContact(unit))],
    ['材料项', `${progress.total} 项，已完成 ${progress.done} 项`],
    [
      '文件',
      sayFiles(plan.entries.length, bytes) +
        (progress.absent > 0 ? `；! 其中 ${progress.absent} 个没有内容` : ''),
    ],
    [
      '自评报告',
      attached
        ? `另附：${escapeHtml(attachedReportPath(attached))}`
        : `${index === null ? reportName : linkTo(reportName, reportName)}，已写 ${written}/${total} 段`,
    ],
    ['压缩包', volumes.length > 1 ? sayVolumes(volumes, index) : '1 个'],
    [
      index === null ? '打印时间' : '打包时间',
      `${whole(`${formatDay(time)} ${time.slice(11, 16)}`)}（北京时间）`,
    ],
  ]
  const rows = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`)
  // More volumes than these take more lines than a cover with a seal has.
  const isLong = volumes.length > 4
  return `<div class="cover${isLong ? ' long' : ''}"><h1><span>${escapeHtml(unit.name)}</span>${escapeHtml(catalogue.bundleTitle)}目录</h1>
<table class="facts">${rows.join('')}<tr><th scope="row">校验码</th><td><div class="code"><div><b>${fingerprint}</b><small>与电子材料中的 目录.html 一致。${sayFingerprintUse}</small></div>${drawCode(code)}</div></td></tr></table>
<table class="sign"><tr><th scope="row">填报人（签字）</th><td></td><th scope="row">负责人（签字）</th><td></td></tr><tr><th scope="row">单位（盖章）</th><td></td><th scope="row">日期</th><td></td></tr></table></div>`
}

function sayFiles(files: number, bytes: number): string {
  if (files === 0) return '没有'
  return `${whole(`${files} 个`)}，${whole(formatSize(bytes))}；目录中编号 ${whole(`1${files > 1 ? `—${files}` : ''}`)}`
}

function sayVolumes(volumes: readonly Volume[], index: number | null): string {
  const each = volumes.map(volume => {
    const bytes = volume.entries.reduce((sum, { size }) => sum + size, 0)
    return `<span>第 ${volume.index} 个：${volume.entries.length} 个文件 ${formatSize(bytes)}</span>`
  })
  const here = index === null ? '' : `，这是第 ${index} 个；其他压缩包的文件只列名称`
  return `共 ${volumes.length} 个${here}<div class="volumes">${each.join(' ')}</div>`
}

/** Figures and their unit, or a date: what no line may part. */
function whole(text: string): string {
  return `<span class="whole">${text}</span>`
}

function drawCode({ size, path }: Code): string {
  return `<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="校验码的二维码" shape-rendering="crispEdges"><path d="${path}"></path></svg>`
}
