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
      return `评价部门“${problem.department}”不在 departments 里。请改成已有的部门，或先把它加进 departments。`
    case 'scoring-not-one':
      return 'points（分值）、deduction（最高扣分）、veto（一票否决）三个里要写一个，也只能写一个。'
    case 'merged-with-other':
      return `写了 departmentMerged: true（评价部门一格与上一行合并），评价部门却与上一行 ${problem.above} 不同。请改成相同的部门；不是合并的，删去这一句，编者注里说补为别的部门的也删去。`
    case 'wrong-points':
      return `声明总分 ${problem.declared} 分，各行加起来是 ${problem.found} 分。请核对各行 points；各行都对的，把 declared 里的 points 改成 ${problem.found}。`
    case 'wrong-rows':
      return `声明 ${problem.declared} 行，实际 ${problem.found} 行。请核对有没有漏行、多行。`
    case 'wrong-items':
      return `声明 ${problem.declared} 个材料项，实际 ${problem.found} 个。请核对 items。`
    case 'items-without-evidence':
      return '写了 items，却没有 evidence（印证材料清单原文）。请补上原文。'
    case 'evidence-without-items':
      return '写了 evidence（印证材料清单原文），却没有拆成 items。请补上 items。'
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
