import { planBundle } from '../../../src/core/bundle/plan'
import { createFileFinder } from '../../../src/core/intake/file-of-finding'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf } from '../samples'

const plan = { ...fileOf('方案.pdf'), name: '方案：定稿.pdf' }
const checklist = checklistAfter({ kind: 'add-files', item: '0-2', files: [plan] })
const [entry] = planBundle(catalogue, checklist).entries
const finding = { code: 'altered', path: entry?.path ?? '' } as const

test('a finding with a path is about the item’s file, by the name the unit gave it', () => {
  expect(createFileFinder(catalogue, checklist)(finding)).toEqual({ item: '0-2', name: '方案：定稿.pdf' })
})

test('of a checklist with more than 20,000 files the path alone tells the item', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => ({ ...plan, sha256: `${i}`.padStart(64, '0') }))
  const answer = { ready: true, notApplicable: false, reason: '', remark: '', files: many }
  const large = { ...checklist, answers: { ...checklist.answers, '0-3': answer } }
  const file = createFileFinder(
    catalogue,
    large,
  )({ ...finding, path: finding.path.replace(/[^/]+$/, '多的.pdf') })
  expect(file).toEqual({ item: '0-2', name: '多的.pdf' })
})
