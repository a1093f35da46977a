/** The publisher's page: each question in words that somebody can answer who has the document beside her. */
import type { ColumnRole } from '../core/edition/table-source'
import type { Sight } from '../publish/draft/look'
import type { Question } from '../publish/question'

/** The name of each role above its column. */
export const roleNames = {
  number: '序号',
  level: '指标层级',
  content: '考核内容',
  criteria: '评分标准',
  method: '考评方式',
  points: '分值',
  department: '责任部门',
  supporting: '配合部门',
  required: '是否要材料',
  evidence: '印证材料',
  deadline: '完成时限',
  remark: '备注',
  none: '只照印',
} satisfies Record<ColumnRole, string>

/** The fields of a notice, in the order in which they are shown. */
export const fieldNames: Record<string, string> = {
  title: '名称',
  documentNumber: '文号',
  indexNumber: '索引号',
  publisher: '发文机构',
  signatory: '落款单位',
  dated: '落款日期',
  published: '发布日期',
  deadline: '报送时限',
  delivery: '报送方式',
  'contact.name': '联系人',
  'contact.phone': '电话',
  'contact.email': '邮箱',
  'contact.address': '报送地点',
  subject: '主题分类',
  validity: '有效性',
  keywords: '关键词',
  assessment: '考核的名称',
  body: '正文',
  'table-title': '表的标题',
  'bundle-title': '材料包的名称',
}

export const sightNames = {
  secret: '可能涉密的字样',
  identity: '像身份证号',
  mobile: '手机号码',
  phone: '电话号码',
  email: '邮箱',
  name: '人名',
} satisfies Record<Sight['kind'], string>

/** What is asked, in a sentence or two. */
export function ask(question: Question): string {
  switch (question.code) {
    case 'column-guessed':
      return `“${question.name}”一栏（如“${short(question.example)}”）当作${roleNames[question.role]}。对吗？别的意思，改这一栏上面的选择。`
    case 'column-unknown':
      return `“${question.name}”一栏（如“${short(question.example)}”）不知道是什么。是各单位要交的材料吗？`
    case 'column-missing':
      return '表里没有写责任单位的一栏，按“每个单位都要做”处理。对吗？有这一栏而没有认出的，改那一栏上面的选择。'
    case 'column-not-found':
      return `表头里没有“${question.name}”这一栏，原先给它选的不再算数。`
    case 'tables-joined':
      return `文件里的 ${question.count} 个表栏目相同，已按顺序合成一个，各表上面的一行作小标题。是同一张表吗？`
    case 'tables-differ':
      return `文件里有 ${question.count} 个栏目不同的表，已按顺序放在一起。不全是考核要点的，请在 Word 里删去别的表，再放进来。`
    case 'table-continued':
      return `表后面紧接着 ${question.count} 个没有表头的表，已当作换页的后半张接上。对吗？`
    case 'table-left-out':
      return `表后面另有一个没有表头的表（“${short(question.text)}”），没有收进来。是后半张的，请在 Word 里删去两表之间的文字，再放进来。`
    case 'title-guessed':
      return `没有找到表的标题，暂写成“${question.title}”。对吗？`
    case 'other-kind':
      return `看来与 ${yearOf(question.edition)}不是同一个考核，没有沿用那一年的联系方式、共性资料和报告模板。对吗？`
    case 'lines-left-out':
    case 'notice-lines-left-out':
      return `这些文字没有收进来：${quotes(question.texts)}。不用公开的，不必管；要公开的，补进通知正文。`
    case 'text-lost':
      return `${question.from === 'table' ? '表' : '通知'}的文件里还有这些文字没有收进来：${quotes(question.texts)}。要公开的，补进通知正文或那一格；不用的，不必管。`
    case 'tables-contradict':
      return question.in === 'file'
        ? `文件里的两张表有 ${question.rows.length} 行内容相同、写的不一样：${contrast(question.rows, '前一张', '后一张')}。两张都收进来了。请问清哪一张是定稿，在原文件里删去另一张，再放进来。`
        : `通知的文件里也有一张考核要点表，有 ${question.rows.length} 行与放进来的表不一样：${contrast(question.rows, '表', '通知')}。网页照放进来的表做。请问清哪一份是定稿；要照通知的，点“换一个表”，放通知的文件。`
    case 'line-left-out':
      return `表里有一整行“${short(question.text)}”，没有收进来。是说明的，不必管；是考核内容的，请在原文件里改成一行，再放进来。`
    case 'notice-line-left-out':
      return `通知落款日期后面的“${short(question.text)}”没有收进来。要公开的，补进通知正文；不用的，不必管。`
    case 'aside':
      return askAside(question)
    case 'old-unreadable':
      return `${question.folder} 里原来的文件有错，没有用来核对编号。`
    case 'name-filled':
      return `这一行的“${question.column}”是空的，与上一行合并，补为“${question.name}”，并加了编者注。对吗？`
    case 'name-doubled':
      return `“${question.name}”连印两遍，当是换页时重印，只留一遍。对吗？`
    case 'departments-new':
      return `这些部门以前没有，网址里用的英文名是暂定的：${question.departments.map(({ id, name }) => `${name} ${id}`).join('、')}。发布以后不再改。要改的，点“部门”那个数字。`
    case 'department-filled':
      return `这一行的“${question.column}”是空的，与上一行相同，补为“${question.name}”，并加了编者注。${question.before ? `往年这一行是“${question.before}”。` : ''}对吗？`
    case 'department-missing':
      return '这一行没有写哪个部门，上面也没有可以沿用的，按“每个单位都要做”处理。对吗？'
    case 'department-several':
      return `这一格写着“${question.names}”，没有标点，读成 ${question.read.length} 个部门：${question.read.join('、')}。对吗？`
    case 'department-more':
      return `“${question.name}等”没有列全，只收了“${question.name}”。还有别的部门的，点“我来改”补上。`
    case 'beside':
      return `“${question.column}”一栏有几行对着同一条内容，“${short(question.text)}”接到了上面一行的后面。对吗？`
    case 'torn':
      return `“${short(question.part)}”是换页拆开的后半截，接到了这一行。对吗？`
    case 'score-missing':
      return '没有找到分值，按没有分值处理。对吗？'
    case 'score-several':
      return `内容里有几个分值（${question.found.join('、')}），按相加 ${question.points} 分算。对吗？`
    case 'score-without-limit':
      return `“${short(question.text)}”没有说最多加多少、扣多少，把这个数当作最多。对吗？`
    case 'score-odd':
      return question.points === undefined
        ? `分值写的是“${question.text}”，不知道算多少分，没有算。`
        : `分值写的是“${question.text}”，按 ${question.points} 分算。对吗？`
    case 'score-kind':
      return `这一行在${question.kind === 'bonus' ? '加分' : '扣分'}项里，写的却像相反的意思。是加分还是扣分？`
    case 'score-differs':
      return `分值栏是“${question.column}”，与内容里的“${short(question.content)}”不一样，按内容算。对吗？`
    case 'list-split':
      return `印证材料没有编号，按${question.by === 'lines' ? '换行' : '分号、句号'}拆成 ${question.count} 项。拆得对吗？`
    case 'lists-split':
      return `${question.rows.length} 行的印证材料没有编号，按分号、句号拆成几项：${question.rows.join('、')}。请抽几行看看拆得对不对。`
    case 'list-numbers':
      return `印证材料的编号不连续（${question.numbers.join('、')}），照原有的编号拆。有没有漏项？`
    case 'list-number-unsure':
      return `“${short(question.text)}”照编号 ${question.number} 单独拆成一项；这个数也可能是句子里的。拆得对吗？`
    case 'list-remark':
      return `“${short(question.text)}”像是说明，没有算作材料项。对吗？`
    case 'evidence-gathered':
      return `一条内容对着 ${question.cells} 格印证材料，合在一起，共 ${question.count} 项。对吗？`
    case 'cells-shared':
      return `${question.cells.map(({ name, text }) => `“${name}”（“${short(text)}”）`).join('、')}与上一行是合并的一格，只算在上一行。对吗？`
    case 'rows-shared':
      return `${question.rows.join('、')} 的分值或印证材料与上一行是合并的一格，只算在上一行。对吗？`
    case 'evidence-unlike-required':
      return `“是否需要印证材料”写的是“${question.required}”，与印证材料那一格对不上。以那一格为准，对吗？`
    case 'row-reworded':
      return `往年是“${short(question.before)}”，现在是“${short(question.after)}”。是同一件事吗？`
    case 'row-near':
      return `与往年的“${short(question.text)}”有些相近，当作不同的事，给了新编号。对吗？`
    case 'item-reworded':
      return `这一项往年是“${short(question.before)}”，现在是“${short(question.after)}”。是同一项吗？`
    case 'notes-before':
      return `${yearOf(question.edition)}的 ${question.rows.join('、')} 有编者注，没有带过来。今年还适用的，点那一行补上。`
    case 'total-unknown':
      return `文件里没有说总分，各行加起来是 ${question.found} 分。`
    case 'total-differs':
      return `原表合计 ${question.printed} 分，各行加起来是 ${question.found} 分。请对照原件，看是哪一边错了。`
    case 'notice-none':
      return '还没有放通知。放进来，或者把“通知”里的各栏填上。'
    case 'notice-guessed':
      return `${fieldNames[question.field] ?? ''}写成了“${question.value}”${question.from ? `，依据是“${short(question.from)}”` : ''}。对吗？${question.others?.length ? `通知里另有${quotes(question.others)}。` : ''}`
    case 'notice-field':
      return `通知里没有找到${fieldNames[question.field] ?? ''}，请在“通知”里填上。`
    case 'notice-fields':
      return `通知里没有找到${question.fields.map(field => fieldNames[field] ?? '').join('、')}。通知里有的，在“通知”里补上；没有的，不用管。`
    case 'material-left-out':
      return `通知里“${short(question.text)}”说的是考核要点里的印证材料，没有列为共性资料。对吗？`
    case 'material-label':
      return `共性资料的文件夹短名暂定为“${question.label}”。对吗？`
    case 'materials-before':
      return '各单位都要交的共性资料没有在通知里找到，照去年的。对吗？'
    case 'materials-none':
      return '各单位都要交的共性资料没有在通知里找到，先空着。对吗？'
    case 'bundle-named':
      return `材料包的名称暂定为“${question.title}”，会写进文件名。对吗？`
    case 'report-before':
      return `自评报告模板照 ${yearOf(question.edition)}的改了年份。与今年的附件一样吗？`
    case 'report-none':
      return '没有可以照抄的自评报告模板，用一个通用的，各节注明由编者拟定。对吗？'
  }
}

function askAside({ kind, text }: Extract<Question, { code: 'aside' }>): string {
  const what = {
    footnote: '有脚注',
    comment: '有批注',
    'page-edge': '的页眉或页脚有',
    box: '有文本框里的文字',
    'hidden-sheet': '有隐藏的工作表',
    covered: '合并的格子下面压着看不见的',
    formula: '有一格公式没有存结果：',
    struck: '有划掉的文字',
    hidden: '有隐藏的文字',
  }[kind]
  const isIn = kind === 'struck' || kind === 'hidden'
  return `原文${what}“${short(text)}”，${isIn ? '照样收进来了。作废的、不该公开的，请在那一格删掉' : '没有收进来。不用公开的，不必管；要公开的，请补上'}。`
}

/** Of one assessment there is one edition a year: its number says which. */
function yearOf(edition: string): string {
  return `${edition.slice(0, 4)} 年`
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

/** The first rows that two tables have otherwise. */
function contrast(
  rows: Extract<Question, { code: 'tables-contradict' }>['rows'],
  one: string,
  other: string,
) {
  const shown = rows.slice(0, 3).map(row => `“${short(row.text)}”${one}是${row.one}，${other}是${row.other}`)
  return shown.join('；') + (rows.length > 3 ? `；另有 ${rows.length - 3} 行` : '')
}

function quotes(texts: readonly string[]): string {
  const shown = texts.slice(0, 8).map(text => `“${short(text)}”`)
  return shown.join('') + (texts.length > 8 ? `等 ${texts.length} 处` : '')
}
