/** Tables as other offices draw them: other words, other merges, classes in other places; read right, and asked only where said. */
import { expect, test } from '../runner'
import { draw, drawPage, importFirst, sayQuestions, sayRows } from './drawn-table'

const title = '示例县2023年度示例工作考核指标表'
const head = '序号|考核指标|具体内容|分值|评价部门|印证材料'

interface Variation {
  /** Lines and drawings; without a title of their own they get the usual one. */
  page: (string | { table: string })[]
  rows: string[]
  asked?: string[]
  title?: string
  /** The declared total; 100 where nothing is said, null where there is none. */
  points?: number | null
}

const variations: Record<string, Variation> = {
  'captions that only name a class': {
    page: [
      title,
      '共性指标',
      { table: `${head}\n1|组织领导|建立机制。|40|甲局|文件。` },
      '个性指标',
      { table: `${head}\n1|任务完成|完成任务。|60|乙局|总结。` },
    ],
    rows: [
      '共性指标/组织领导 | 建立机制。 | 40 | 甲局 | 文件',
      '个性指标/任务完成 | 完成任务。 | 60 | 乙局 | 总结',
    ],
    asked: ['tables-joined'],
    title,
  },
  'a table that goes on below 续表': {
    page: [
      title,
      { table: `${head}\n1|组织领导|建立机制。|40|甲局|文件。\n（续表）|<|<|<|<|<\n${head}` },
      '续表',
      { table: `${head}\n2|任务完成|完成任务。|60|乙局|总结。` },
    ],
    rows: ['组织领导 | 建立机制。 | 40 | 甲局 | 文件', '任务完成 | 完成任务。 | 60 | 乙局 | 总结'],
    asked: ['tables-joined'],
    title,
  },
  'two classes of units, each with its own title': {
    page: [
      '附件1',
      '示例县2023年度乡镇考核评分细则',
      { table: `${head}\n1|组织领导|建立机制。|100|甲局|文件` },
      '附件2',
      '示例县2023年度县直单位考核评分细则',
      { table: '序号|考核项目|考核内容|标准分|责任单位|佐证资料\n1|任务|完成任务。|100|乙局|总结' },
    ],
    rows: [
      '示例县2023年度乡镇考核评分细则/组织领导 | 建立机制。 | 100 | 甲局 | 文件',
      '示例县2023年度县直单位考核评分细则/任务 | 完成任务。 | 100 | 乙局 | 总结',
    ],
    asked: ['tables-differ', 'title-guessed'],
    title: '示例县2023年度考核评分细则',
    points: null,
  },
  'a title that names nothing but its year': {
    page: [
      '附件2：',
      '示例县2023年优化营商环境要求',
      '（征求意见稿）',
      { table: `${head}\n1|组织|建立机制。|100|甲局|文件` },
    ],
    rows: ['组织 | 建立机制。 | 100 | 甲局 | 文件'],
    asked: ['lines-left-out', 'title-guessed'],
    title: '示例县2023年优化营商环境要求',
  },
  'a class over number and name, with its points': {
    page: [
      {
        table: `序号|考核指标|考核内容|分值|责任单位
          一、基础工作|<||20|
          1|机构|完善机构。|10|甲局
          2|督办|强化督办。|10|乙局
          二、工作成效|<||80|
          3|污水|治理污水。|80|丙局`,
      },
    ],
    rows: [
      '一、基础工作 20/机构 | 完善机构。 | 10 | 甲局',
      '一、基础工作 20/督办 | 强化督办。 | 10 | 乙局',
      '二、工作成效 80/污水 | 治理污水。 | 80 | 丙局',
    ],
  },
  'classes A and B whose points the rows below come to': {
    page: [
      {
        table: `编号|项目|内容|标准分|负责单位
          合计|<|<|100|
          A|基础工作|<|20|
          A1|机构|完善机构。|10|甲局
          A2|督办|强化督办。|10|乙局
          B|工作成效|<|80|
          B1|污水|治理污水。|80|丙局`,
      },
    ],
    rows: [
      'A 基础工作 20/机构 | 完善机构。 | 10 | 甲局',
      'A 基础工作 20/督办 | 强化督办。 | 10 | 乙局',
      'B 工作成效 80/污水 | 治理污水。 | 80 | 丙局',
    ],
  },
  'a class in the cell of the content': {
    page: [
      {
        table: `序号|考核内容|分值|责任单位
          |一、组织领导（60分）||
          1|建立机制。|20|甲局
          2|落实经费。|40|甲局
          |二、工作成效（40分）||
          3|完成任务。|40|乙局`,
      },
    ],
    rows: [
      '一、组织领导（60分） | 建立机制。 | 20 | 甲局',
      '一、组织领导（60分） | 落实经费。 | 40 | 甲局',
      '二、工作成效（40分） | 完成任务。 | 40 | 乙局',
    ],
  },
  'rows that nobody answers for and whose numbers are Chinese': {
    page: [{ table: '序号|考核指标|考核内容|责任单位\n一|组织|建立机制|\n二|宣传|开展宣传|' }],
    rows: ['组织 | 建立机制', '宣传 | 开展宣传'],
    asked: ['1-1 department-missing', '2-1 department-missing'],
    points: null,
  },
  'points of the same number beside one content': {
    page: [
      {
        table: `序号|考评内容|分值|评分标准|考评方式
          1|贯彻法律法规（16分）|6分|未制定目标的扣6分。|查阅资料
          ^|^|5分|未签订责任书的扣5分。|^
          ^|^|5分|未督促检查的扣5分。|^
          2|消防宣传（84分）|84分|未开展的扣20分。|查阅资料`,
      },
    ],
    rows: [
      ...['6', '5', '5'].map(points => ` | 贯彻法律法规（16分） | ${points}`),
      ' | 消防宣传（84分） | 84',
    ],
    asked: ['column-missing'],
  },
  'a content that a page break left empty': {
    page: [
      {
        table: `序号|考评内容|分值|评分标准
          1|开展检查（30分）|15分|节假日未检查的，每次扣5分。
          序号|考评内容|分值|评分标准
          ||15分|隐患未整改的，每处扣3分。
          2|宣传（70分）|70分|未开展的扣20分。`,
      },
    ],
    rows: [' | 开展检查（30分） | 15', ' | 开展检查（30分） | 15', ' | 宣传（70分） | 70'],
    asked: ['column-missing', '1-2 name-filled'],
  },
  'a sentence that a page break tore at its comma': {
    page: [
      {
        table: `${head}
          1|组织领导|建立机制，明确分工，|60|甲局|1.文件；
          ${head}
          ||落实责任。|||2.纪要。
          2|任务|完成任务。|40|乙局|总结`,
      },
    ],
    rows: [
      '组织领导 | 建立机制，明确分工，落实责任。 | 60 | 甲局 | 文件;纪要',
      '任务 | 完成任务。 | 40 | 乙局 | 总结',
    ],
    asked: ['1-1 torn', '1-1 torn'],
  },
  'three columns below one head': {
    page: [
      {
        table: `序号|考核项目|考核内容及标准|<|<|责任单位
          1|载体建设|网站专栏|每月更新一次。|20|甲局
          2|^|新闻发布|每季度召开一次。|30|乙局
          3|依申请公开|按时答复|答复率100%。|50|丙局`,
      },
    ],
    rows: [
      '载体建设/网站专栏 | 每月更新一次。 | 20 | 甲局',
      '载体建设/新闻发布 | 每季度召开一次。 | 30 | 乙局',
      '依申请公开/按时答复 | 答复率100%。 | 50 | 丙局',
    ],
    asked: ['column-guessed', 'column-guessed'],
  },
  'names of people beside offices': {
    page: [
      { table: '序号|考核内容|分值|责任单位|<\n1|更新网站。|60|甲局|张某\n2|召开发布会。|40|乙局|李某' },
    ],
    rows: [' | 更新网站。 | 60 | 甲局', ' | 召开发布会。 | 40 | 乙局'],
  },
  'weights in percent beside points': {
    page: [
      {
        table:
          '考核指标|考核内容|权重|满分|责任单位\n机制|建立机制。|20%|40|甲局\n宣传|开展宣传。|80%|60|乙局',
      },
    ],
    rows: ['机制 | 建立机制。 | 40 | 甲局', '宣传 | 开展宣传。 | 60 | 乙局'],
  },
  'a column of evidence by a name that leaves it open': {
    page: [
      { table: '序号|考核指标|具体内容|分值|责任单位|评价依据\n1|组织|建立机制。|100|甲局|1.文件；2.纪要。' },
    ],
    rows: ['组织 | 建立机制。 | 100 | 甲局 | 文件;纪要'],
    asked: ['column-guessed'],
  },
  'a column that may be the evidence that is missing': {
    page: [{ table: '序号|考核指标|具体内容|分值|责任单位|栏目甲\n1|组织|建立机制。|100|甲局|文件和纪要' }],
    rows: ['组织 | 建立机制。 | 100 | 甲局'],
    asked: ['column-unknown'],
  },
  'points of a class that is merged over its rows': {
    page: [
      {
        table: `一级指标|考核内容|责任单位
          基础工作（60分）|建立机制。|甲局
          ^|开展宣传。|乙局
          成效（40分）|完成任务。|乙局`,
      },
    ],
    rows: [
      '基础工作（60分） | 建立机制。 |  | 甲局',
      '基础工作（60分） | 开展宣传。 |  | 乙局',
      '成效（40分） | 完成任务。 | 40 | 乙局',
    ],
    asked: ['total-unknown', '1-1 score-missing', '1-2 score-missing'],
    points: null,
  },
  'points behind a name, without brackets': {
    page: [
      {
        table: `序号|考核指标|具体内容|评价部门
          1|组织领导【30分】|建立机制。|甲局
          2|宣传 10分|开展宣传。|乙局
          3|培训（满分20分）|开展培训。|乙局
          4|任务：40分|完成任务。|乙局`,
      },
    ],
    rows: [
      '组织领导【30分】 | 建立机制。 | 30 | 甲局',
      '宣传 10分 | 开展宣传。 | 10 | 乙局',
      '培训（满分20分） | 开展培训。 | 20 | 乙局',
      '任务：40分 | 完成任务。 | 40 | 乙局',
    ],
  },
  'a number that is no score': {
    page: [{ table: `${head}\n1|组织|建立机制。|2022|甲局|文件\n2|宣传|开展宣传。|100|甲局|照片` }],
    rows: ['组织 | 建立机制。 |  | 甲局 | 文件', '宣传 | 开展宣传。 | 100 | 甲局 | 照片'],
    asked: ['1-1 score-odd'],
  },
  'more and fewer points by other names': {
    page: [
      {
        table: `考核项目|考核内容|评分标准|分值|责任单位
          组织领导|建立机制。|未建立不得分。|100|甲局
          附加分|获得国家级荣誉。|每项加3分，累计不超过6分。||甲局
          惩罚性扣分|瞒报数据。|发现一起扣5分，扣完10分为止。||乙局
          加减分项|获省级表彰的加5分。||5|甲局
          ^|被通报的扣3分。||-3|甲局`,
      },
    ],
    rows: [
      '组织领导 | 建立机制。 | 100 | 甲局',
      '附加分 | 获得国家级荣誉。 | +6 | 甲局',
      '惩罚性扣分 | 瞒报数据。 | -10 | 乙局',
      '加减分项 | 获省级表彰的加5分。 | +5 | 甲局',
      '加减分项 | 被通报的扣3分。 | -3 | 甲局',
    ],
  },
  'a total in the head': {
    page: [
      { table: '考核指标|考核内容|分值（60分）|责任单位\n机制|建立机制。|20|甲局\n宣传|开展宣传。|40|乙局' },
    ],
    rows: ['机制 | 建立机制。 | 20 | 甲局', '宣传 | 开展宣传。 | 40 | 乙局'],
    points: 60,
  },
}

for (const [name, { page, rows, asked = [], title: wanted, points = 100 }] of Object.entries(variations)) {
  test(`a table with ${name} is read right`, async () => {
    const own = page.some(part => typeof part === 'string') ? page : [title, ...page]
    const edition = await importFirst(
      drawPage(own.map(part => (typeof part === 'string' ? part : draw(part.table)))),
    )
    expect(sayRows(edition)).toEqual(rows)
    expect(sayQuestions(edition)).toEqual(asked)
    const { data } = edition.indicators
    expect(data.title).toBe(wanted ?? title)
    expect(data.declared.points ?? null).toBe(points)
  })
}

/** A cell of 责任单位 and the departments it names, with what is asked. */
const offices: [cell: string, names: string, ...asked: string[]][] = [
  ['县教育局⏎（牵头）⏎县财政局', '县教育局、~县财政局'],
  ['县水利局牵头，县自然资源局、县林业局配合', '县水利局、~县自然资源局、~县林业局'],
  ['由县水利局负责，各乡镇落实', '县水利局、各乡镇'],
  ['主办：县教育局　协办：县财政局', '县教育局、~县财政局'],
  ['县市场监督⏎管理局⏎县公安局', '县市场监督管理局、县公安局'],
  ['县发展和改革局', '县发展和改革局'],
  ['县卫健局和县医保局', '县卫健局、县医保局', '1-1 department-several'],
  ['县教育局（县委教育工委）、县财政局', '县教育局（县委教育工委）、县财政局'],
]

for (const [cell, names, ...asked] of offices) {
  test(`the offices of “${cell}” are ${names}`, async () => {
    const table = draw(`序号|考核指标|具体内容|分值|责任单位\n1|组织|建立机制。|100|${cell}`)
    const edition = await importFirst(drawPage([title, table]))
    expect(sayRows(edition)).toEqual([`组织 | 建立机制。 | 100 | ${names}`])
    expect(sayQuestions(edition)).toEqual(asked)
  })
}
