/** Why the publisher's page could not read a file, and what to do. */
import type { RefusalReason } from '../publish/refusal'
import type { Trouble } from '../stores/publishing/project'

function sayRefused(reason: RefusalReason, file: string): string {
  const what = file === '' ? '这个文件' : `“${file}”`
  switch (reason.code) {
    case 'empty':
      return `${what}是空的（0 字节）。请检查原文件能否打开。`
    case 'protected':
      return `${what}设了打开密码，读不出来。请用 Word 或 WPS 打开，取消密码后另存一份。`
    case 'old-format':
      return `${what}是旧格式的文件（.doc、.xls、.wps、.et 或 .rtf），读不出来。请用 Word 或 WPS 打开，点“文件”“另存为”：文字的选 .docx，表格的选 .xlsx，再把新存的放进来。`
    case 'pdf':
      return `${what}是 PDF，里面没有表格结构。请用原来的 Word 或 Excel 文件；只有 PDF 的，用 Word 打开后另存为 .docx，再仔细核对。`
    case 'picture':
      return `${what}是图片或扫描件，里面没有文字。请用原来的 Word 或 Excel 文件。`
    case 'web-archive':
      return `${what}是“单个文件网页”（.mht），读不出来。请另存为“网页，仅 HTML”，或直接用 Word 文件。`
    case 'damaged':
      return `${what}已损坏，读不完整。请用 Word 或 WPS 打开看看，能打开就另存一份再放进来。`
    case 'notice-empty':
      return '通知文件里没有找到正文。请核对是不是这份文件。'
    case 'no-rows':
      return '找到了表头，但下面一行内容也没有。请核对是不是这份文件；表头认错了的，在下面点出哪一行是表头。'
    case 'no-table':
      return reason.tables === 0
        ? '文件里没有表格。请核对是不是这份文件；文字排出来的表，请先在 Word 里做成表格；扫描件里的表读不出来。'
        : `文件里有 ${reason.tables} 个表格，但没有一个像考核要点：表头里要有一栏写考核什么（如 考核指标、具体内容、评分标准），另外至少还有一栏。请在下面点出哪一行是表头。`
    default:
      return `认不出${what}。能读的有 .docx、.xlsx、.csv 和另存的网页 .html。`
  }
}

/** What could not be done, and what to do instead. */
export function sayTrouble(trouble: Trouble): string {
  switch (trouble.code) {
    case 'refused':
      return sayRefused(trouble.reason, trouble.file)
    case 'too-large':
      return `“${trouble.file}”超过 50 MB，没有读。多半是里面的图片太大：请另存一份，删去图片再放进来；Word 里点图片、“图片格式”“压缩图片”也行。`
    case 'not-read':
      return `“${trouble.file}”读不出来，可能正被别的程序打开，或 U 盘已拔出。请关掉它再放一次。`
    case 'not-a-project':
      return `“${trouble.file}”不是这里存下的制作文件。`
    case 'not-published':
      return `“${trouble.file}”里没有找到往年的编号。请放往年发布的填报网页（如离线版的填报网页、网站上的 checklist.html），或那一年“存成文件”的制作。`
    case 'stopped':
      return `“${trouble.file}”没有读完，按您的要求停了。`
    case 'kept-unknown':
      return '这台电脑上存着一个新版网页做的制作，这里打不开，没有动它。请用新版的网页打开；在这里做的存不到这台电脑上，要留的请点“存成文件”。'
    case 'unexpected':
      return `没有读成，请再放一次；还不行的，把文件另存一份再试。（${trouble.detail}）`
  }
}
