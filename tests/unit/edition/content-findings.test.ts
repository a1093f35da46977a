/** A sound `content/2022`, one thing broken in a copy, exactly that message: file, line, entry, field, what to do. */
import { join } from 'node:path'
import { editionFolders } from '../../../src/build/content-loader'
import { expect, test } from '../runner'
import { copyContent, edit, load, refusal } from './content-copy'

/** Every case: the file, what is replaced by what, and the findings after `<path>`. */
const cases: [
  name: string,
  file: string,
  found: string | RegExp,
  replacement: string,
  ...findings: string[],
][] = [
  [
    'an id that occurs twice',
    'indicators.yaml',
    "id: '9-3-2'",
    "id: '9-3-1'",
    '：9-3-1：编号重复。每个编号只能用一次，请改成没有用过的编号。',
  ],
  [
    'an id that does not belong to its row',
    'indicators.yaml',
    "id: '9-3-2'",
    "id: '9-4-9'",
    '：9-4-9：编号写法不对，应写成 9-3-1 的样子。',
  ],
  [
    'a department nobody declared',
    'indicators.yaml',
    'departments: [ water ]',
    'departments: [ weather ]',
    '：3-1：部门“weather”不在 departments 里。请改成已有的部门，或先把它加进 departments。',
  ],
  [
    'a merged cell whose department is another than above',
    'indicators.yaml',
    /(?<=id: '9-4'[\s\S]*?departments: \[ )market-regulation/,
    'water',
    '：9-4：merged 里写了部门一栏（与上一行合并），departments 却与上一行 9-3 不同。请改成相同的部门；不是合并的，把这一栏从 merged 里删去，编者注里说补为别的部门的也删去。',
  ],
  [
    'a wrong total of points',
    'indicators.yaml',
    'points: 100',
    'points: 99',
    '：declared：声明总分 99 分，各行加起来是 100 分。请核对各行 points；各行都对的，把 declared 里的 points 改成 100。',
  ],
  [
    'wrong counts of rows and items',
    'indicators.yaml',
    'rows: 35\n  items: 69',
    'rows: 36\n  items: 68',
    '：declared：声明 36 行，实际 35 行。请核对有没有漏行、多行。',
    '：declared：声明 68 个材料项，实际 69 个。请核对 items。',
  ],
  [
    'a row with two scores',
    'indicators.yaml',
    '    veto: true\n',
    '    veto: true\n    bonus: 1\n',
    '：14-6：points（分值）、bonus（最高加分）、deduction（最高扣分）、veto（一票否决）四个里只能写一个。',
  ],
  [
    'an item with a wrong character',
    'indicators.yaml',
    'text: 强制检定工作开展情况',
    'text: 强制检测工作开展情况',
    '：9-3-2：“强制检测工作开展情况”在原文里找不到，可能抄错了字。请与原文逐字核对。',
  ],
  [
    'a common material that is not in the notice',
    'materials.yaml',
    'text: 2022年度质量强县工作计划',
    'text: 2022年度质量强县计划',
    '：0-2：“2022年度质量强县计划”在原文里找不到，可能抄错了字。请与原文逐字核对。',
  ],
  [
    'a report that goes to no common material',
    'report.yaml',
    "item: '0-6'",
    "item: '0-9'",
    '：item：共性资料里没有“0-9”这一项。请改成 materials.yaml 里有的编号；没有这样一项的，整行删掉。',
  ],
  [
    'an empty text',
    'indicators.yaml',
    'text: 强制检定工作开展情况',
    "text: ' '",
    ' 第243行：9-3-2 的 indicators.14.items.1.text：不能空着。',
  ],
  [
    'a field nobody knows',
    'indicators.yaml',
    'points: 5',
    'score: 5',
    ' 第60行：1-1 的 indicators.0：出现未知的键(key): "score"。',
  ],
  [
    'a field that is missing',
    'report.yaml',
    'placeholder: ××局\n',
    '',
    ' 第1行：placeholder：缺少这个字段。',
  ],
  [
    'YAML that does not parse',
    'materials.yaml',
    'folder: 共性资料',
    'folder：共性资料',
    ' 第5行：YAML 写法有误，缩进、冒号或引号可能不对（MULTILINE_IMPLICIT_KEY）。',
  ],
  [
    'a field written twice',
    'report.yaml',
    'placeholder: ××局',
    'placeholder: ××局\nplaceholder: ××局',
    ' 第9行：YAML 写法有误，同一个字段写了两次（DUPLICATE_KEY）。',
  ],
  [
    'a deadline without a zone',
    'notice.md',
    '16:00:00+08:00',
    '16:00:00',
    ' 第13行：deadline：写成 2022-12-25T16:00:00+08:00 的样子，必须带时区。',
  ],
  [
    'a date in words',
    'notice.md',
    "dated: '2022-12-13'",
    'dated: 2022年12月13日',
    ' 第12行：dated：日期写成 2022-12-25 的样子，并加引号。',
  ],
  [
    'a notice without its front matter',
    'notice.md',
    /^---\n[\s\S]*?\n---\n/,
    '',
    '：开头要有一段用两行 --- 围起来的信息，后面是通知正文。',
  ],
  ['a notice without text', 'notice.md', /(?<=\n---\n)[\s\S]*$/, '', '：通知正文是空的。'],
]

for (const [name, file, found, replacement, ...findings] of cases) {
  test(`editionFolders() stops the build for ${name}`, async () => {
    const folder = copyContent()
    const path = join(folder, '2022', file)
    edit(path, found, replacement)
    const expected = refusal(...findings.map(finding => path + finding))
    await expect(load(editionFolders(folder))).rejects.toThrow(new Error(expected))
  })
}
