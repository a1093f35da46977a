/** Tables of every kind that notices have, each with what must come out of it: read right, or asked on its row. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readRows } from '../../../src/core/edition/read-rows'
import { buildEdition, type NewEdition } from '../../../src/publish/edition'
import { readSource } from '../../../src/publish/read/source'
import { sayQuestion } from '../../../src/publish/wording'
import { expect, test } from '../runner'

type Row = [levels: string, content: string, score: string, departments: string]

/** For each file: its rows, the codes of its questions that are not usual ones, and what it declares. */
const kinds: Record<string, { title?: string; rows: Row[]; asked?: string[]; points?: number }> = {
  'captions-between.docx': {
    title: '2023年度示例工作考核指标表',
    rows: [
      ['一、基础工作(60分)/组织领导', '建立协调机制。', 'points 60', '甲局'],
      ['二、工作成效(40分)/任务完成', '完成年度任务。', 'points 40', '乙局'],
    ],
    asked: ['tables-joined'],
    points: 100,
  },
  'category-row.xlsx': {
    rows: [
      ['一 基础工作 16/组织体系', '完善组织体系。', 'points 8', '甲办'],
      ['一 基础工作 16/督察督办', '强化督察督办。', 'points 8', '甲办'],
      ['二 专项整治 84/生活污水', '推进生活污水治理。', 'points 40', '乙局、丙局'],
      ['二 专项整治 84/城乡垃圾', '推进城乡垃圾治理。', 'points 44', '乙局'],
    ],
    points: 100,
  },
  'content-merged.docx': {
    rows: [
      ['基础工作/机制建设', '建立协调机制。', 'points 10', '甲局'],
      ['基础工作/机制建设', '落实工作经费。', 'points 20', '乙局'],
      ['基础工作/宣传培训', '开展集中宣传。', 'points 30', '丙局'],
      ['基础工作/宣传培训', '举办业务培训。', 'points 40', '甲局'],
    ],
    asked: ['1-4 list-split'],
    points: 100,
  },
  'dotted-numbers.html': {
    rows: [
      ['组织领导', '建立协调机制。', 'points 30', '甲局'],
      ['组织领导', '落实经费。', 'points 30', '甲局'],
      ['宣传培训', '开展宣传。', 'points 20', '乙局'],
      ['工作成效', '完成任务。', 'points 20', '乙局'],
    ],
    asked: ['lines-left-out'],
    points: 100,
  },
  'evidence-head-other-name.html': {
    rows: [['组织领导', '建立机制。', 'points 100', '甲局']],
    asked: ['lines-left-out'],
    points: 100,
  },
  'exact-name-loses.html': {
    rows: [
      ['示范类/机制建设/组织领导', '建立协调机制,全年开会不少于2次。', 'points 60', '甲局'],
      ['示范类/机制建设/经费保障', '工作经费列入预算。', 'points 40', '乙局'],
    ],
    asked: ['lines-left-out'],
    points: 100,
  },
  'head-over-two-columns.html': {
    rows: [
      ['示范类/载体建设', '网站专栏每月更新。', 'points 10', '甲局'],
      ['示范类/载体建设', '召开新闻发布会。', 'points 20', '甲局'],
      ['示范类/载体建设', '设公开栏。', 'points 30', '乙局'],
      ['示范类', '公开目录完整。', 'points 40', '甲局'],
    ],
    asked: ['lines-left-out'],
    points: 100,
  },
  'line-between-title-and-table.docx': {
    title: '2023年度示例工作考核评分表',
    rows: [['组织领导', '建立协调机制。', 'points 100', '甲局']],
    asked: ['lines-left-out'],
    points: 100,
  },
  'line-per-level.docx': {
    rows: [
      ['组织领导', '建立协调机制。', 'points 10', '甲局'],
      ['组织领导', '全年开会不少于2次。', 'none', '甲局'],
    ],
    asked: ['total-unknown', '1-2 cells-shared'],
  },
  'no-score.html': {
    title: '2023年度示例工作任务清单',
    rows: [
      ['组织领导', '建立协调机制。', 'none', '甲局'],
      ['宣传培训', '开展宣传。', 'none', '乙局'],
    ],
    asked: ['lines-left-out'],
  },
  'number-in-two-columns.docx': {
    rows: [
      ['组织领导', '建立协调机制。', 'points 30', '甲局'],
      ['工作经费', '落实经费。', 'points 30', '甲局'],
      ['工作成效', '完成任务。', 'points 40', '乙局'],
    ],
    points: 100,
  },
  'numbers-restart.docx': {
    rows: [
      ['组织领导', '建立协调机制。', 'points 30', '甲局'],
      ['组织领导', '落实经费。', 'points 30', '甲局'],
      ['工作成效', '完成任务。', 'points 20', '乙局'],
      ['工作成效', '群众满意。', 'points 20', '乙局'],
    ],
    points: 100,
  },
  'plus-minus.html': {
    rows: [
      ['组织领导', '建立协调机制。', 'points 60', '甲局'],
      ['宣传培训', '开展宣传。', 'points 40', '乙局'],
      ['加分项', '获得省级以上表彰的,每项加2分,最多加5分。', 'bonus 5', '甲局'],
      ['加分项', '创新做法被推广的,加3分。', 'bonus 3', '甲局'],
      ['减分项', '被上级通报批评的,每次减2分,最多减6分。', 'deduction 6', '甲局'],
      ['扣分项', '发生事故的,每起扣5分,上限10分。', 'deduction 10', '乙局'],
      ['否决项', '发生重大事故的,实行一票否决。', 'veto', '乙局'],
    ],
    asked: ['lines-left-out'],
    points: 100,
  },
  'score-forms.html': {
    rows: [
      'points 3',
      'points 5',
      'none',
      'none',
      'none',
      'none',
      'none',
      'points 5',
      'none',
      'points 20',
      'points 20',
      'points 6',
    ].map((score, i): Row => [`指标${i + 1}`, `开展第${i + 1}项工作。`, score, '甲局']),
    asked: [
      'lines-left-out',
      'total-unknown',
      ...[1, 2, 3, 4, 5, 6, 7, 9, 12].map(number => `${number}-1 score-odd`),
    ],
  },
  'score-in-name.html': {
    rows: [
      ['组织领导(3分)', '建立协调机制。', 'points 3', '甲局'],
      ['宣传培训(4 分)', '开展宣传。', 'points 4', '乙局'],
      ['任务完成', '完成年度任务(3)', 'points 3', '乙局'],
    ],
    asked: ['lines-left-out', 'total-unknown', '3-1 score-odd'],
  },
  'score-two-columns.docx': {
    rows: [
      ['组织领导', '建立协调机制。', 'points 10', '甲局'],
      ['组织领导', '落实工作经费。', 'points 20', '甲局'],
      ['组织领导', '明确专人。', 'points 30', '乙局'],
      ['工作成效', '完成任务。', 'points 40', '乙局'],
    ],
    points: 100,
  },
  'section-lines.docx': {
    rows: [
      ['一、基础工作(60分)/组织领导', '建立协调机制。', 'points 60', '甲局'],
      ['二、工作成效(40分)/任务完成', '完成年度任务。', 'points 40', '乙局'],
    ],
    points: 100,
  },
  'several-departments.docx': {
    rows: [
      '县委宣传部、县教育局',
      '县发改局、县财政局',
      '县教育局、县财政局（配合）',
      '县法院、县检察院',
      '县消防救援大队、县公安局',
      '县发改局、县财政局（配合）',
      '各乡镇、县直各单位',
      '县教育局',
      '县国土资源局',
      '县委组织部、县委编办',
    ].map((names, i): Row => [`指标${i + 1}`, `开展第${i + 1}项工作。`, 'points 10', names]),
    asked: ['8-1 department-more'],
    points: 100,
  },
  'sheet-per-class.xlsx': {
    rows: [
      ['一、基础工作(60分)/组织领导', '建立协调机制。', 'points 60', '甲局'],
      ['二、工作成效(40分)/任务完成', '完成年度任务。', 'points 40', '乙局'],
    ],
    asked: ['tables-joined', 'title-guessed'],
    points: 100,
  },
  'title-without-word.docx': {
    title: '2023年度创建示范县任务分解表',
    rows: [['组织领导', '建立协调机制。', 'points 100', '甲局']],
    points: 100,
  },
  'two-classes.docx': {
    title: '2023年度考核评分细则',
    rows: [
      ['A类:县(市、区)政府考核评分细则/组织领导', '建立协调机制。', 'points 100', '甲局'],
      ['B类:市直部门考核评分细则/任务完成', '完成年度任务。', 'points 100', '乙局'],
    ],
    asked: ['tables-differ', 'title-guessed'],
  },
  ...Object.fromEntries(
    ['two-line-head.docx', 'two-line-head-repeated.docx', 'two-line-head-xlsx.xlsx'].map(name => [
      name,
      {
        rows: [
          ['组织领导', '建立协调机制。', 'points 60', '甲局'],
          ['任务完成', '完成年度任务。', 'points 40', '乙局'],
        ] satisfies Row[],
        points: 100,
      },
    ]),
  ),
}

/** What any first import asks of. */
const usual = /^(notice|materials|report|departments|bundle)-/

for (const [name, { title, rows, asked = [], points }] of Object.entries(kinds)) {
  test(`${name} is read right, or asked`, async () => {
    const { data, questions } = await importFixture(name)
    if (title) expect(data.title).toBe(title)
    expect(rowsOf(data)).toEqual(rows)
    expect(codesOf(questions)).toEqual(asked)
    expect(data.declared.points).toBe(points)
  })
}

for (const name of ['one-class-120.docx', 'two-levels-127.docx', 'three-levels-127.docx']) {
  test(`${name}: every row is there, with few questions`, async () => {
    const { data, questions } = await importFixture(name)
    const count = Number(/\d+/.exec(name)?.[0])
    expect(data.indicators).toHaveLength(count)
    expect(readRows(data).map(({ content }) => content)).toEqual(
      Array.from({ length: count }, (_, i) => `第${i + 1}项任务按要求完成。`),
    )
    expect(new Set(data.indicators.map(({ id }) => id)).size).toBe(count)
    expect(
      data.indicators.every(({ points, departments, items }) => points && departments?.length === 1 && items),
    ).toBe(true)
    expect(data.declared.points).toBeUndefined()
    expect(codesOf(questions).length).toBeLessThanOrEqual(3)
  })
}

test('numbers that begin again in a class give ids of their own to it', async () => {
  const { data } = await importFixture('captions-between.docx')
  expect(data.indicators.map(({ id }) => id)).toEqual(['1-1', '2-1'])
})

test('a question is one line, whatever the cell it quotes', async () => {
  for (const name of ['score-forms.html', 'several-departments.docx', 'line-per-level.docx']) {
    const { questions } = await importFixture(name)
    for (const question of questions) expect(sayQuestion(question)).not.toContain('\n')
  }
})

const notices: Record<string, { body: string[]; fields: Record<string, unknown>; asked: string[] }> = {
  'notice-address-label.txt': {
    body: ['报送地点:县行政中心1号楼101室', '地址:县行政中心1号楼101室'],
    fields: { contact: { name: '考核办', address: '县行政中心1号楼101室' }, documentNumber: '' },
    asked: [],
  },
  'notice-noise-line.txt': {
    body: ['各有关单位:', '现将有关事项通知如下:'],
    fields: { title: '关于报送2023年度考核材料的通知', published: '2023-11-20', documentNumber: '' },
    asked: ['信息来源:', '浏览次数:'],
  },
  'notice-portal-labels.txt': {
    body: ['现将《2023年考评方案》印发给你们,请认真落实。', '## 2023年考评方案', '县直各单位。'],
    fields: {
      documentNumber: '',
      indexNumber: '000000000/2023-00001',
      publisher: '示例县政数局',
      published: '2023-05-09',
    },
    asked: ['文件分类: 综合政务'],
  },
}

for (const [name, { body, fields, asked }] of Object.entries(notices)) {
  test(`${name}: letter and plan are kept, the portal's own lines are quoted and no field`, async () => {
    const { edition, front, text } = await importNotice(name)
    expect(front).toMatchObject(fields)
    for (const line of body) expect(text).toContain(line)
    const sentences = edition.questions.map(sayQuestion).join('\n')
    for (const line of asked) {
      expect(text).not.toContain(line)
      expect(sentences).toContain(line)
    }
  })
}

function rowsOf(data: NewEdition['indicators']['data']): Row[] {
  const names = new Map(data.departments.map(({ id, name }) => [id, name]))
  return readRows(data).map(({ levels, content, source }) => {
    const { points, bonus, deduction, veto, departments = [], supporting = [] } = source
    const score = points
      ? `points ${points}`
      : bonus
        ? `bonus ${bonus}`
        : deduction
          ? `deduction ${deduction}`
          : ''
    const who = [...departments.map(id => names.get(id)), ...supporting.map(id => `${names.get(id)}（配合）`)]
    return [levels.join('/'), content, veto ? 'veto' : score || 'none', who.join('、')]
  })
}

function codesOf(questions: NewEdition['questions']): string[] {
  return questions
    .filter(({ code }) => !usual.test(code))
    .map(({ row, code }) => (row === undefined ? code : `${row} ${code}`))
}

async function importFixture(name: string) {
  const { indicators, questions } = buildEdition('2023', await readSource(bytesOf(name)), undefined, [])
  return { data: indicators.data, questions }
}

async function importNotice(name: string) {
  const table = await readSource(bytesOf('no-score.html'))
  const edition = buildEdition('2023', table, await readSource(bytesOf(name)), [])
  const [, front = '', text = ''] = edition.files['notice.md'].split(/^---\n/m)
  return { edition, front: parse(front) as Record<string, unknown>, text }
}

function bytesOf(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/tables/${name}`, import.meta.url))
}
