/**
 * The words of a name or a text, as pairs of neighbouring characters: Chinese has no spaces, and pairs need no dictionary.
 * Words that every office uses for every subject (通知, 总结, 照片) say what kind of paper it is, never what it is about.
 */

/** Words of no subject. None is from an edition: they are the language of offices, cameras and copying. */
const general =
  '通知 方案 计划 总结 报告 汇报 文件 会议 记录 纪要 台账 照片 图片 相片 影像 截图 视频 资料 材料 附件 附表 活动 工作 开展 情况 落实 组织 领导 小组 ' +
  '成立 调整 培训 检查 督查 汇总 统计 数据 表格 名单 清单 目录 印发 转发 下发 关于 年度 全年 本年 实施 制定 出台 召开 参加 部署 安排 推进 ' +
  '加强 完善 建立 健全 提升 深入 积极 有关 相关 进一步 专项 行动 相应 单位 部门 各单位 县级 市级 省级 全县 全市 辖区 负责 人员 领导干部 ' +
  '签到 讲话 发言 主持 议程 信息 简报 报送 上报 反馈 回复 批复 请示 意见 建议 措施 办法 制度 规定 要求 证明 印证 佐证 自查 整改 台帐 ' +
  '统计表 汇总表 情况表 登记表 签到表 花名册 一览表 决定书 通报 公示 公告 新闻 宣传 报道 链接 原件 复印件 现场 完成 进展 成效 做法 ' +
  '我县 我局 我市 本县 本单位 本级 青年 先进 集体 个人 文档 表 类 等 及 和 的 与 对 其他 其它 未分类 待整理 接收 导出 手机 相册 相机 新建 文件夹 桌面 下载 备份 ' +
  '微信 图像 扫描 扫描件 扫描仪 文本 工作表 演示文稿 幻灯片 未命名 无标题 考核 评议 评价 指标 项目 内容 任务 目标 责任 年终 年底 上半年 下半年 ' +
  '季度 一季度 二季度 三季度 四季度 月份 月报 周报 日报 收集 整理 提供 需要 给 发 用 版 稿 号 第 期 次 份 页 张 个 主要 重点 重要 基本 具体 管理 ' +
  '动态 结果 加大 力度 确保 做好 强化 严格 依法 及时 认真 全面 有效 结合 实际 明确 规范 服务 机制 体系 能力 建设 发展 保障 支持 政策 经费 队伍 综合行政执法 综合执法'
const generalWords = [...new Set(general.split(' '))].sort((a, b) => b.length - a.length)
const generalPattern = new RegExp(generalWords.join('|'), 'g')

/** Words that copying, editing and printing add to a name. */
const versions =
  /副本|复件|复制|拷贝|最终版?|终稿|定稿|初稿|草稿|修改[稿版]?|修订[稿版]?|盖章[版件]?|扫描[版件]|新版|旧版|打印版?|电子[版档]|正式[稿版]?|红头|改\d*$|copy|final|\bv\d+(\.\d+)*/gi

const dates = [
  /[〔[(（]?20\d\d[〕\])）]?\s*(?:年度?)?\s*\d+\s*号/g,
  /20\d\d\s*[-–—./_年]\s*\d{1,2}\s*[-–—./_月]\s*\d{1,2}日?(?!\d)/g,
  /20\d\d\s*[-–—./_年]\s*\d{1,2}月?(?!\d)/g,
  /20\d\d[01]\d[0-3]\d(?:[_-]?\d{4,9})?/g,
  /\d{1,2}\s*月\s*\d{1,2}\s*[日号]/g,
  /\d{1,2}\s*月份?/g,
  /20\d\d\s*年?度?/g,
]

/** The text in one width, without dates, version words and the unit's name; digits stay. */
export function tidyText(text: string, unit = ''): string {
  let tidied = text.normalize('NFKC')
  if (unit !== '') tidied = tidied.split(unit.normalize('NFKC')).join(' ')
  for (const pattern of dates) tidied = tidied.replace(pattern, ' ')
  return tidied.replace(/^.{2,20}?(?:局|政府|委员会|办公室|中心)关于/, '关于').replace(versions, ' ')
}

export interface Pairs {
  /** Pairs that may say what a text is about, each once. */
  telling: string[]
  /** Pairs of general words, each once. */
  general: string[]
}

/** The pairs of a text in which years and digits have no meaning; none reaches across punctuation. */
export function pairsOf(tidied: string): Pairs {
  const telling = new Set<string>()
  const plain = new Set<string>()
  for (const run of tidied.toLowerCase().match(/[\p{Script=Han}]+|[a-z]{2,}/gu) ?? []) {
    if (/^[a-z]/.test(run)) {
      if (!machine.test(run)) telling.add(run)
      continue
    }
    const characters = Array.from(run)
    const isGeneral = new Set<number>()
    for (const { 0: word, index } of run.matchAll(generalPattern))
      for (let i = 0; i < word.length; i++) isGeneral.add(index + i)
    for (let i = 0; i + 1 < characters.length; i++) {
      const pair = `${characters[i]}${characters[i + 1]}`
      const generals = Number(isGeneral.has(i)) + Number(isGeneral.has(i + 1))
      // Where a general word meets another, the pair is of neither.
      if (generals === 2) plain.add(pair)
      else if (generals === 0) telling.add(pair)
    }
  }
  return { telling: [...telling], general: [...plain] }
}

/** Names that cameras, phones and programs give their files. */
const machine =
  /^(?:(?:microsoft)?(?:word|excel|powerpoint)|img|mvimg|pxl|dsc|dscn|dcim|scn|camscanner|wechat|export|pic|image|photo|scan|doc|docx|xls|xlsx|pdf|jpg|jpeg|png|wx|mmexport|qq|new|microsoft|vid|video|camera|screenshot|wps)$/

/** Nothing but the letters of a text, to find one text whole in another. */
export function lettersOf(tidied: string): string {
  return tidied
    .normalize('NFKC')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
}
