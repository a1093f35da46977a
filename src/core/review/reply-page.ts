/**
 * 审核意见 as a page: opens with a double click, reads and prints as an official list, runs no script, and carries its data, which
 * the checklist page takes in (`core/checklist/reply-file`).
 */
import { escapeHtml } from '../bundle/inventory-style'
import type { Section } from '../checklist/progress'
import { replyMark, sealReply, writeReplyData } from '../checklist/reply-file'
import type { Reply } from '../checklist/returned'
import { titleSection } from '../checklist/section-name'
import type { Item } from '../edition/catalogue'
import { safeName } from '../text/filename'
import { formatBeijing, formatDay } from '../text/format'

interface ReplyFacts {
  /** 2022年质量工作考核资料 */
  title: string
  sections: readonly Section[]
  /** Names of the files that the office had, by SHA-256. */
  names: ReadonlyMap<string, string>
  /** Items that have a verdict which stands, and all that are to be judged. */
  judged: readonly [done: number, total: number]
  /** The address of the checklist page; empty where the office's page was opened from a disk. */
  address: string
}

/** `青禾县水利局-审核意见.html` */
export function replyFileName({ unit }: Pick<Reply, 'unit'>): string {
  return `${safeName(unit, 40, '-审核意见')}.html`
}

export function writeReplyPage(reply: Reply, facts: ReplyFacts): string {
  const { unit, office, at, closing } = reply
  const title = `${unit}${facts.title}审核意见`
  return sealReply(`<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
${replyMark}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
<body>
<h1>${escapeHtml(facts.title)}<br>审核意见</h1>
<p class="to">${escapeHtml(unit)}：</p>
<p>${escapeHtml(sayTally(reply, facts))}</p>
${writeList(reply, facts, 'returned', '退回补充')}${writeList(reply, facts, 'doubtful', '存疑，请核实说明')}${
  closing === '' ? '' : `<h2>总体意见</h2>\n<p>${escapeHtml(closing)}</p>\n`
}<h2>怎么补</h2>
<p>${escapeHtml(sayHow(facts.address))}</p>
<p class="from">${escapeHtml(office)}<br>${formatDay(formatBeijing(at))}</p>
${fingerprintLine(reply)}${writeReplyData(reply)}
</body>
</html>
`)
}

/** 认可 41 项，退回补充 3 项，存疑 1 项，请在 2022年12月28日前补齐。 Where not all was looked at, how much was. */
function sayTally({ accepted, notes, until }: Reply, { judged: [done, total] }: ReplyFacts): string {
  const count = (which: string) => Object.values(notes).filter(({ verdict }) => verdict === which).length
  const [returned, doubtful] = [count('returned'), count('doubtful')]
  const parts = [
    `认可 ${accepted} 项`,
    returned > 0 && `退回补充 ${returned} 项`,
    doubtful > 0 && `存疑 ${doubtful} 项`,
  ]
  const ask = returned + doubtful > 0 && until !== '' ? `，请在${formatDay(until)}前补齐` : ''
  const tally = `${parts.filter(Boolean).join('，')}${ask}。`
  return done < total
    ? `贵单位报送的材料共 ${total} 项，目前已审阅 ${done} 项：${tally}其余 ${total - done} 项还没有审阅。`
    : `贵单位报送的材料已审阅：${tally}`
}

function writeList(reply: Reply, facts: ReplyFacts, verdict: string, heading: string): string {
  const rows = facts.sections.flatMap(section =>
    section.items
      .filter(({ id }) => reply.notes[id]?.verdict === verdict)
      .map(item => writeRow(reply, facts, section, item)),
  )
  if (rows.length === 0) return ''
  return `<h2>${heading}（${rows.length} 项）</h2>
<table><thead><tr><th class="id">编号</th><th>材料项</th><th>审核意见</th><th>看过的文件</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
`
}

function writeRow(reply: Reply, { names }: ReplyFacts, section: Section, item: Item): string {
  const { note = '', files = [] } = reply.notes[item.id] ?? {}
  const named = files.map(sha256 => escapeHtml(names.get(sha256) ?? sha256.slice(0, 16)))
  const seen = named.length > 0 ? named.join('<br>') : '没有附文件'
  return `<tr><td class="id">${item.id}</td><td>${escapeHtml(item.text)}<small>${escapeHtml(titleSection(section))}</small></td><td><strong>${escapeHtml(note || '请补充')}</strong></td><td>${seen}</td></tr>`
}

function sayHow(address: string): string {
  const where = address === '' ? '打开填报网页' : `打开填报网页（${address}）`
  return `${where}，把本文件拖进网页，或者点“导入材料包”选本文件，退回的各项就列出来了。补好一项，勾一项“已补好”，最后在“核对报送”里下载补充包（只有退回的几项），或者整套重新报送。本文件请不要改动、不要用 Word 或 WPS 另存。`
}

function fingerprintLine({ fingerprints }: Reply): string {
  return fingerprints.length > 0 ? `<p class="code">所审材料包的校验码：${fingerprints.join('、')}</p>\n` : ''
}

const style = `body{max-width:60em;margin:2em auto;padding:0 1em;font:16px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1b2430}
h1{font-size:1.6em;line-height:1.4;text-align:center;margin:0 0 1em}h2{font-size:1.1em;margin:1.4em 0 .4em;break-after:avoid;page-break-after:avoid}p{margin:.4em 0;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse}th,td{border:1px solid #8a94a3;padding:.35em .6em;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#f3f6fa}thead{display:table-header-group}tr{break-inside:avoid;page-break-inside:avoid}
.id{width:4.5em;white-space:nowrap}td:nth-child(2){width:36%}td:nth-child(3){width:28%}small{display:block;color:#4a5768}.from{margin-top:2em;text-align:right}.code{color:#4a5768;font-size:.9em}
@page{size:A4;margin:20mm 15mm}
@media print{body{margin:0;max-width:none;padding:0;font:11pt/1.6 SimSun,宋体,"Noto Serif CJK SC",serif;color:#000}h1,h2,th,strong{font-family:SimHei,黑体,"Noto Sans CJK SC",sans-serif}h1{font-size:20pt}small,.code{color:#333}}`
