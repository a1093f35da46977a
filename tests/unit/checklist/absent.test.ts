/** Files that have a name and no content here: what they are used for is not done, and they are counted apart. */
import { volumesIn } from '../../../src/core/backup/lacking'
import { writeInventoryBody } from '../../../src/core/bundle/inventory'
import { planBundle } from '../../../src/core/bundle/plan'
import { answerOf } from '../../../src/core/checklist/checklist'
import { hintOf, isDone, progressOf } from '../../../src/core/checklist/progress'
import { $absent, markAbsent } from '../../../src/stores/absent'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf, noon } from '../samples'

const [here, gone] = [fileOf('在.pdf'), fileOf('不在.pdf')]
const checklist = checklistAfter(
  { kind: 'add-files', item: '7-1-1', files: [here, gone] },
  { kind: 'set-ready', item: '7-1-1', ready: true },
  { kind: 'add-files', item: '7-1-2', files: [here] },
  { kind: 'set-ready', item: '7-1-2', ready: true },
)
const items = ['7-1-1', '7-1-2'].map(id => ({ id, text: '', label: '', counted: true }))

test('an item with such a file is not done, whatever is ticked', () => {
  const absent = new Set([gone.sha256])
  const shown = markAbsent(checklist, absent)
  expect(isDone(answerOf(shown, '7-1-1'))).toBe(false)
  expect(hintOf(items[0] as (typeof items)[number], answerOf(shown, '7-1-1'))).toBe('absent-file')
  expect(progressOf(items, shown)).toMatchObject({
    done: 1,
    total: 2,
    files: 1,
    bytes: here.size,
    absent: 1,
  })
  expect(progressOf(items, checklist)).toMatchObject({ done: 2, files: 2, absent: 0 })
  // Nothing else is drawn anew, and nothing twice.
  expect(answerOf(shown, '7-1-2')).toBe(answerOf(checklist, '7-1-2'))
  expect(answerOf(markAbsent(checklist, absent), '7-1-1')).toBe(answerOf(shown, '7-1-1'))
  $absent.set(new Set([here.sha256]))
  expect(answerOf(markAbsent(checklist, $absent.get()), '7-1-2')).not.toBe(answerOf(checklist, '7-1-2'))
  $absent.set(new Set())
  expect(markAbsent(checklist, $absent.get())).toBe(checklist)
})

test('目录.html of one volume says in which volume each other file lies', () => {
  const row = (name: string, hash: string) =>
    `<tr class="file"><td class="number">1</td><td>${name}</td><td class="size">1 KB</td><td class="hash">${hash}</td></tr>`
  const html = row('甲.pdf', '0'.repeat(16)) + row('乙.pdf（第 3 个压缩包）', 'a'.repeat(16))
  expect([...volumesIn(html)]).toEqual([['a'.repeat(16), 3]])
})

test('the printed 目录 calls such an item not done, and counts the files that are names alone', () => {
  const print = (absent: string[]) => {
    const shown = markAbsent(checklist, new Set(absent))
    const plan = planBundle(catalogue, shown)
    const volume = { entries: plan.entries, index: 1, count: 1 }
    const details = { index: null, fingerprint: '', code: { size: 1, path: '' }, packed: noon }
    return writeInventoryBody(catalogue, shown, plan, [volume], details)
  }
  const whole = print([])
  expect(whole).not.toContain('没有内容')
  const paper = print([gone.sha256])
  expect(paper).toContain('其中 1 个没有内容')
  expect(paper.match(/<td class="size">! 没有内容</g)).toHaveLength(1)
  expect(paper.match(/! 有文件没有内容/g)).toHaveLength(1)
  expect(paper.match(/✓ 已备齐/g)).toHaveLength(1)
})
