/** 报告另附: the unit's own file is the report, in the record, in a bundle, in a merge and at the office. */
import { writeInventory } from '../../../src/core/bundle/inventory'
import { planBundle } from '../../../src/core/bundle/plan'
import { applyChange } from '../../../src/core/checklist/change'
import { answerOf, type Checklist } from '../../../src/core/checklist/checklist'
import { mergeChecklists } from '../../../src/core/checklist/merge'
import { parseChecklist, writeChecklist } from '../../../src/core/checklist/record'
import { attachedReport, countWritten } from '../../../src/core/report/report'
import { findIn, pack, takeIn } from '../generate'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf, noon } from '../samples'

const scan = fileOf('盖章的报告.PDF')
const plan = fileOf('工作计划.docx')
const item = catalogue.report.item?.id ?? ''
const typed = checklistAfter(
  { kind: 'add-files', item: '0-1', files: [plan] },
  { kind: 'add-files', item, files: [scan] },
  { kind: 'set-report-text', id: 'overview', text: '网页上写的。' },
)
const attached = applyChange(typed, { kind: 'set-report-file', sha256: scan.sha256 }, noon)
const blobs = new Map([plan, scan].map(({ name, sha256 }) => [sha256, new Blob([name])]))
const cover = (checklist: Checklist) => {
  const bundle = planBundle(catalogue, checklist)
  const volume = { entries: bundle.entries, index: 1, count: 1 }
  const code = { size: 1, path: '' }
  return writeInventory(catalogue, checklist, bundle, [volume], {
    ...{ index: 1, fingerprint: '', code, packed: noon },
  })
}

test('it is the whole report: what was typed stays and is not asked for any more', () => {
  expect(attachedReport(attached)).toEqual(scan)
  expect(countWritten(catalogue, attached)).toEqual([1, 1])
  expect(attached.report.texts).toEqual(typed.report.texts)
  const back = applyChange(attached, { kind: 'set-report-file', sha256: null }, noon)
  expect(attachedReport(back)).toBe(null)
  expect(countWritten(catalogue, back)).toEqual(countWritten(catalogue, typed))
})

test('taken off its item it is no report any more, and one again when it is brought back', () => {
  const place = { item, sha256: scan.sha256 }
  const removed = applyChange(attached, { kind: 'remove-file', ...place }, noon)
  expect(attachedReport(removed)).toBe(null)
  expect(countWritten(catalogue, removed)).toEqual(countWritten(catalogue, typed))
  expect(attachedReport(applyChange(removed, { kind: 'restore-file', ...place }, noon))).toEqual(scan)
})

test('a smaller copy of a photographed report is the report', () => {
  const smaller = { ...fileOf('小.jpg'), smallerOf: scan.sha256 }
  const shrunk = checklistAfter(
    { kind: 'add-files', item, files: [smaller] },
    { kind: 'set-report-file', sha256: scan.sha256 },
  )
  expect(attachedReport(shrunk)).toEqual(smaller)
})

test('in a bundle it lies on top of all folders as 自评报告, once, and no empty form lies beside it', async () => {
  const paths = planBundle(catalogue, attached).entries.map(({ path }) => path)
  expect(paths.filter(path => path.includes('报告'))).toEqual(['data/自评报告.pdf'])
  expect(paths).toHaveLength(2)
  expect(cover(attached)).toContain('另附：data/自评报告.pdf')
  expect(cover(typed)).toContain('自评报告.docx')
  const { files } = await pack({ checklist: attached, blobs })
  const text = await (files[0] as File).text()
  expect(text).toContain('data/自评报告.pdf')
  expect(text).not.toContain('自评报告.docx')
  // The same on another computer.
  const there = await takeIn(await findIn(files))
  expect(writeChecklist(there.checklist)).toBe(writeChecklist(attached))
  expect([...there.blobs.keys()].sort()).toEqual([...blobs.keys()].sort())
})

test('the record keeps it, refuses what is no SHA-256, and a merge never loses it', () => {
  const written = JSON.parse(writeChecklist(attached))
  expect(parseChecklist(written)).toEqual({ ok: true, checklist: attached })
  expect(parseChecklist({ ...written, report: { ...written.report, file: '../x' } })).toEqual({
    ok: false,
    problem: { code: 'broken', field: 'report.file' },
  })
  expect(writeChecklist(typed)).not.toContain('"file"')
  for (const [mine, theirs] of [
    [attached, typed],
    [typed, attached],
  ] as const)
    expect(attachedReport(mergeChecklists(mine, theirs))).toEqual(scan)
  expect(answerOf(attached, item).files).toEqual([scan])
})
