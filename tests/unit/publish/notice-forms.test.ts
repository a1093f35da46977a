/** The forms in which notices print their title, signature, contact and deadline: a sound notice, one of them changed. */

import { deadlinesIn } from '../../../src/publish/notice/day'
import { buildNoticeFields } from '../../../src/publish/notice/fields'
import { parseNotice } from '../../../src/publish/notice/notice'
import type { Question } from '../../../src/publish/question'
import { sayQuestion } from '../../../src/publish/wording'
import { expect, test } from '../runner'

const office = '某县质量强县工作委员会办公室'
const fullTitle = '关于报送2031年度质量工作考核资料的通知'

interface Printed {
  head?: string[]
  deadline?: string
  contact?: string
  closing?: string[]
}

/** A notice of which nothing is asked but what every guess is. */
function print({ head, deadline, contact, closing }: Printed = {}): string[] {
  return [
    ...(head ?? [fullTitle]),
    '各成员单位：',
    '现将有关事项通知如下：',
    deadline ?? '请于2031年12月5日前将资料报送至县质强办（县大厦1402室）。',
    contact ?? '联系人：联络员甲 联系电话：0715-1234567；邮箱：a@example.com',
    '附件：1. 某市2031年质量工作考核要点',
    ...(closing ?? [office, '2031年11月3日']),
    '附件1',
    '表格里的字',
  ]
}

function importNotice(printed?: Printed) {
  const notice = parseNotice(print(printed))
  const { data, questions } = buildNoticeFields(notice, undefined)
  return { data, questions, paragraphs: notice?.paragraphs ?? [] }
}

/** The questions that the sound notice does not raise. */
function newQuestions(printed: Printed): Question[] {
  const usual = importNotice().questions.map(question => JSON.stringify(question))
  return importNotice(printed).questions.filter(question => !usual.includes(JSON.stringify(question)))
}

test('the sound notice is read without a question about its title, signature or date', () => {
  const { data, questions, paragraphs } = importNotice()
  expect(data).toMatchObject({ title: fullTitle, signatory: office, dated: '2031-11-03' })
  expect(paragraphs).toHaveLength(5)
  const asked = questions.map(question => ('field' in question ? question.field : question.code))
  for (const field of ['title', 'signatory', 'dated']) expect(asked).not.toContain(field)
})

for (const [text, expected] of [
  ['请于2022年12月25日下午4时前报送', '2022-12-25T16:00'],
  ['务必于 2023 年 1 月 5 日 17:30 前报送', '2023-01-05T17:30'],
  ['2023年1月5日上午10点半之前', '2023-01-05T10:30'],
  ['2023年1月5日前', '2023-01-05T23:59'],
  ['2023年12月25日（星期一）下午4时30分前报送', '2023-12-25T16:30'],
  ['2023年12月25日(周一)24时前报送', '2023-12-25T23:59'],
  ['12月25日下班前报送', '2023-12-25T23:59'],
  ['1月5日前报送', '2024-01-05T23:59'],
  ['2023年11月30日前完成自查；2023年12月25日前报送', '2023-12-25T23:59'],
  ['11月30日前完成自查，12月25日前将资料报送我办。', '2023-12-25T23:59'],
  ['报送截止时间：2023年12月25日17时', '2023-12-25T17:00'],
  ['自2023年1月5日起施行', undefined],
] as const) {
  test(`the deadline of “${text}” is ${expected}`, () => {
    expect(deadlinesIn(text, '2023-11-13')[0]?.value).toBe(expected && `${expected}:00+08:00`)
  })
}

test('a day without a year is no deadline where the notice has no date either', () => {
  expect(deadlinesIn('12月25日前报送', undefined)).toEqual([])
})

test('the question about the deadline quotes its sentence, and the others that name a day', () => {
  const deadline = '一、2031年11月30日前完成自查；二、请于12月5日（星期五）前报送至县质强办（县大厦1402室）。'
  const [question] = newQuestions({ deadline })
  expect(question && sayQuestion(question)).toBe(
    'notice.md 的报送时限（deadline）写成了“2031-12-05T23:59:00+08:00”，' +
      '依据是“二、请于12月5日（星期五）前报送至县质强办（县大厦1402室）”；' +
      '通知里另有“一、2031年11月30日前完成自查”。对吗？',
  )
})

test('lines after the date are asked about one by one, and say who to ask', () => {
  const closing = [office, '2031年11月3日', '（此件公开发布）', '（联系人：联络员乙，联系方式：1234567）']
  const { data } = importNotice({ closing, contact: '邮箱：a@example.com' })
  expect(data.contact).toMatchObject({ name: '联络员乙', phone: '1234567' })
  expect(newQuestions({ closing })).toEqual([
    expect.objectContaining({ field: 'contact.name', value: '联络员甲', others: ['联络员乙'] }),
    expect.objectContaining({ field: 'contact.phone', value: '0715-1234567', others: ['1234567'] }),
    ...closing.slice(2).map(text => ({ code: 'notice-line-left-out', text })),
  ])
})

test('the annexes listed after the date are left out with a question, the foot of a page in one', () => {
  const foot = Array.from({ length: 12 }, (_, index) => `页脚${index}`)
  const asked = newQuestions({ closing: [office, '2031年11月3日', '附件：1. 要点', ...foot] })
  expect(asked[0]).toEqual({ code: 'notice-line-left-out', text: '附件：1. 要点' })
  expect(asked).toHaveLength(11)
  expect(asked[10]).toEqual({ code: 'notice-lines-left-out', texts: ['页脚9', '页脚10', '页脚11'] })
})

for (const [name, closing, signatory] of [
  ['two offices', [office, '某县市场监督管理局', '2031年11月3日'], `${office} 某县市场监督管理局`],
  ['a signer that is no office', ['某县质量协会筹备人员', '2031年11月3日'], '某县质量协会筹备人员'],
] as const) {
  test(`${name} in the signature: taken, and asked`, () => {
    const { data, paragraphs } = importNotice({ closing: [...closing] })
    expect([data.signatory, paragraphs.length]).toEqual([signatory, 5])
    expect(newQuestions({ closing: [...closing] })).toEqual([
      { code: 'notice-guessed', field: 'publisher', value: signatory },
      { code: 'notice-guessed', field: 'signatory', value: signatory },
    ])
  })
}

for (const [name, closing] of [
  ['a seal below the office', [office, '（盖章）', '2031年11月3日']],
  ['a seal behind the office', [`${office}（公章）`, '2031年11月3日']],
  ['a seal behind the date', [office, '2031年11月3日（盖章）']],
  ['a date in Chinese numerals', [office, '二〇三一年十一月三日']],
  ['office and date on one line', [`${office}　2031年11月3日`]],
] as const) {
  test(`${name}: the same notice, nothing asked`, () => {
    expect(importNotice({ closing: [...closing] })).toEqual(importNotice())
  })
}

test('a seal without an office, or a sentence above the date, is no signature', () => {
  expect(newQuestions({ closing: ['（盖章）', '2031年11月3日'] })).toEqual([
    { code: 'notice-field', field: 'publisher' },
    { code: 'notice-field', field: 'signatory' },
  ])
  const { data, paragraphs } = importNotice({ closing: ['特此通知。', '2031年11月3日'] })
  expect([data.signatory, paragraphs.at(-1)]).toEqual(['【待填】', '特此通知。'])
})

for (const [name, head] of [
  ['where you are on the site', ['首页 > 政务公开 > 通知公告', fullTitle]],
  ['a column of the site', ['通知公告', '字号：大 中 小', fullTitle]],
  ['the title twice', [fullTitle, office, fullTitle]],
  ['通　知 on a line of its own', [office, fullTitle.replace('通知', ''), '通　知']],
] as const) {
  test(`${name} above the text: the title is found, nothing asked`, () => {
    expect(importNotice({ head: [...head] })).toEqual(importNotice())
  })
}

test('of two titles the last is taken and the other asked about; one without 关于 is asked about', () => {
  const other = '关于报送质量资料的通知'
  expect(newQuestions({ head: [other, fullTitle] })).toEqual([
    { code: 'notice-guessed', field: 'title', value: fullTitle, others: [other] },
  ])
  expect(newQuestions({ head: ['通 知'] })).toEqual([
    { code: 'notice-guessed', field: 'title', value: '通知' },
  ])
})

for (const [contact, name, phone] of [
  ['联 系 人：联络员甲　　联系方式：0715-1234567', '联络员甲', '0715-1234567'],
  ['联系人：联络员甲联系电话：0715 1234567', '联络员甲', '0715 1234567'],
  ['联系人：甲、乙　电　话：0715—1234567，13800000000；', '甲、乙', '0715—1234567，13800000000'],
  ['联系人：甲，0715-1234567转8', '甲', '0715-1234567转8'],
  ['联系人：甲（主任） 手机：13800000000 13900000000', '甲', '13800000000 13900000000'],
] as const) {
  test(`“${contact}” gives ${name} and ${phone}`, () => {
    expect(importNotice({ contact }).data.contact).toMatchObject({ name, phone })
  })
}
