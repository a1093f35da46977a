/** Odd archives through the page: what the office is told of each, and what a clerk is who brings it in. */
import { pathsOf, specimens } from './archives'
import { anotherComputer, bringIn, outcomeOf } from './bringing'
import { expect, test } from './fixtures'
import { bring, closeDialog, openIntake, openUnit, troubles, unitsIn } from './office'

for (const specimen of specimens) {
  const { what, units, says, importSays } = specimen

  test(`the office receives ${what}`, async ({ page }, testInfo) => {
    await openIntake(page)
    await bring(page, await pathsOf(specimen, testInfo.outputPath('收件')))
    for (const unit of units) {
      const dialog = await openUnit(page, unit)
      if (says) await expect(dialog).toContainText(says)
      else await expect(dialog).not.toContainText('核验发现')
      await expect(dialog.getByText(/与打包时完全一致/)).toHaveCount(says ? 0 : 1)
      await closeDialog(page)
    }
    if (units.length > 0) await expect(unitsIn(page)).toHaveCount(units.length)
    else await expect(troubles(page).first()).toContainText(says ?? '')
  })

  test(`a clerk brings in ${what}`, async ({ browser, guard }, testInfo) => {
    const page = await anotherComputer(browser, guard)
    await bringIn(page, await pathsOf(specimen, testInfo.outputPath('导入')))
    const [first, ...others] = units
    // A second unit's bundle is asked about; the first one's is stored by then.
    for (const _ of others) await page.getByRole('dialog').getByRole('button', { name: '各存一份' }).click()
    if (first) await expect(outcomeOf(page)).toContainText(`已导入“${first}”`)
    for (const unit of others) await expect(outcomeOf(page)).toContainText(`已导入“${unit}”`)
    if (first) await expect(outcomeOf(page)).not.toContainText('没有内容')
    if (importSays) await expect(outcomeOf(page)).toContainText(importSays)
    await page.context().close()
  })
}
