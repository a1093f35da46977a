/** The usual names of columns: exact names first, then words that a longer name is made of. */
import type { ColumnRole } from '../../core/edition/table-source'
import { bareText } from '../../core/text/likeness'

const exact: [ColumnRole, string][] = [
  ['number', '序号 编号 项次 顺序号 序 项目编号 指标编号 编码 题号 条目'],
  [
    'level',
    '一级指标 二级指标 三级指标 四级指标 考核指标 考核项目 考评项目 评价项目 测评项目 项目 指标 指标名称 评价指标 考评指标 测评指标 考核类别 指标类别 考核事项 类别 分类 大类 维度 领域 板块 考核板块 考核对象 工作类别 任务类别 重点工作 重点任务 考核维度 评价维度 主要指标 考核要素 一级 二级 三级',
  ],
  [
    'content',
    '具体内容 考核内容 评价内容 考评内容 测评内容 检查内容 内容 工作内容 主要内容 工作任务 任务 任务内容 具体任务 主要任务 目标任务 考核要点 评价要点 考评要点 测评要点 工作要求 考核要求 具体要求 创建内容 建设内容 指标内容 考核内容及要求 工作目标 具体指标 任务分解 指标要求 指标说明 指标解释',
  ],
  [
    'criteria',
    '评分标准 评分细则 评分办法 评分方法 评分规则 评分说明 计分办法 计分方法 计分标准 计分规则 考核标准 考核细则 考评标准 评价标准 得分标准 扣分标准 赋分标准 赋分办法 打分标准 测评标准 检查标准 评定标准 考核评分标准 考核评分办法 评价方法及标准 创建标准',
  ],
  [
    'method',
    '考评方式 考核方式 考核方法 考评方法 评价方式 评价方法 检查方式 检查方法 核查方式 测评方式 测评方法 考核形式 数据来源 评估方式 考核手段 查验方式 验收方式',
  ],
  ['points', '分值 分数 标准分 标准分值 基准分 基础分 满分 赋分 权重 总分 分值权重 权重分值 考核分值 计分'],
  [
    'department',
    '评价部门 责任单位 责任部门 牵头单位 牵头部门 考核部门 考核单位 考评单位 考评部门 评分部门 评分单位 负责部门 负责单位 主管部门 实施单位 实施主体 承办单位 落实单位 责任科室 责任股室 责任主体 单位 部门 考核责任部门 考核评分责任部门 负责考核单位 牵头考核单位 主要责任单位 主办单位 数据提供部门 考核责任单位',
  ],
  [
    'supporting',
    '配合单位 配合部门 协办单位 协办部门 协同单位 协同部门 参与单位 参加单位 参与部门 协助单位 协助部门 协作单位 配合考核单位',
  ],
  ['required', '是否需要印证材料 是否需要材料 是否提供材料 是否需提供材料'],
  [
    'evidence',
    '印证材料清单 印证材料 佐证材料 证明材料 支撑材料 备查材料 备查资料 申报材料 提供材料 提供资料 材料要求 评价材料 考评依据 查阅资料 所需材料 资料目录 材料目录 需提供的材料 台账资料 上报材料 考核资料 考核材料 报送材料 材料清单 资料清单 需提供材料 台账清单 印证资料 支撑资料 证明资料 佐证资料 需提供的佐证材料 备查台账 报送资料 应提供材料 提交材料 查看资料 档案资料',
  ],
  [
    'deadline',
    '完成时限 时限 完成时间 报送时限 截止时间 时间节点 完成期限 时间要求 报送时间 时限要求 办理时限 完成日期 提交时间',
  ],
  ['remark', '备注 说明 备注说明 注 其他说明'],
  // Cells that the assessors fill in.
  [
    'none',
    '得分 自评 自评分 自评得分 自查得分 考核得分 考评得分 实得分 实际得分 评分 初评分 复核分 扣分 扣分原因 扣分情况 加分 考核评分 评价得分 完成情况 落实情况 检查情况 自评情况 核查得分 考核结果',
  ],
]

/** Words inside a longer name, the more telling first. */
const inside: [ColumnRole, RegExp][] = [
  ['required', /是否.*(材料|资料|印证|佐证)/],
  [
    'none',
    /(自评|自查|实际|考核|考评|评价|最终|复核|核查|初评)得?分$|扣分(原因|情况|事由)|(完成|落实|自查)情况/,
  ],
  ['supporting', /(配合|协办|协同|协助|参与|协作)/],
  ['number', /^(序|编)号|序号$|编号$/],
  ['method', /(考核|考评|评价|检查|测评|核查|验收|评估)(方式|方法|形式|手段)|数据来源/],
  [
    'criteria',
    /(评分|计分|赋分|得分|扣分|打分)(标准|细则|办法|方法|规则|说明|依据)|(考核|考评|评价|测评|检查)(标准|细则)/,
  ],
  ['evidence', /(材料|资料|台账|佐证|印证|证明|凭证|考评依据)/],
  [
    'department',
    /(评价|考核|责任|牵头|评分|负责|主管|实施|承办|落实|考评|主办).*(部门|单位|股室|科室|主体|局|办)/,
  ],
  ['deadline', /时限|期限|(完成|报送|截止|提交)(时间|日期)|时间(节点|要求|安排)/],
  ['points', /分值|满分|权重|标准分|基准分|基础分|赋分/],
  ['level', /[一二三四]级(指标|目录|项目)?|(指标|项目|类别|事项|板块|领域|维度)(名称|类别)?$/],
  ['content', /(内容|要点|任务|要求|目标|事项|措施)/],
  ['remark', /备注|说明/],
  ['criteria', /标准|细则|办法/],
  ['department', /(部门|单位|科室|股室)$/],
]

/** Words that leave it open: a person is asked. */
const unsure: [ColumnRole, RegExp][] = [
  ['none', /(政策|法律|法规|文件|制定|设立|考核)依据$/],
  ['evidence', /(依据|要件|档案|备查|文件|附件)/],
]

const names = new Map(exact.flatMap(([role, words]) => words.split(' ').map(word => [word, role] as const)))

interface WordRole {
  role: ColumnRole
  basis: 'exact' | 'like' | 'guess'
}

/** The role a head cell's words speak for; undefined for words nobody knows. A `（分）` behind a name does not count. */
export function roleOfWords(text: string): WordRole | undefined {
  const words = bareText(text.replace(/[(（][^()（）]*[)）]/g, ''))
  const bare = words === '' ? bareText(text) : words
  const role = names.get(bare)
  if (role) return { role, basis: 'exact' }
  if (bare.length === 0 || bare.length > 20) return undefined
  const fitting = (list: typeof inside) => list.find(([, pattern]) => pattern.test(bare))?.[0]
  const like = fitting(inside)
  if (like) return { role: like, basis: 'like' }
  const guess = fitting(unsure)
  return guess && { role: guess, basis: 'guess' }
}
