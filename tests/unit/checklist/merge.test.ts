/** Two states of a checklist become one: properties over made-up pairs, and the cases a person meets. */

import { applyChange, type Change } from '../../../src/core/checklist/change'
import { answerOf, type Checklist } from '../../../src/core/checklist/checklist'
import { findConflicts, mergeChecklists, type SettledText } from '../../../src/core/checklist/merge'
import { uniteFiles } from '../../../src/core/checklist/places'
import { diceFrom, generate } from '../generate'
import { expect, test } from '../runner'
import { checklistAfter, fileOf, freeze, morning, noon, unit } from '../samples'
import { isFullRun, property, share } from '../strength'

const plan = fileOf('工作计划.docx')
const photo = fileOf('宣传图片.jpg')
const add = (item: string, ...files: (typeof plan)[]): Change => ({ kind: 'add-files', item, files })
const remark = (text: string, item = '7-1-1'): Change => ({ kind: 'set-remark', item, remark: text })
const reason = (text: string, item = '7-1-1'): Change => ({ kind: 'set-reason', item, reason: text })
const ready: Change = { kind: 'set-ready', item: '7-1-1', ready: true }
const notApplicable: Change = { kind: 'set-not-applicable', item: '7-1-1', notApplicable: true }

const texts = ['remark', 'reason'] as const
const unitTexts = ['name', 'contact', 'phone'] as const
const reportParts = [
  ['texts', 'report'],
  ['scores', 'score'],
] as const

/** What does not depend on which side comes first: ticks and, as sets, files and departments. */
function essenceOf({ answers, unit, created, changed }: Checklist) {
  const items = Object.entries(answers).map(([id, { ready, notApplicable, files }]) => {
    return [id, { ready, notApplicable, files: files.map(file => file.sha256).sort() }] as const
  })
  return { items: Object.fromEntries(items), departments: [...unit.departments].sort(), created, changed }
}

/** Three states of one checklist; the second began as a part of the first, the third on its own. */
function generateThree(seed: number): [Checklist, Checklist, Checklist] {
  const [first, second, third] = [0, 1, 2].map(i => generate(seed * 10 + i + 1, 30, 'same').checklist)
  if (!first || !second || !third) throw new Error('Cannot generate checklists')
  const dice = diceFrom(seed)
  const common = Object.entries(first.answers).filter(() => dice.below(2) === 0)
  return freeze([first, { ...second, answers: { ...second.answers, ...Object.fromEntries(common) } }, third])
}

const freshSeed = Math.floor(Math.random() * 2 ** 24)

/** Runs `check` on sixty triples, half of them new in every run; a failure names the seed. */
function forEachThree(check: (a: Checklist, b: Checklist, c: Checklist) => void): void {
  console.log(`merging with fresh seeds from ${freshSeed}`)
  const half = share(30)
  for (let i = 0; i < 2 * half; i++) {
    const seed = i < half ? i : freshSeed + i
    try {
      check(...generateThree(seed))
    } catch (error) {
      throw new Error(`seed ${seed}: ${(error as Error).message}`)
    }
  }
}

test('mergeChecklists() gives the same files and ticks whichever side comes first', property, () => {
  forEachThree((a, b) => {
    expect(essenceOf(mergeChecklists(a, b))).toEqual(essenceOf(mergeChecklists(b, a)))
  })
})

test('mergeChecklists() gives the same files and ticks however three are put together', property, () => {
  forEachThree((a, b, c) => {
    const left = mergeChecklists(mergeChecklists(a, b), c)
    const right = mergeChecklists(a, mergeChecklists(b, c))
    expect(left).toEqual(right)
    expect(essenceOf(left)).toEqual(essenceOf(mergeChecklists(c, mergeChecklists(b, a))))
  })
})

test('mergeChecklists() changes nothing when the same comes again, from either side', property, () => {
  forEachThree((a, b) => {
    expect(mergeChecklists(a, a)).toEqual(a)
    const both = mergeChecklists(a, b)
    expect(mergeChecklists(both, b)).toEqual(both)
    expect(mergeChecklists(both, a)).toEqual(both)
    expect(mergeChecklists(both, both)).toEqual(both)
  })
})

test(
  'mergeChecklists() loses nothing of either side: files, ticks, texts, departments, what was removed',
  property,
  () => {
    forEachThree((a, b) => {
      const both = mergeChecklists(a, b)
      const conflicts = findConflicts(a, b)
      for (const side of [a, b]) {
        for (const [id, answer] of Object.entries(side.answers)) {
          const merged = answerOf(both, id)
          const hashes = merged.files.map(file => file.sha256)
          expect(answer.files.filter(file => !hashes.includes(file.sha256))).toEqual([])
          expect(merged.ready).toBe(answerOf(a, id).ready || answerOf(b, id).ready)
          for (const field of texts) {
            const isAsked = conflicts.some(conflict => conflict.item === id && conflict.field === field)
            if (answer[field] !== '' && !isAsked) expect(merged[field]).toBe(answer[field])
          }
        }
        expect(side.unit.departments.filter(id => !both.unit.departments.includes(id))).toEqual([])
        for (const field of unitTexts) {
          const isAsked = conflicts.some(conflict => conflict.item === '' && conflict.field === field)
          if (side.unit[field] !== '' && !isAsked) expect(both.unit[field]).toBe(side.unit[field])
        }
      }
      expect(both.removed).toEqual(a.removed)
      expect(Object.keys(both.answers).sort()).toEqual(
        [...new Set([...Object.keys(a.answers), ...Object.keys(b.answers)])].sort(),
      )
    })
  },
)

test('findConflicts() names what differs and nothing else, mirrored from the other side', property, () => {
  let found = 0
  forEachThree((a, b) => {
    const differs = (left: string, right: string) => left !== '' && right !== '' && left !== right
    const expected = [
      ...unitTexts
        .filter(field => differs(a.unit[field], b.unit[field]))
        .map(field => ({ item: '', field, mine: a.unit[field], theirs: b.unit[field] })),
      ...reportParts.flatMap(([part, field]) =>
        Object.entries(a.report[part])
          .map(([item, mine]) => ({ item, field, mine, theirs: b.report[part][item] ?? '' }))
          .filter(({ mine, theirs }) => differs(mine, theirs)),
      ),
      ...Object.keys(a.answers).flatMap(item => {
        const [left, right] = [answerOf(a, item), answerOf(b, item)]
        return texts
          .filter(field => differs(left[field], right[field]))
          .map(field => ({ item, field, mine: left[field], theirs: right[field] }))
      }),
    ]
    const conflicts = findConflicts(a, b)
    const inOrder = (list: typeof conflicts) => list.map(one => JSON.stringify(one)).sort()
    expect(inOrder(conflicts)).toEqual(inOrder(expected))
    expect(findConflicts(b, a)).toEqual(
      conflicts.map(({ item, field, mine, theirs }) => ({ item, field, mine: theirs, theirs: mine })),
    )
    expect(findConflicts(a, a)).toEqual([])
    found += conflicts.length
  })
  if (isFullRun()) expect(found).toBeGreaterThan(60)
})

test(
  'mergeChecklists() takes every text that was settled, and leaves all else as it would be',
  property,
  () => {
    forEachThree((a, b) => {
      const conflicts = findConflicts(a, b)
      const settled: SettledText[] = conflicts.map(({ item, field, mine, theirs }) => {
        return { item, field, mine, text: `${mine}\n${theirs}` }
      })
      const both = mergeChecklists(a, b, settled)
      for (const { item, field, text } of settled) {
        if (field === 'remark' || field === 'reason') expect(answerOf(both, item)[field]).toBe(text)
        else if (field === 'report') expect(both.report.texts[item]).toBe(text)
        else if (field === 'score') expect(both.report.scores[item]).toBe(text)
        else if (field === 'response') expect(both.returned?.notes[item]?.response).toBe(text)
        else expect(both.unit[field]).toBe(text)
      }
      expect(essenceOf(both)).toEqual(essenceOf(mergeChecklists(a, b)))
      expect(mergeChecklists(both, b, settled)).toEqual(both)
    })
  },
)

test('findConflicts() goes in the order of the notice, the unit first', () => {
  const change = { kind: 'set-unit', unit: { ...unit, phone: '0715-7654321' } } satisfies Change
  const mine = checklistAfter(remark('甲', '10-1-1'), reason('乙'), remark('丙'), remark('丁', '0-1'))
  const theirs = checklistAfter(
    change,
    ...['10-1-1', '7-1-1', '0-1'].map(id => remark('别的', id)),
    reason('也'),
  )
  expect(findConflicts(mine, theirs)).toEqual([
    { item: '', field: 'phone', mine: unit.phone, theirs: '0715-7654321' },
    { item: '0-1', field: 'remark', mine: '丁', theirs: '别的' },
    { item: '7-1-1', field: 'remark', mine: '丙', theirs: '别的' },
    { item: '7-1-1', field: 'reason', mine: '乙', theirs: '也' },
    { item: '10-1-1', field: 'remark', mine: '甲', theirs: '别的' },
  ])
})

test('a text that only one side has is taken, and nobody is asked', () => {
  const [said, silent] = [checklistAfter(remark('纸质件另附'), reason('无')), checklistAfter()]
  for (const [mine, theirs] of [
    [said, silent],
    [silent, said],
  ] as const) {
    expect(findConflicts(mine, theirs)).toEqual([])
    expect(mergeChecklists(mine, theirs).answers).toEqual(said.answers)
  }
})

test('a text that differs stays mine until it is settled, even to nothing', () => {
  const [mine, theirs] = [checklistAfter(remark('现在的')), checklistAfter(remark('导入的'))]
  const merged = (settled?: SettledText[]) => mergeChecklists(mine, theirs, settled).answers['7-1-1']?.remark
  expect(merged()).toBe('现在的')
  expect(merged([{ item: '7-1-1', field: 'remark', mine: '现在的', text: '导入的' }])).toBe('导入的')
  expect(merged([{ item: '7-1-1', field: 'remark', mine: '现在的', text: '' }])).toBe('')
  expect(merged([{ item: '7-1-1', field: 'reason', mine: '', text: '别的' }])).toBe('现在的')
  expect(merged([{ item: '7-1-2', field: 'remark', mine: '', text: '别的' }])).toBe('现在的')
})

test('a text written since it was asked stays, whatever was settled for the one that stood there', () => {
  const [asked, theirs] = [checklistAfter(remark('现在的')), checklistAfter(remark('导入的'))]
  const settled = findConflicts(asked, theirs).map(({ item, field, mine }) => ({
    item,
    field,
    mine,
    text: '导入的',
  }))
  const since = applyChange(asked, remark('后来改的'), noon)
  expect(mergeChecklists(since, theirs, settled).answers['7-1-1']?.remark).toBe('后来改的')
  expect(mergeChecklists(asked, theirs, settled).answers['7-1-1']?.remark).toBe('导入的')
})

test('已备齐 on one side wins over 不适用 on the other, and the reason is kept', () => {
  const [mine, theirs] = [checklistAfter(ready), checklistAfter(notApplicable, reason('无此类企业'))]
  for (const both of [mergeChecklists(mine, theirs), mergeChecklists(theirs, mine)]) {
    const { ready, notApplicable, reason } = answerOf(both, '7-1-1')
    expect({ ready, notApplicable, reason }).toEqual({
      ready: true,
      notApplicable: false,
      reason: '无此类企业',
    })
  }
})

test('uniteFiles() keeps the first list as it is, names included, and each of the others once behind it', () => {
  const renamed = { ...plan, name: '2022年计划.docx' }
  expect(uniteFiles([renamed], [photo, plan, photo])).toEqual([renamed, photo])
  expect(uniteFiles([], [plan, renamed])).toEqual([plan])
  expect(uniteFiles([plan, photo], [])).toEqual([plan, photo])
})

test('mergeChecklists() keeps the identity of mine, the earlier beginning and the later change', () => {
  const mine = checklistAfter(add('0-1', plan))
  const later = applyChange({ ...mine, id: 'c2', created: noon.toISOString() }, add('0-1', photo), noon)
  const both = mergeChecklists(mine, later)
  expect([both.id, both.created, both.changed]).toEqual(['c1', morning.toISOString(), noon.toISOString()])
  const other = mergeChecklists(later, mine)
  expect([other.id, other.created, other.changed]).toEqual(['c2', morning.toISOString(), noon.toISOString()])
})

test('a file that I removed and they still have comes back, and stays among what was removed', () => {
  const mine = checklistAfter(add('0-1', plan), { kind: 'remove-file', item: '0-1', sha256: plan.sha256 })
  const both = mergeChecklists(mine, checklistAfter(add('0-1', plan)))
  expect(both.answers['0-1']?.files).toEqual([plan])
  expect(both.removed).toEqual(mine.removed)
})
