/** A report that was written elsewhere: 从 Word 导入 into the boxes, or the unit's own file as the report. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { anotherComputer, bringIn } from './bringing'
import { byItem, openBundle } from './bundle'
import {
  agriculture,
  attachedTo,
  downloadBundle,
  expectSaved,
  openChecklist,
  openStep,
  startUnit,
} from './clerk'
import { expect, test } from './fixtures'
import { bring, openIntake, openUnit } from './office'
import { type Paper, paper, sha256Of } from './papers'
import { downloadReport, measures, passage, report, rowOf } from './reporting'

const overview = '一、2022年质量工作总体情况'
const pickWord = (page: Page, file: string | Paper) =>
  report(page)
    .getByLabel('从 Word 导入')
    .setInputFiles(file as Paper)

test('从 Word 导入 shows side by side what goes where, and writes nothing before it is told to', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  await openChecklist(page, agriculture)
  await openStep(page, '写报告')
  await passage(page, overview).fill('Word 里的总体情况。\n第二段。')
  await measures(rowOf(page, '农产品质量安全例行监测')).fill('监测样品120批次。')
  await expectSaved(page)
  const docx = await downloadReport(page, testInfo.outputPath())

  const other = await anotherComputer(browser, guard)
  await startUnit(other, agriculture)
  await openStep(other, '写报告')
  await passage(other, overview).fill('原来写的。')
  await expectSaved(other)
  await pickWord(other, docx)
  const dialog = other.getByRole('dialog', { name: '从 Word 导入自评报告' })
  const field = dialog.getByRole('listitem').filter({ has: other.getByRole('heading', { name: overview }) })
  await expect(field).toContainText('原来写的。')
  await expect(field).toContainText('Word 里的总体情况。')
  await expect(field.getByRole('radio', { name: '留现在的' })).toBeChecked()
  // What it could not place stays in sight.
  await expect(dialog.getByRole('region', { name: '没有认出放哪里的' })).toContainText('青禾县农业农村局')
  await dialog.getByRole('button', { name: '不写' }).click()
  await expect(passage(other, overview)).toHaveValue('原来写的。')
  const monitoring = measures(rowOf(other, '农产品质量安全例行监测'))
  await expect(monitoring).toHaveValue('')

  await pickWord(other, docx)
  await dialog.getByRole('button', { name: '写进去（1 段）' }).waitFor()
  await field.getByRole('radio', { name: '接在后面' }).check()
  await dialog.getByRole('button', { name: '写进去（2 段）' }).click()
  await expect(dialog).toHaveCount(0)
  await expectSaved(other)
  await other.reload()
  await openStep(other, '写报告')
  await expect(passage(other, overview)).toHaveValue('原来写的。\nWord 里的总体情况。\n第二段。')
  await expect(monitoring).toHaveValue('监测样品120批次。')

  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  await pickWord(other, paper('老报告.doc', old))
  await expect(dialog.getByRole('alert')).toContainText('另存为')
  await other.context().close()
})

test('报告另附: the sealed file is the report, in the bundle and on another computer, and can be taken back', async ({
  page,
  browser,
  guard,
}, testInfo) => {
  await openChecklist(page, agriculture)
  await openStep(page, '写报告')
  await passage(page, overview).fill('网页上写的。')
  await report(page).getByRole('button', { name: '报告另附' }).click()
  const dialog = page.getByRole('dialog', { name: '报告另附' })
  await dialog.getByLabel('添加报告文件').setInputFiles(paper('盖章的报告.pdf') as Paper)
  await dialog.getByRole('radio', { name: /盖章的报告\.pdf/ }).check()
  await dialog.getByRole('button', { name: '关闭' }).click()
  await expect(report(page)).toContainText('✓ 另附')
  await expectSaved(page)

  const zip = await downloadBundle(page, testInfo.outputPath())
  const bundle = await openBundle(zip)
  expect(bundle.findings).toEqual([])
  expect(bundle.payload).toEqual({ 'data/自评报告.pdf': sha256Of('盖章的报告.pdf') })
  await expect(readFile(`${bundle.folder}/自评报告.docx`)).rejects.toThrow('ENOENT')
  expect(bundle.checklist.report.texts).toEqual({ overview: '网页上写的。' })

  const other = await anotherComputer(browser, guard)
  await bringIn(other, [zip])
  await openStep(other, '写报告')
  await expect(report(other)).toContainText('✓ 另附')
  // The office is led to the file, and to no empty form beside it.
  await openIntake(other)
  await bring(other, [zip])
  const unit = await openUnit(other, agriculture.name)
  await expect(unit).toContainText('另附的文件就是报告。网页上也写了 1 段，以另附的为准。')
  await expect(unit.getByText('盖章的报告.pdf').first()).toBeVisible()
  await expect(unit).not.toContainText('自评报告.docx')
  await other.context().close()

  await report(page).getByRole('button', { name: '报告另附' }).click()
  await dialog.getByRole('radio', { name: '在网页上写，不另附' }).check()
  await dialog.getByRole('button', { name: '关闭' }).click()
  await expect(passage(page, overview)).toHaveValue('网页上写的。')
  await openStep(page, '备材料')
  expect(await attachedTo(page, '0-6')).toEqual(['盖章的报告.pdf'])
  const again = await openBundle(await downloadBundle(page, testInfo.outputPath('收回以后')))
  expect(byItem(again)['0-6']).toEqual({ '盖章的报告.pdf': sha256Of('盖章的报告.pdf') })
})
