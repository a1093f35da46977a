/** 逐项审阅 as the office does it. */
import type { Locator, Page } from 'playwright/test'
import { expect } from './fixtures'

/** Opens the reading view, at a row of the table where one is named. */
export async function openReview(page: Page, section = ''): Promise<Locator> {
  await page.getByRole('button', { name: '逐项审阅', exact: true }).click()
  const view = page.locator('.review')
  await expect(view).toBeVisible()
  if (section) await view.getByLabel('考核指标').selectOption(section)
  return view
}

export const unitOf = (page: Page) => page.locator('.review h1')
export const verdict = (page: Page, name: string) =>
  page.getByRole('group', { name: '结论' }).getByRole('button', { name })
export const note = (page: Page) => page.getByRole('textbox', { name: '意见', exact: true })
export const goOn = (page: Page) => page.locator('.verdict-steps .primary')

/** The list on the left: name and standing, a line each. */
export const entries = (page: Page) => page.locator('.review-list li button')

export function tabOf(page: Page, item: string): Locator {
  return page.getByRole('list', { name: '这一行的材料项' }).getByRole('button', { name: item })
}

/** Opens an item of the row and waits until its verdict is what is shown: the page draws after the press has returned. */
export async function openItem(page: Page, item: string): Promise<void> {
  await tabOf(page, item).click()
  await expect(tabOf(page, item)).toHaveAttribute('aria-current', 'true')
}

export async function expectKept(page: Page): Promise<void> {
  await expect(page.locator('.review-saving')).toContainText('已保存')
}
