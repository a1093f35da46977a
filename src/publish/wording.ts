/** The sentences of the publisher's commands: every refusal and question, and what to do about it. */

import type { EditionFiles } from '../build/content-shape'
import { fieldNames, roleNames } from '../wording/publishing'
import type { Aside } from './document'
import type { Question } from './question'
import type { RoledColumn } from './table/roles'

export const basisWording = {
  given: '您指定的',
  exact: '栏目名称认得',
  like: '名称相近',
  guess: '猜的，请核对',
  unknown: '不认得，请核对',
} satisfies Record<RoledColumn['basis'], string>

/** `，总分 100 分`, `，各行分值合计 95 分`, `，没有分值`: what comes behind the number of rows. */
export function sayPoints({ declared, indicators }: EditionFiles['indicators']): string {
  if (declared.points !== undefined) return `，总分 ${declared.points} 分`
  const sum = indicators.reduce((total, { points = 0 }) => total + points, 0)
  return sum > 0 ? `，各行分值合计 ${Math.round(sum * 1000) / 1000} 分` : '，没有分值'
}

export function sayQuestion(question: Question): string {
  const sentence = inOneLine(sayReason(question))
  return question.row === undefined ? sentence : `${question.row}：${sentence}`
}

/** A question is one line, whatever the cell it quotes looks like. */
function inOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}

function sayAside(kind: Aside['kind'], text: string): string {
  switch (kind) {
    case 'footnote':
      return `原文有脚注“${text}”，没有收进来。要保留的，请写进编者注。`
    case 'comment':
      return `原文有批注“${text}”，没有收进来。不用的，不必管。`
    case 'page-edge':
      return `原文的页眉或页脚有“${text}”，没有收进来。要公开的，请补上；不用的，不必管。`
    case 'box':
      return `原文有文本框或图形里的文字“${text}”，没有收进来。要公开的，请补上。`
    case 'hidden-sheet':
      return `原文有隐藏的工作表，没有收进来：“${text}”。要用的，请取消隐藏再生成。`
    case 'covered':
      return `原文合并的格子下面还压着“${text}”（打开时看不见），没有收进来。要用的，请补上。`
    case 'formula':
      return `原文有一格是公式“${text}”，文件里没有存计算结果。请打开原文件，把结果改成数字再生成。`
    case 'struck':
      return `原文有划了删除线的文字“${text}”，照样收进来了。已经作废的，请删掉。`
    case 'hidden':
      return `原文有隐藏的文字“${text}”（打开时看不见），照样收进来了。不该公开的，请删掉。`
  }
}

function sayField(field: string): string {
  return `${fieldNames[field] ?? ''}（${field}）`
}

function sayReason(question: Question): string {
  switch (question.code) {
    case 'tables-joined':
      return `文件里的 ${question.count} 个表栏目相同，已按顺序合成一个，各表上面的一行作小标题。请核对是不是同一张表。`
    case 'tables-differ':
      return `文件里有 ${question.count} 个栏目不同的表，已按顺序放进同一个年度，各表上面的一行作小标题。请核对；不是考核要点的，请删去那个表另存一份再生成。`
    case 'table-continued':
      return `考核要点表后面紧接着 ${question.count} 个没有表头、栏数相同的表，已当作换页的后半张接上。请核对是不是同一张表。`
    case 'table-left-out':
      return `考核要点表后面另有一个栏数相同、没有表头的表（“${question.text}”），当作别的表，没有收进来。如果是考核要点的后半张，请删去两表之间的文字再生成。`
    case 'column-guessed':
      return `原表的“${question.name}”一栏（如“${question.example}”），当作${roleNames[question.role]}（${question.role}）。对吗？不对的，用 --columns 说明再生成，或改 columns 里的 role。`
    case 'column-unknown':
      return `原表的“${question.name}”一栏（如“${question.example}”）不知道是什么，照原样印，填报时只作参考。是要交的材料或别的，用 --columns 说明再生成，或改 columns 里的 role。`
    case 'column-missing':
      return '表里没有写责任单位的一栏，按“每个单位都要做”生成，填报时不选部门。对吗？有这一栏而没有认出的，用 --columns 说明再生成。'
    case 'column-not-found':
      return `--columns 里写了“${question.name}”，表头里没有这一栏。请照原表的字写。`
    case 'lines-left-out':
      return `表格以外的文字没有收进来：${quoteAll(question.texts)}。要公开的，请写进 notes（编者注）；不用的，不必管。`
    case 'lists-split':
      return `${question.rows.join('、')} 的印证材料没有编号，按分号、句号拆成几项。请抽几行看看拆得对不对。`
    case 'other-kind':
      return `看来与 ${question.edition} 不是同一个考核，没有沿用那一年的通知信息、共性资料和报告模板。确是同一个考核的，请照那一年的文件补上。`
    case 'text-lost':
      return `${question.from === 'table' ? '表' : '通知'}的文件里还有这些文字没有收进来：${quoteAll(question.texts)}。要公开的，请补上；不用的，不必管。`
    case 'tables-contradict': {
      const [one, other] = question.in === 'file' ? ['前一张', '后一张'] : ['表的文件', '通知的文件']
      const differences = question.rows.map(
        row => `“${row.text.replace(/\s+/g, ' ')}”${one}是“${row.one}”，${other}是“${row.other}”`,
      )
      const taken = question.in === 'file' ? '两张都收进来了' : '照表的文件写'
      return `两张表有 ${question.rows.length} 行不一样，${taken}：${differences.join('；')}。请问清哪一张是定稿。`
    }
    case 'line-left-out':
      return `表里有一整行“${question.text}”，没有收进来。是说明文字的，请写进 notes（编者注）；是内容的，请补上。`
    case 'aside':
      return sayAside(question.kind, question.text)
    case 'old-unreadable':
      return `${question.folder} 里原来的文件有错，没有用来核对编号。已经发布过的，请对照原来的编号逐条改回。`
    case 'title-guessed':
      return `没有找到表的标题，暂写成“${question.title}”。请照原表改。`
    case 'name-filled':
      return `这一行没有“${question.column}”，按与上一行合并处理，补为“${question.name}”，并加了编者注。对吗？`
    case 'name-doubled':
      return `考核指标“${question.name}”连印两遍，当是换页时重印，只留一遍。对吗？`
    case 'departments-new':
      return `这些部门以前没有，编号是暂定的：${question.departments.map(({ id, name }) => `${name} ${id}`).join('、')}。编号会出现在网址里，发布后不再改：请换成合适的英文；与以前某个部门是同一个的，用原来的编号。`
    case 'department-filled':
      return `这一行没有“${question.column}”，按与上一行相同处理，补为“${question.name}”，并加了编者注。${question.before ? `往年这一行是“${question.before}”。` : ''}对吗？不对的，改 departments，并删去这一行 merged 里的“${question.column}”和 note。`
    case 'department-missing':
      return '这一行没有写哪个部门，上面也没有可以沿用的，按“每个单位都要做”处理。请核对；是某个部门的，请填写 departments。'
    case 'department-several':
      return `“${question.names}”没有标点，读成 ${question.read.length} 个部门：${question.read.map(name => `“${name}”`).join('、')}。对吗？`
    case 'department-more':
      return `“${question.name}等”没有列全，只收了“${question.name}”。还有别的部门的，请补进 departments 或 supporting。`
    case 'beside':
      return `“${question.column}”一栏有几行对着同一条内容，“${question.text}”接到了上面一行的后面。请核对。`
    case 'torn':
      return `“${question.part}”按换页拆开的后半截接到了这一行。请核对接得对不对。`
    case 'score-missing':
      return '没有找到分值，按没有分值处理。有的，请写 points（分值）、bonus（最高加分）、deduction（最高扣分）或 veto: true（一票否决）。'
    case 'score-several':
      return `具体内容里有几个分值（${question.found.join('、')}），按相加 ${question.points} 分算。对吗？`
    case 'score-without-limit':
      return `“${question.text}”没有说最多加多少、扣多少，暂把这个数当作最多。请核对。`
    case 'score-odd':
      return question.points === undefined
        ? `分值是“${question.text}”，不知道算多少分，没有写。请填写 points（或 bonus、deduction）。`
        : `分值是“${question.text}”，按 ${question.points} 分算。对吗？`
    case 'score-kind':
      return `这一行在${question.kind === 'bonus' ? '加分' : '扣分'}项里，写的却像相反的意思。请核对是 bonus（加分）还是 deduction（扣分）。`
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
    case 'cells-shared':
      return `${question.cells.map(({ name, text }) => `“${name}”（“${text}”）`).join('、')}与上一行是合并的一格，只记在上一行，不重复算。这一行要分开算的，请补上 points 或 items。`
    case 'rows-shared':
      return `${question.rows.join('、')} 的分值或印证材料与上一行是合并的一格，只记在上一行，不重复算。要分开算的，请补上 points 或 items。`
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
    case 'total-unknown':
      return `文件里没有说总分，各行分值加起来是 ${question.found} 分。请对照原件：有总分的，写进 declared 的 points；没有的，不用写。`
    case 'total-differs':
      return `原表合计 ${question.printed} 分，各行加起来是 ${question.found} 分。请逐行核对；原表确实写错的，把 declared 里的 points 改成 ${question.found}，并加编者注。`
    case 'notice-none':
      return `没有给通知，notice.md 只写了样子。请把里面的“【待填】”都填好，再粘贴正文。`
    case 'notice-guessed':
      return `notice.md 的${sayField(question.field)}写成了“${question.value}”${sayGrounds(question)}。对吗？`
    case 'notice-field':
      return `notice.md 的${sayField(question.field)}没有在通知里找到，请填写。`
    case 'notice-fields':
      return `通知里没有找到 ${question.fields.map(sayField).join('、')}，notice.md 里没有写。通知里有的，请补上；没有的，不用写。`
    case 'notice-line-left-out':
      return `通知落款日期后面的“${question.text}”没有收进来。要公开的，请补进 notice.md 的正文，或写进 notes（编者注）；不用的，不必管。`
    case 'notice-lines-left-out':
      return `通知落款日期后面还有 ${question.texts.length} 行没有收进来：${quoteAll(question.texts)}。要公开的，请补上。`
    case 'material-left-out':
      return `通知里“${question.text}”说的是考核要点里的印证材料，没有列为共性资料。对吗？`
    case 'material-label':
      return `共性资料的文件夹短名暂定为“${question.label}”。请改短一些。`
    case 'materials-before':
      return '共性资料（materials.yaml）没有在通知里找到，照抄了去年的。请对照今年的通知改。'
    case 'materials-none':
      return '各单位都要交的共性资料（materials.yaml）没有在通知里找到，先空着。有的，请按通知填写。'
    case 'bundle-named':
      return `材料包的名称暂定为“${question.title}”，会写进文件名。请改成合适的（materials.yaml 的 title）。`
    case 'report-before':
      return `自评报告模板（report.yaml）照 ${question.edition} 年度的改了年份。请对照今年的附件2核对，编者注也看一遍。`
    case 'report-none':
      return '自评报告模板（report.yaml）没有可以照抄的，先写了一个通用的，各节注明由编者拟定。通知附了模板的，请照模板改。'
  }
}

function quoteAll(texts: readonly string[]): string {
  return texts.map(text => `“${text.replace(/\s+/g, ' ')}”`).join('')
}

/** The reason of a guess, and the other readings of the notice. */
function sayGrounds({ from, others }: { from?: string; others?: string[] }): string {
  const grounds = from === undefined ? '' : `，依据是“${from}”`
  return others === undefined
    ? grounds
    : `${grounds}；通知里另有${others.map(text => `“${text}”`).join('、')}`
}
