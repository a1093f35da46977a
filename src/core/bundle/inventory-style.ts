/** The style of all inventories, on screen and on A4, in a bundle and in the page that prints them. */
import type { ActiveKind } from '../files/active-kind'
import { legible } from '../text/legible'

/** The text as it stands in a page, legible as everywhere. */
export function escapeHtml(text: string): string {
  return legible(text)
    .replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
    .replace(/\n/g, '<br>')
}

/** The address of a file by its path in the bag, from the bag's own folder: ASCII, nothing left to guess. */
export function addressOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

/** A link to a file by its path in the bag. */
export function linkTo(path: string, name: string): string {
  return `<a href="${addressOf(path)}">${escapeHtml(name)}</a>`
}

/** A file's name, as a link unless it runs when it is opened: then with a word why there is none. */
export function linkToFile(path: string, name: string, kind: ActiveKind | null): string {
  return kind ? `${escapeHtml(name)}<div class="remark">${whyNoLink[kind]}</div>` : linkTo(path, name)
}

const whyNoLink: Record<ActiveKind, string> = {
  'web-page':
    '网页文件，没有设链接：从硬盘上打开，里面的程序能读取浏览器保存的资料。要看内容，请用记事本打开。',
  program: '程序文件，没有设链接，请不要运行。',
  macro: '含宏的文件，没有设链接。要看内容，打开时请不要启用宏。',
}

/** Explains the 校验码: it covers the payload (RFC 8493), and nothing of the tag files. */
export const sayFingerprintUse =
  '它由全部附件算出：任何一个附件多了、少了或改动一个字节，校验码都会不同；填报文字和自评报告不在其中。'

/** The 校验码 under a list. */
export function sayFingerprint(fingerprint: string): string {
  return `校验码 ${fingerprint}。${sayFingerprintUse}`
}

/**
 * Fits a page of its own and a shadow root, whose host takes the place of the body. Borders collapse, because separate ones
 * print twice as thick in Chromium; not in Firefox, which prints collapsed vertical lines only on a table's last page.
 */
export const inventoryStyle = `body,:host{display:block;max-width:60em;margin:2em auto;padding:0 1em;font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1b2430}
h1{font-size:1.6em;line-height:1.4;text-align:center;margin:0 0 1em}h1 span{display:block;font-size:.75em;font-weight:400}h2{font-size:1.1em;margin:0}section{margin-top:1.6em}.hash,.size{vertical-align:bottom}td.hash,td.size{vertical-align:top}.content td{color:#4a5768}p{margin:.3em 0}
table{width:100%;border-collapse:collapse}th,td{border:1px solid #8a94a3;padding:.3em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere;word-break:break-word}
th{background:#f3f6fa;font-weight:600}thead{display:table-header-group}thead,tr,.short{break-inside:avoid;page-break-inside:avoid}
.facts th{width:8em}.code{display:flex;align-items:center}.code svg{flex:none;width:6em;height:6em;margin-left:1em}.code b{font:600 1.25em/1.4 Consolas,"Courier New",monospace}.code small{display:block;color:#4a5768}
.sign{margin-top:1.5em;table-layout:fixed}.sign td{height:4.5em}
.whole,.volumes span{white-space:nowrap}.volumes span{display:inline-block;min-width:14em}.id,.number{width:4.5em;white-space:nowrap}.number{text-align:right;color:#4a5768}.size{width:5.5em;white-space:nowrap;text-align:right}.hash{width:11em;font:13px/1.8 Consolas,monospace}td.hash{white-space:nowrap}.state{white-space:nowrap}
.item td{background:#fafbfd}.remark{color:#4a5768;font-size:.9em}.use,.none,footer{color:#4a5768}footer{margin-top:1.5em}h2,.content{break-after:avoid;page-break-after:avoid}
@page{size:A4;margin:20mm 15mm;@bottom-center{content:"第 " counter(page) " 页，共 " counter(pages) " 页";font:10pt "Microsoft YaHei",sans-serif}}
@media print{body,:host{margin:0;max-width:none;padding:0;font:11pt/1.6 SimSun,宋体,"Noto Serif CJK SC",serif;color:#000}h1,h2,th,b{font-family:SimHei,黑体,"Noto Sans CJK SC",sans-serif}.code b{font-family:Consolas,monospace}.use{display:none}a{color:inherit;text-decoration:none}.cover{break-after:page;page-break-after:always;padding-top:25mm}.cover h1{font-size:22pt;margin-bottom:15mm}.cover .facts{font-size:12pt}.sign td{height:22mm}.long{padding-top:5mm}.long h1{margin-bottom:6mm}.long .facts{font-size:10.5pt}.long .sign{margin-top:1em}.long .sign td{height:16mm}.volumes{font-size:10.5pt}.long .volumes{font-size:9pt;line-height:1.4}.stays{break-after:avoid;page-break-after:avoid}.hash{font-size:9pt}.remark,.use,.none,footer,.number,.code small{color:#333}}
@supports(-moz-appearance:none){@media print{table{border-collapse:separate;border-spacing:0}th,td{border-width:.5px}}}`
