/** A page left open over http: once it has what it needs, a whole day's work goes on without a network. */
import { bringIn, closeOutcome, outcomeOf } from './bringing'
import { byItem, openBundle } from './bundle'
import {
  attach,
  downloadBundle,
  expectAttached,
  expectSaved,
  openChecklist,
  openStep,
  pickFiles,
  remarkOf,
  removeFile,
  tickOf,
} from './clerk'
import { expect, test } from './fixtures'
import { paper, png, sha256Of } from './papers'

test('after the first 已保存 the page asks the network for nothing more, whatever the clerk does', async ({
  page,
  context,
}, testInfo) => {
  // The part that is fetched last, after the first 已保存.
  const fetched = page.waitForEvent('requestfinished', request => /rare-views\.part/.test(request.url()))
  await openChecklist(page)
  await tickOf(page, '0-1').check()
  await expectSaved(page)
  await fetched
  const requests: string[] = []
  context.on('request', request => {
    // Chromium asks for the icon again when the address's # changes; nothing hangs on it.
    if (!/^(blob|data):|\/favicon\.svg$/.test(request.url())) requests.push(request.url())
  })

  await tickOf(page, '0-2').check()
  await pickFiles(page, '0-2', [
    paper('工作计划.docx'),
    paper('总结.pdf'),
    paper('现场.png', png(64, [200, 30, 30])),
  ])
  await expectAttached(page, '0-2', ['工作计划.docx', '总结.pdf', '现场.png'])
  await removeFile(page, '0-2', '总结.pdf')
  await remarkOf(page, '11-2-1').fill('纸质件另附')
  await expectSaved(page)
  await openStep(page, '核对报送')
  await page.getByRole('button', { name: '检查', exact: true }).click()
  await expect(page.getByRole('region', { name: '检查', exact: true })).toContainText('2 个文件逐个重读')
  const zip = await downloadBundle(page, testInfo.outputPath())
  expect(byItem(await openBundle(zip))).toMatchObject({
    '0-2': { '工作计划.docx': sha256Of('工作计划.docx') },
  })
  await bringIn(page, [zip])
  await expect(outcomeOf(page)).toContainText('青禾县农业农村局')
  await closeOutcome(page)
  for (const button of ['本机保存情况', '切换单位', '修改']) {
    await page.getByRole('button', { name: button, exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click()
  }
  await openStep(page, '备材料')
  await attach(page, '0-3', paper('又一份.docx'), '又一份.docx')
  await expectSaved(page)
  expect(requests).toEqual([])
})
