/** Every refusal as a sentence that says what to do, for the publisher's commands. */
import { columnRoles } from '../core/edition/table-source'
import type { RefusalReason } from './refusal'

export const usage = `用法：npm run new-edition -- 2023 --table 考核要点.docx [--notice 通知.docx] [--columns "栏目=role,…"] [--force]
  2023       年度，四位年份；一年里有几个考核的，后面加减号和小写英文，如 2023-food
  --table    考核要点表：.docx、.xlsx、.csv，或另存的网页 .html
  --notice   通知正文，可以不给，以后再填
  --columns  栏目认错了时用，例如 --columns "考核指标=level,提供材料=evidence"
  --force    这个年度已有文件时，允许覆盖`

/** `file` is the name of the one that can't be read, where that is the reason. */
export function sayRefusal(reason: RefusalReason, file = ''): string {
  const what = file === '' ? '这个文件' : `“${file}”`
  switch (reason.code) {
    case 'bad-year':
      return `没有写入：年度要写成四位年份，如 2023，或 2023-food（年份、减号、小写英文）；现在是“${reason.year}”。\n${usage}`
    case 'no-table-given':
      return `没有写入：没有说考核要点表是哪个文件，请用 --table 写上。\n${usage}`
    case 'file-missing':
      return `没有写入：找不到文件 ${reason.path}。${sayMissing(reason)}`
    case 'bad-columns':
      return `没有写入：--columns 里的“${reason.text}”看不懂。写成 栏目=role，几个之间用英文逗号隔开，如 "考核指标=level,提供材料=evidence"；role 可以是 ${columnRoles.join('、')}。\n${usage}`
    case 'stray-words':
      return `没有写入：命令里多出了“${reason.words.join(' ')}”。文件名里有空格的，两边要加英文双引号；--table、--notice 前面是两个英文减号，不是破折号；new-edition 后面要有一个单独的 --。\n${usage}`
    case 'file-locked':
      return `没有写入：打不开文件 ${reason.path}。它可能正被 Word、WPS 或 Excel 打开，请先关掉；也可能是一个文件夹。`
    case 'edition-exists':
      return `没有写入：${reason.folder} 里已有 ${reason.files.join('、')}。确定要覆盖，请在命令末尾加 --force；您手工改过的内容会被覆盖，请先复制一份。`
    case 'earlier-broken':
      return `没有写入：以前的年度里有 ${reason.count} 处问题，编号无法核对。请先运行 npm run check-content，按提示改好。`
    case 'empty':
      return `没有写入：${what}是空的（0 字节）。请检查原文件能否打开。`
    case 'protected':
      return `没有写入：${what}设了打开密码，读不出来。请用 Word 或 WPS 打开，取消密码后另存一份。`
    case 'old-format':
      return `没有写入：${what}是旧格式的文件（.doc、.xls、.wps、.et 或 .rtf），读不出来。请用 Word 或 WPS 打开，点“文件”“另存为”：文字的选 .docx，表格的选 .xlsx，再用新存的文件生成。`
    case 'pdf':
      return `没有写入：${what}是 PDF，里面没有表格结构。请用原来的 Word 或 Excel 文件；只有 PDF 时，用 Word 打开后另存为 .docx，再仔细核对。`
    case 'picture':
      return `没有写入：${what}是图片或扫描件，里面没有文字。请用原来的 Word 或 Excel 文件。`
    case 'web-archive':
      return `没有写入：${what}是“单个文件网页”（.mht），读不出来。请另存为“网页，仅 HTML”，或直接用 Word 文件。`
    case 'damaged':
      return `没有写入：${what}已损坏，读不完整。请用 Word 或 WPS 打开看看，能打开就另存一份再试。`
    case 'unknown-kind':
      return `没有写入：认不出${what}。能读的有 .docx、.xlsx、.csv 和另存的网页 .html；.odt、.ods 请用 WPS 另存为 .docx、.xlsx。`
    case 'notice-empty':
      return '没有写入：通知文件里没有找到正文。请核对 --notice 后面的文件。'
    case 'no-rows':
      return '没有写入：找到了表头，但下面一行内容也没有。请核对是不是这份文件。'
    case 'no-table':
      return reason.tables === 0
        ? '没有写入：文件里没有表格。请核对是不是这份文件；文字排出来的表，请先在 Word 里做成表格。'
        : `没有写入：文件里有 ${reason.tables} 个表格，但没有一个像考核要点：表头里要有一栏写考核什么（如 考核指标、具体内容、评分标准），另外至少还有一栏。表头用了别的叫法的，用 --columns 说明，例如 --columns "主要任务=content,承办=department"。`
  }
}

function sayMissing({ path, similar }: { path: string; similar: string[] }): string {
  if (/[“”‘’]/.test(path)) return '文件名两边的引号要用英文的。'
  if (similar.length > 0)
    return `是不是 ${similar.join('，或者 ')}？要连扩展名一起写（电脑可能没有显示扩展名）。`
  return '请核对文件名和所在的文件夹。'
}
