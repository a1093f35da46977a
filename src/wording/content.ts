/** The sentences on an edition's files, for those who publish them: each says what is wrong and how to mend it. */
import type { ContentProblem } from '../core/edition/content'

export function sayContentProblem(problem: ContentProblem): string {
  switch (problem.code) {
    case 'duplicate-id':
      return '编号重复。每个编号只能用一次，请改成没有用过的编号。'
    case 'duplicate-unit':
      return `与“${problem.other}”的名称或别名相同。每个单位写一次，别名不能与别的单位相同。`
    case 'bad-id':
      return `编号写法不对，应写成 ${problem.expected} 的样子。`
    case 'unknown-department':
      return `部门“${problem.department}”不在 departments 里。请改成已有的部门，或先把它加进 departments。`
    case 'scoring-several':
      return 'points（分值）、bonus（最高加分）、deduction（最高扣分）、veto（一票否决）四个里只能写一个。'
    case 'merged-with-other':
      return `merged 里写了部门一栏（与上一行合并），departments 却与上一行 ${problem.above} 不同。请改成相同的部门；不是合并的，把这一栏从 merged 里删去，编者注里说补为别的部门的也删去。`
    case 'merged-with-none':
      return `merged 里写了“${problem.column}”，可是上面没有行。请删去。`
    case 'duplicate-column':
      return `columns 里有两栏都叫“${problem.column}”。请把一栏的 name 改成别的，表头原样写进 heading。`
    case 'unknown-column':
      return `columns 里没有“${problem.column}”这一栏。请改成 columns 里有的 name，或先把它加进 columns。`
    case 'no-content-column':
      return '没有一栏的 role 是 content（考核内容）。请把写着考核内容的那一栏改成 content。'
    case 'empty-row':
      return '这一行没有考核内容，也没有指标名称。请对照原表补上；原表没有这一行的，整条删去。'
    case 'wrong-points':
      return `声明总分 ${problem.declared} 分，各行加起来是 ${problem.found} 分。请核对各行 points；各行都对的，把 declared 里的 points 改成 ${problem.found}。`
    case 'wrong-rows':
      return `声明 ${problem.declared} 行，实际 ${problem.found} 行。请核对有没有漏行、多行。`
    case 'wrong-items':
      return `声明 ${problem.declared} 个材料项，实际 ${problem.found} 个。请核对 items。`
    case 'items-without-evidence':
      return '写了 items，却没有 evidence 那一栏（印证材料清单）的原文。请把原文补进 cells。'
    case 'evidence-without-items':
      return '有 evidence 那一栏（印证材料清单）的原文，却没有拆成 items。请补上 items。'
    case 'title-without-placeholder':
      return `标题里没有“${problem.placeholder}”，自评报告的标题就换不上单位名称。`
    case 'unknown-material':
      return `共性资料里没有“${problem.item}”这一项。请改成 materials.yaml 里有的编号；没有这样一项的，整行删掉。`
    case 'text-not-in-source':
      return `“${problem.text}”在原文里找不到，可能抄错了字。请与原文逐字核对。`
    case 'reused-id':
      return `这个编号在 ${problem.year} 年度指的是“${problem.text}”，现在成了另一件事。请换一个从未用过的编号。`
  }
}
