/** Odd archives through the page, all in one pick; tests/unit/stores/specimens.test.ts has each of them alone. */
import { pathsOf, type Specimen, specimens } from '../unit/zip/specimens'
import { anotherComputer, bringIn, closeOutcome, outcomeOf } from './bringing'
import { expect, test } from './fixtures'
import { bring, closeDialog, openIntake, openUnit, troubles, unitsIn } from './office'

// Two picks of pieces of one archive would be one pick.
const odd = specimens.filter(({ units, what }) => units.length === 0 && what !== 'a piece alone')
const [joined, badName] = ['two ZIPs joined by copy /b', 'one name that can’t be decoded'].map(
  what => specimens.find(specimen => specimen.what === what) as Specimen,
) as [Specimen, Specimen]
const nameOf = ({ files }: Specimen) => files[0] as string

/** The files of all of them, below `folder`. */
async function pathsOfAll(some: readonly Specimen[], folder: string): Promise<string[]> {
  return (await Promise.all(some.map(specimen => pathsOf(specimen, folder)))).flat()
}

test('the office receives a heap of odd archives: each is named with what is wrong, and the units among them count', async ({
  page,
}, testInfo) => {
  await openIntake(page)
  await bring(page, await pathsOfAll([...odd, joined, badName], testInfo.outputPath('收件')))
  await page.getByRole('button', { name: /^显示全部 \d+ 个$/ }).click()
  await expect(troubles(page)).toHaveCount(odd.length)
  for (const specimen of odd)
    await expect(troubles(page).filter({ hasText: nameOf(specimen) })).toContainText(specimen.says as RegExp)
  await expect(unitsIn(page)).toHaveCount(joined.units.length + badName.units.length)
  for (const unit of [...joined.units, ...badName.units]) {
    const { says } = badName.units.includes(unit) ? badName : joined
    const dialog = await openUnit(page, unit)
    if (says) await expect(dialog).toContainText(says)
    else await expect(dialog).not.toContainText('核验发现')
    await expect(dialog.getByText(/与打包时完全一致/)).toHaveCount(says ? 0 : 1)
    await closeDialog(page)
  }
})

test('a clerk brings in a heap of odd archives: each is named with what is wrong; two bundles in one are asked about', async ({
  browser,
  guard,
}, testInfo) => {
  const page = await anotherComputer(browser, guard)
  await bringIn(page, await pathsOfAll(odd, testInfo.outputPath('导入')))
  for (const specimen of odd) {
    const said = outcomeOf(page)
      .getByRole('listitem')
      .filter({ hasText: nameOf(specimen) })
    await expect(said.filter({ hasText: specimen.importSays as RegExp })).toHaveCount(1)
  }
  await closeOutcome(page)
  await bringIn(page, await pathsOf(joined, testInfo.outputPath('导入')))
  // The second unit's bundle is asked about; the first one's is stored by then.
  await page.getByRole('dialog').getByRole('button', { name: '各存一份' }).click()
  for (const unit of joined.units) await expect(outcomeOf(page)).toContainText(`已导入“${unit}”`)
  await expect(outcomeOf(page)).not.toContainText('没有内容')
  await page.context().close()
})
