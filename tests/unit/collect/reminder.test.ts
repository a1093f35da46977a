/** 催报: what a unit is told that it owes, and why. */

import { planBundle } from '../../../src/core/bundle/plan'
import type { Owed } from '../../../src/core/collect/owed'
import { concerns } from '../../../src/core/edition/catalogue'
import type { UnreadFile } from '../../../src/core/intake/arrival'
import { sayReminder, sayReminderSubject } from '../../../src/wording/collect'
import { flawedHandIn } from '../intake/hand-ins'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, replyTo } from '../samples'
import { add, handInOf, input, inputOf, lost, photo, plan, ready, water } from './summaries'

const facts = {
  title: '2022年质量工作考核资料',
  deadlineText: '2022年12月25日 16时',
  office: '县质强办',
  address: '',
}
const reminderTo = (unit: string, { owing } = input) =>
  sayReminder(owing.find(owed => owed.unit === unit) as Owed, facts)

test('a 催报 names the deadline and what is missing, by its reason', () => {
  const nothing = reminderTo('青禾县公安局')
  expect(nothing).toMatch(/^青禾县公安局：\n2022年质量工作考核资料的报送截止时间是2022年12月25日 16时。/)
  expect(nothing).toContain('还没有收到贵单位的材料包')
  const some = reminderTo('青禾县教育局')
  expect(some).toContain('1. 共 3 卷，第 2 卷没有收到。')
  expect(some).toContain('请补发缺的卷，不必全部重发')
  expect(some).toContain('   0-2 ')
  expect(some).not.toContain('材料包里却没有')
  expect(some).toMatch(/核验发现的问题 1 处：\n {3}.*丢失\.pdf/)
  expect(some).not.toContain('勾选了“已备齐”、没有附文件')
  for (const letter of [nothing, some]) expect(letter.endsWith('\n县质强办')).toBe(true)
  expect(reminderTo('青禾县水利局')).toContain('标了“不适用”、没有写理由的 1 项（请补写理由）')
})

test('a 催报 says of a file that is not as it was packed once what is wrong, by the file’s own name', () => {
  const whole = handInOf('青禾县教育局', ['education'], [ready('0-1'), add('0-1', plan, lost)], {
    lost: [lost],
  })
  const path = planBundle(catalogue, whole.checklist).entries.find(({ file }) => file === lost)?.path ?? ''
  const unsaid = reminderTo('青禾县教育局', inputOf([whole], []))
  expect(unsaid).toMatch(/清单里写了文件、材料包里却没有的 1 项：\n {3}0-1 /)
  const altered = flawedHandIn(whole.checklist, { code: 'altered', path })
  const said = reminderTo('青禾县教育局', inputOf([altered], []))
  expect(said).toContain('核验发现的问题 1 处：\n   文件被改动：0-1 的“丢失.pdf”。内容与打包时不一致')
  expect(said).not.toContain('材料包里却没有')
  expect(said).not.toContain('data/')
  expect(said).not.toContain('请核实')
  expect(said).toContain('整包再报一次')
})

test('a 催报 to a unit whose file came and could not be read says so, and why', () => {
  const unread: UnreadFile[] = [
    { name: '收件/青禾县公安局-材料.zip', finding: { code: 'truncated' } },
    { name: '县科技局.zip', finding: { code: 'foreign-zip' } },
    { name: '照片.rar', finding: { code: 'not-a-zip', found: 'rar' } },
  ]
  const told = inputOf([water], ['青禾县公安局', '青禾县水利局', '青禾县科技局', '青禾县教育局'], unread)
  const police = reminderTo('青禾县公安局', told)
  expect(police).toMatch(/收到的文件“青禾县公安局-材料.zip”打不开（压缩包不完整.*），请重新发送/)
  expect(police).not.toContain('没有收到')
  expect(police.endsWith('\n县质强办')).toBe(true)
  expect(reminderTo('青禾县科技局', told)).toContain('“县科技局.zip”不是能用的材料包（里面没有材料包')
  expect(reminderTo('青禾县教育局', told)).toContain('还没有收到贵单位的材料包')
})

test('files are counted that came, not those a checklist names', () => {
  const totals = input.matrix.rows.map(({ total }) => total)
  expect(totals.reduce((sum, { files, absent }) => sum + files - absent, 0)).toBe(4)
  expect(totals.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(3 * plan.size + photo.size)
})

test('a unit that settled everything owes nothing', () => {
  const items = [
    ...catalogue.materials.items,
    ...catalogue.indicators.filter(row => concerns(row, ['water'])).flatMap(({ items }) => items),
  ].filter(({ counted }) => counted)
  const whole = handInOf(
    '青禾县水利局',
    ['water'],
    items.flatMap(({ id }) => [ready(id), add(id, plan)]),
  )
  expect(inputOf([whole], ['青禾县水利局']).owing).toEqual([])
})

test('a 催报 carries the notes of what was returned, the new date and the address of the page', () => {
  const owed = input.owing.find(({ unit }) => unit === '青禾县教育局') as Owed
  const note = { at: '2022-12-26T01:00:00.000Z', files: [] }
  const reply = replyTo(checklistAfter(), {
    unit: owed.unit,
    until: '2022-12-28',
    closing: '总体较好。',
    accepted: 3,
    notes: {
      '0-1': { ...note, verdict: 'returned', note: '没有盖章。' },
      '0-2': { ...note, verdict: 'doubtful', note: '' },
    },
  })
  const address = 'http://site.test/2022/checklist.html'
  const letter = sayReminder(owed, { ...facts, address }, reply)
  expect(letter).toMatch(/审核退回，请补充的 1 项：\n {3}0-1 .*\n {6}没有盖章。/)
  expect(letter).toMatch(/有疑问，请核实说明的 1 项：\n {3}0-2 .*\n {6}请补充/)
  expect(letter).toContain('请在 12 月 28 日前补齐。')
  expect(letter.endsWith(`填报网页：${address}\n县质强办`)).toBe(true)
  expect(sayReminder({ ...owed, volumes: [], items: [], errors: [] }, facts, reply)).toContain(
    '下载补充包报来',
  )
  expect(sayReminderSubject(owed, facts)).toBe('2022年质量工作考核资料：请青禾县教育局补充')
})
