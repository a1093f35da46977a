/**
 * The steps a clerk takes on the checklist page, by the labels she reads. Items go by `#item-<id>`, which the page promises.
 */
import { join } from 'node:path'
import { expect, type Locator, type Page } from 'playwright/test'
import type { Paper } from './papers'

export interface Unit {
  name: string
  /** As the page names them. */
  departments: readonly string[]
  contact?: string
  phone?: string
}

export const checklistPage = '2022/checklist.html'

export const agriculture: Unit = {
  name: '青禾县农业农村局',
  departments: ['农业农村部门'],
  contact: '质量股联络员',
  phone: '0715-3391234',
}

export const water: Unit = { name: '青禾县水利和湖泊局', departments: ['水利部门'] }

/** Opens the checklist page and begins a unit's checklist. */
export async function openChecklist(
  page: Page,
  unit: Unit = agriculture,
  path = checklistPage,
): Promise<void> {
  await page.goto(path)
  await startUnit(page, unit)
}

/** Fills in who the unit is, on the form that is shown, and begins. Departments that are ticked already stay so. */
export async function startUnit(page: Page, unit: Unit): Promise<void> {
  await page.getByRole('textbox', { name: '单位全称' }).fill(unit.name)
  for (const name of unit.departments) await page.getByRole('checkbox', { name, exact: true }).check()
  if (unit.contact) await page.getByRole('textbox', { name: '联络员' }).fill(unit.contact)
  if (unit.phone) await page.getByRole('textbox', { name: '联系电话' }).fill(unit.phone)
  await page.getByRole('button', { name: '开始填报' }).click()
  await expect(unitHeading(page, unit)).toBeVisible()
}

export type StepName = '备材料' | '写报告' | '核对报送'

/** Presses one of the three steps. */
export async function openStep(page: Page, name: StepName): Promise<void> {
  await page.getByRole('navigation', { name: '三个步骤' }).getByRole('link', { name }).click()
}

/** Opens 本机保存情况. @returns its dialog, once the browser has answered what it is asked about */
export async function openSavedHere(page: Page): Promise<Locator> {
  await openStep(page, '核对报送')
  await page.getByRole('button', { name: '本机保存情况' }).click()
  const shown = page.getByRole('dialog', { name: '本机保存情况' })
  await expect(shown).not.toContainText('正在查看')
  return shown
}

/** The open checklist's title. */
export function unitHeading(page: Page, unit: Unit): Locator {
  return page.getByRole('heading', { level: 1, name: unit.name, exact: true })
}

export function itemOf(page: Page, id: string): Locator {
  return page.locator(`#item-${id}`)
}

/** The ids of the items on screen. */
export async function shownItems(page: Page): Promise<string[]> {
  const ids = await page.getByRole('group').evaluateAll(groups => groups.map(group => group.id))
  return ids.flatMap(id => /^item-(.*)$/.exec(id)?.[1] ?? [])
}

export function tickOf(page: Page, id: string): Locator {
  return itemOf(page, id).getByRole('checkbox', { name: '已备齐' })
}

export function remarkOf(page: Page, id: string): Locator {
  return itemOf(page, id).getByRole('textbox', { name: '备注' })
}

export function reasonOf(page: Page, id: string): Locator {
  return itemOf(page, id).getByRole('textbox', { name: '不适用的理由' })
}

/** 不适用 with its reason. */
export async function markNotApplicable(page: Page, id: string, reason: string): Promise<void> {
  await itemOf(page, id).getByRole('switch', { name: '不适用' }).check()
  await reasonOf(page, id).fill(reason)
}

/** Picks files for an item, as the 添加附件 dialog does; does not wait for them to be stored. */
export async function pickFiles(
  page: Page,
  id: string,
  files: string | readonly string[] | readonly Paper[],
): Promise<void> {
  await itemOf(page, id)
    .getByLabel('添加附件')
    .setInputFiles(files as string[])
}

/** Picks one file for an item and waits until it is stored. */
export async function attach(page: Page, id: string, file: string | Paper, name: string): Promise<void> {
  const before = (await attachedTo(page, id)).length
  await pickFiles(page, id, [file] as Paper[])
  await expect(actionsOf(page, id, name).nth(0)).toBeVisible()
  await expect.poll(() => attachedTo(page, id)).toHaveLength(before + 1)
}

/** Every attached file's 操作 button, or that of the file called `name`. */
export function actionsOf(page: Page, id: string, name?: string): Locator {
  return itemOf(page, id).getByRole('button', {
    name: name === undefined ? /^对“.*”的操作$/ : `对“${name}”的操作`,
    exact: true,
  })
}

/** The names of an item's files as shown, in their order. */
export async function attachedTo(page: Page, id: string): Promise<string[]> {
  const labels = await actionsOf(page, id).evaluateAll(buttons =>
    buttons.map(button => button.getAttribute('aria-label') ?? ''),
  )
  return labels.map(label => /“(.*)”/.exec(label)?.[1] ?? '')
}

/**
 * Waits until the item shows just these files, given in the order in which they were added: it shows photos behind its
 * papers.
 */
export async function expectAttached(page: Page, id: string, names: readonly string[]): Promise<void> {
  const isPhoto = (name: string) => /\.(jpe?g|png|gif|webp|bmp)$/i.test(name)
  const shown = [...names.filter(name => !isPhoto(name)), ...names.filter(isPhoto)]
  await expect.poll(() => attachedTo(page, id)).toEqual(shown)
}

/** Opens a file's 操作 and presses one of them. */
export async function act(page: Page, id: string, name: string, action: string): Promise<void> {
  const label = `对“${name}”的操作`
  const row = itemOf(page, id)
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: label, exact: true }) })
  await row.getByRole('button', { name: label, exact: true }).click()
  await row.getByRole('button', { name: action, exact: true }).click()
}

/**
 * Removes a file of an item and waits until it is gone from the list: the page draws a change after the press has returned,
 * so the list read at once is still the old one.
 */
export async function removeFile(page: Page, id: string, name: string): Promise<void> {
  const before = await actionsOf(page, id, name).count()
  await act(page, id, name, '移除')
  await expect(actionsOf(page, id, name)).toHaveCount(before - 1)
}

/** The files that were not added, each with its reason. */
export function refusedFiles(page: Page): Locator {
  return page.getByRole('region', { name: '添加附件' }).getByRole('listitem')
}

/** Everything on screen is stored: the page says so only after the transaction. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status')).toContainText('已保存')
}

/** Downloads the bundle into `folder`. @returns the ZIP's path, which ends in the name the page gave it. */
export async function downloadBundle(page: Page, folder: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 20_000 }),
    page.getByRole('button', { name: '下载材料包' }).click(),
  ])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

/** The person found the download in its folder: from then on it is a backup. */
export async function confirmBackup(page: Page): Promise<void> {
  await page.getByRole('button', { name: '在，已经存好' }).click()
}
