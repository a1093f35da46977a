/** What a publisher reads from the two commands: every refusal and every question as a sentence that says what to do. */

import type { Aside } from './document'
import type { Question } from './question'
import type { RefusalReason } from './refusal'

export const usage = `用法：npm run new-edition -- 2023 --table 考核要点.docx [--notice 通知.docx] [--force]
  2023       年度，四位年份
  --table    考核要点表：.docx、.xlsx、.csv，或另存的网页 .html
  --notice   通知正文，可以不给，以后再填
  --force    这个年度已有文件时，允许覆盖`

/** `file` is the name of the one that can't be read, where that is the reason. */
export function sayRefusal(reason: RefusalReason, file = ''): string {
  const what = file === '' ? '这个文件' : `“${file}”`
  switch (reason.code) {
    case 'bad-year':
      return `没有写入：年度要写成四位年份，如 2023；现在是“${reason.year}”。\n${usage}`
    case 'no-table-given':
      return `没有写入：没有说考核要点表是哪个文件，请用 --table 写上。\n${usage}`
    case 'file-missing':
      return `没有写入：找不到文件 ${reason.path}。${sayMissing(reason)}`
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
      return `没有写入：${what}是旧格式的文件（.doc、.xls、.wps 或 .rtf），读不出来。请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx。`
    case 'pdf':
      return `没有写入：${what}是 PDF，里面没有表格结构。请用原来的 Word 或 Excel 文件；只有 PDF 时，用 Word 打开后另存为 .docx，再仔细核对。`
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
        : `没有写入：文件里有 ${reason.tables} 个表格，但没有一个像考核要点。表头要有“考核指标”“具体内容”“评价部门”这几栏。`
    case 'several-tables':
      return `没有写入：文件里有 ${reason.titles.length} 个像考核要点、但栏目不同的表（${reason.titles.join('；')}）。请只留一个，另存一份再试。`
  }
}

function sayMissing({ path, similar }: { path: string; similar: string[] }): string {
  if (/[“”‘’]/.test(path)) return '文件名两边的引号要用英文的。'
  if (similar.length > 0)
    return `是不是 ${similar.join('，或者 ')}？要连扩展名一起写（电脑可能没有显示扩展名）。`
  return '请核对文件名和所在的文件夹。'
}

export function sayQuestion(question: Question): string {
  const sentence = sayReason(question)
  return question.row === undefined ? sentence : `${question.row}：${sentence}`
}

function sayAside(kind: Aside['kind'], text: string): string {
  switch (kind) {
    case 'footnote':
      return `原文有脚注“${text}”，没有收进来。要保留的，请写进编者注。`
    case 'struck':
      return `原文有划了删除线的文字“${text}”，照样收进来了。已经作废的，请删掉。`
    case 'hidden':
      return `原文有隐藏的文字“${text}”（打开时看不见），照样收进来了。不该公开的，请删掉。`
  }
}

const fieldNames: Record<string, string> = {
  title: '名称',
  publisher: '发文机构',
  subject: '主题分类',
  published: '发布日期',
  validity: '有效性',
  signatory: '落款单位',
  dated: '落款日期',
  deadline: '报送时限',
  delivery: '报送方式',
  'contact.name': '联系人',
  'contact.phone': '联系电话',
  'contact.email': '邮箱',
  'contact.address': '报送地点',
  keywords: '关键词',
}

function sayField(field: string): string {
  return `${fieldNames[field] ?? ''}（${field}）`
}

function sayReason(question: Question): string {
  switch (question.code) {
    case 'tables-joined':
      return `文件里的 ${question.count} 个表栏目相同，已按顺序合成一个。请核对是不是同一张表。`
    case 'table-continued':
      return `考核要点表后面紧接着 ${question.count} 个没有表头、栏数相同的表，已当作换页的后半张接上。请核对是不是同一张表。`
    case 'table-left-out':
      return `考核要点表后面另有一个栏数相同、没有表头的表（“${question.text}”），当作别的表，没有收进来。如果是考核要点的后半张，请删去两表之间的文字再生成。`
    case 'column-left-out':
      return `原表的“${question.name}”一栏，网站没有对应的位置，没有收进来。重要的话请写进编者注。`
    case 'line-left-out':
      return `表里有一整行“${question.text}”，没有收进来。是说明文字的，请写进 notes（编者注）；是内容的，请补上。`
    case 'aside':
      return sayAside(question.kind, question.text)
    case 'old-unreadable':
      return `${question.folder} 里原来的文件有错，没有用来核对编号。已经发布过的，请对照原来的编号逐条改回。`
    case 'title-guessed':
      return `没有找到表的标题，暂写成“${question.title}”。请照原表改。`
    case 'number-guessed':
      return `原表的序号是“${question.printed || '空的'}”，暂按 ${question.number} 算。请核对。`
    case 'name-filled':
      return `这一行没有“考核指标”，按与上一行合并处理，补为“${question.name}”，并加了编者注。对吗？`
    case 'name-doubled':
      return `考核指标“${question.name}”连印两遍，当是换页时重印，只留一遍。对吗？`
    case 'department-new':
      return `评价部门“${question.name}”以前没有，编号暂定为 ${question.id}。请起一个合适的英文编号（会出现在网址里，发布后不再改）；与以前某个部门是同一个的，用原来的编号。`
    case 'department-filled':
      return `这一行没有“评价部门”，按与上一行相同处理，补为“${question.name}”，并加了编者注。${question.before ? `往年这一行是“${question.before}”。` : ''}对吗？不对的，改 department，并删去这一行的 departmentMerged 和 note。`
    case 'department-missing':
      return '这一行没有“评价部门”，上面也没有可以沿用的。请填写 department。'
    case 'department-several':
      return `一格里像是有几个部门：“${question.names}”。一行只能归一个部门，请定一个，或保留这个合在一起的名称。`
    case 'torn':
      return `“${question.part}”按换页拆开的后半截接到了这一行。请核对接得对不对。`
    case 'score-missing':
      return '没有找到分值。请写 points（分值）、deduction（最高扣分）或 veto: true（一票否决）；加了分值的，declared 里的 points（总分）也一起改。'
    case 'score-several':
      return `具体内容里有几个分值（${question.found.join('、')}），按相加 ${question.points} 分算。对吗？`
    case 'score-without-limit':
      return `“${question.text}”没有说最高扣多少，暂把这个数写作最高扣分。请核对。`
    case 'score-shared':
      return `“${question.text}”是几行合用的分值，不知道怎么分。请给每一行写 points，加起来等于它。`
    case 'score-differs':
      return `分值栏是“${question.column}”，与具体内容“${question.content}”里的不一样，暂按具体内容。请核对。`
    case 'list-split':
      return question.by === 'lines'
        ? `印证材料没有编号也没有标点，按换行拆成 ${question.count} 项。拆得对吗？`
        : `印证材料没有编号，按分号、句号拆成 ${question.count} 项。拆得对吗？`
    case 'list-numbers':
      return `印证材料的编号不连续（${question.numbers.join('、')}），按原有的编号拆。请核对有没有漏项。`
    case 'list-number-unsure':
      return `印证材料里的“${question.text}”按编号 ${question.number} 单独拆成一项；这个数也可能是句子里的。拆得对吗？`
    case 'list-remark':
      return `印证材料里的“${question.text}”像是说明，没有算作材料项。是要交的材料，请补进 items；要提醒各单位的，请写进 note（编者注）。`
    case 'evidence-gathered':
      return `具体内容一格合并了 ${question.cells} 行，这几行的印证材料合在一起，共 ${question.count} 项。拆得对吗？`
    case 'evidence-shared':
      return `印证材料一格与上一行合并（“${question.text}”），只记在上一行。这一行也要交的，请补上。`
    case 'evidence-unlike-required':
      return `“是否需要印证材料”一栏是“${question.required}”，与印证材料清单对不上。请核对。`
    case 'row-reworded':
      return `与以前的“${question.before}”相近，编号沿用；现在是“${question.after}”。是同一件事吗？不是的话换一个新编号。`
    case 'row-near':
      return `给了新编号，但与以前的 ${question.other}“${question.text}”有些相近。如果是同一件事，请改用原编号 ${question.other}，材料项的编号也跟着改。`
    case 'item-reworded':
      return `以前是“${question.before}”，现在是“${question.after}”，编号沿用。是同一项吗？不是的话换一个新编号。`
    case 'notes-before':
      return `${question.edition} 年度的 ${question.rows.join('、')} 有编者注，没有带过来。今年还适用的，请照那一年的 indicators.yaml 补上。`
    case 'total-unusual':
      return `各行分值加起来是 ${question.found} 分，不是 100 分。请对照原表核对。`
    case 'total-differs':
      return `原表合计 ${question.printed} 分，各行加起来是 ${question.found} 分。请逐行核对；原表确实写错的，把 declared 里的 points 改成 ${question.found}，并加编者注。`
    case 'notice-none':
      return `没有给通知，notice.md 只写了样子。请把里面的“【待填】”都填好，再粘贴正文。`
    case 'notice-guessed':
      return `notice.md 的${sayField(question.field)}写成了“${question.value}”${sayGrounds(question)}。对吗？`
    case 'notice-field':
      return `notice.md 的${sayField(question.field)}没有在通知里找到，请填写。`
    case 'notice-line-left-out':
      return `通知落款日期后面的“${question.text}”没有收进来。要公开的，请补进 notice.md 的正文，或写进 notes（编者注）；不用的，不必管。`
    case 'notice-lines-left-out':
      return `通知落款日期后面，从“${question.from}”起还有 ${question.count} 行没有收进来。请对照原件看有没有要公开的。`
    case 'material-left-out':
      return `通知里“${question.text}”说的是考核要点里的印证材料，没有列为共性资料。对吗？`
    case 'material-label':
      return `共性资料的文件夹短名暂定为“${question.label}”。请改短一些。`
    case 'materials-before':
      return '共性资料（materials.yaml）没有在通知里找到，照抄了去年的。请对照今年的通知改。'
    case 'materials-none':
      return '共性资料（materials.yaml）没有找到，请按通知填写。'
    case 'report-before':
      return `自评报告模板（report.yaml）照 ${question.edition} 年度的改了年份。请对照今年的附件2核对，编者注也看一遍。`
    case 'report-none':
      return '自评报告模板（report.yaml）没有可以照抄的，请按附件2填写。'
  }
}

/** What a guess rests on, and what else the notice says. */
function sayGrounds({ from, others }: { from?: string; others?: string[] }): string {
  const grounds = from === undefined ? '' : `，依据是“${from}”`
  return others === undefined
    ? grounds
    : `${grounds}；通知里另有${others.map(text => `“${text}”`).join('、')}`
}
