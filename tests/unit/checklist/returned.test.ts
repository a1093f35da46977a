/** 审核意见 in a checklist: taken in, answered, merged, written and read back. */

import { supplementOf } from '../../../src/core/bundle/supplement'
import { applyChange } from '../../../src/core/checklist/change'
import { bringIn, findConflicts, mergeChecklists } from '../../../src/core/checklist/merge'
import { sectionsOf } from '../../../src/core/checklist/progress'
import { parseChecklist, writeChecklist } from '../../../src/core/checklist/record'
import { isReplyFile, readReplyFile } from '../../../src/core/checklist/reply-file'
import {
  isUntouched,
  type Reply,
  type ReturnedNote,
  returnedItems,
} from '../../../src/core/checklist/returned'
import { isSameWork } from '../../../src/core/checklist/same-work'
import { writeReplyPage } from '../../../src/core/review/reply-page'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf, noon, replyTo } from '../samples'

const plan = fileOf('方案.pdf')
const stamped = fileOf('盖章方案.pdf')
const checklist = checklistAfter(
  { kind: 'add-files', item: '0-1', files: [fileOf('机构.pdf')] },
  { kind: 'add-files', item: '0-2', files: [plan] },
)
const said = replyTo(checklist, {
  until: '2022-12-28',
  closing: '总体较好 & 请<按时>补。',
  fingerprints: ['6F2A-91C4-0B77-E3D0'],
  accepted: 1,
  notes: {
    '0-2': { verdict: 'returned', note: '没有盖章', at: '2022-12-26T01:00:00.000Z', files: [plan.sha256] },
    '0-3': { verdict: 'doubtful', note: '', at: '2022-12-26T01:00:00.000Z', files: [] },
  },
})
const take = (reply: Reply, before = checklist) => applyChange(before, { kind: 'take-reply', reply }, noon)
const returned = take(said)
const repair = (before = returned, response = '已补') => {
  const ticked = applyChange(before, { kind: 'set-repaired', item: '0-2', repaired: true }, noon)
  return applyChange(ticked, { kind: 'set-response', item: '0-2', response }, noon)
}

const pageAfter = (judged: readonly [number, number]) =>
  writeReplyPage(said, {
    title: '2022年质量工作考核资料',
    sections: sectionsOf(catalogue, checklist),
    names: new Map([[plan.sha256, plan.name]]),
    judged,
    address: 'http://site.test/2022/checklist.html',
  })
const page = pageAfter([3, 3])

test('a 审核意见 is taken in; an older one or the same changes nothing, a later one keeps what was said of the same word', () => {
  expect(returnedItems(returned.returned as never)).toEqual(['0-2'])
  expect(take(said, returned)).toBe(returned)
  expect(take({ ...said, at: '2022-12-25T02:00:00.000Z' }, returned)).toBe(returned)
  const done = repair()
  const later = take({ ...said, at: '2022-12-27T02:00:00.000Z' }, done)
  expect(later.returned?.notes['0-2']).toMatchObject({
    repaired: done.returned?.notes['0-2']?.repaired,
    response: '已补',
  })
  const anew = {
    ...said.notes['0-2'],
    note: '还是看不清',
    at: '2022-12-27T01:00:00.000Z',
  } as Reply['notes'][string]
  const again = take({ ...said, at: '2022-12-27T02:00:00.000Z', notes: { '0-2': anew } }, done)
  expect(again.returned?.notes).toEqual({ '0-2': { ...anew, repaired: '', response: '' } })
})

test('已补好 has nothing to show where the files are those of then and nothing was replied', () => {
  const note = repair(returned, '').returned?.notes['0-2'] as ReturnedNote
  expect(isUntouched(note, [plan])).toBe(true)
  for (const files of [[], [stamped], [plan, stamped]]) expect(isUntouched(note, files)).toBe(false)
  expect(isUntouched({ ...note, response: '已盖章，原件另送' }, [plan])).toBe(false)
})

test('已补好 is the person’s own tick: a file does not set it; taking in a 审核意见 makes no bundle older, an answer does', () => {
  const added = applyChange(returned, { kind: 'add-files', item: '0-2', files: [stamped] }, noon)
  expect(added.returned?.notes['0-2']?.repaired).toBe('')
  expect(isSameWork(checklist, returned)).toBe(true)
  expect(isSameWork(returned, repair())).toBe(false)
  expect(
    applyChange(returned, { kind: 'set-repaired', item: '9-9-9', repaired: true }, noon).returned,
  ).toEqual(returned.returned)
  expect(
    applyChange(repair(), { kind: 'set-response', item: '0-2', response: '改', was: '别的' }, noon),
  ).toEqual(repair())
})

test('it goes through checklist.json and merges: the later counts, ticks of either side stay, two answers are a question', () => {
  const done = repair()
  expect(parseChecklist(JSON.parse(writeChecklist(done)))).toEqual({
    ok: true,
    checklist: { ...done, removed: [] },
  })
  expect(mergeChecklists(checklist, done).returned).toEqual(done.returned)
  expect(mergeChecklists(returned, done).returned).toEqual(done.returned)
  expect(bringIn(done, returned, [], noon)).toBe(done)
  const other = repair(returned, '另一句')
  expect(findConflicts(done, other)).toEqual([
    { item: '0-2', field: 'response', mine: '已补', theirs: '另一句' },
  ])
  const later = take({ ...said, at: '2022-12-27T02:00:00.000Z' })
  expect(mergeChecklists(done, later).returned?.at).toBe('2022-12-27T02:00:00.000Z')
  expect(mergeChecklists(done, later).returned?.notes['0-2']?.response).toBe('已补')
})

test('a 补充包 has the returned items alone, names what it completes, and an older page can’t read it', () => {
  const supplement = supplementOf(repair())
  expect(Object.keys(supplement?.answers ?? {})).toEqual(['0-2'])
  expect(supplement?.completes).toEqual({ fingerprints: said.fingerprints, items: ['0-2'] })
  const written = JSON.parse(writeChecklist(supplement as never))
  expect(written.format).toBe(3)
  expect(parseChecklist(written)).toMatchObject({ ok: true, checklist: { completes: supplement?.completes } })
  expect(parseChecklist({ ...written, completes: undefined })).toMatchObject({ ok: false })
  expect(supplementOf(checklist)).toBeNull()
  expect(supplementOf(take({ ...said, fingerprints: [] }))).toBeNull()
})

test('the page shows every word and carries its data, without a script; line ends may change on the way', () => {
  expect(page).toContain('<p>贵单位报送的材料已审阅：认可 1 项，')
  expect(pageAfter([3, 46])).toContain('<p>贵单位报送的材料共 46 项，目前已审阅 3 项：认可 1 项，')
  expect(pageAfter([3, 46])).toContain('补齐。其余 43 项还没有审阅。</p>')
  expect(page).toContain('认可 1 项，退回补充 1 项，存疑 1 项，请在2022年12月28日前补齐')
  expect(page).toContain('没有盖章')
  expect(page).toContain('方案.pdf')
  expect(page).toContain('http://site.test/2022/checklist.html')
  expect(page).toContain('县质强办<br>2022年12月26日')
  expect(page).not.toMatch(/<script|\son\w+=|https?:\/\/(?!site\.test)/)
  expect(isReplyFile(page.slice(0, 1024))).toBe(true)
  expect(readReplyFile(page)).toEqual({ ok: true, reply: said })
  expect(readReplyFile(`\ufeff${page.replace(/\n/g, '\r\n')}\r\n`)).toEqual({ ok: true, reply: said })
})

test('a page that was cut, altered, or written by a later version says so', () => {
  const problem = (text: string) => {
    const result = readReplyFile(text)
    return result.ok ? null : result.problem
  }
  expect(problem(page.slice(0, -20))).toEqual({ code: 'cut' })
  expect(problem(page.replace('没有盖章', '已经盖章'))).toEqual({ code: 'altered' })
  expect(problem(page.replace('content="1 ', 'content="2 '))).toEqual({ code: 'newer-format', format: 2 })
  expect(isReplyFile('<!doctype html><title>审核意见</title>')).toBe(false)
})
