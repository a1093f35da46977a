/** The 自评报告 as a clerk writes it, by the labels she reads. */
import type { Locator, Page } from 'playwright/test'
import { save } from './bringing'

export const report = (page: Page): Locator => page.getByRole('region', { name: '自评报告', exact: true })

/** The box for a section's text. */
export const passage = (page: Page, name: string) => report(page).getByRole('textbox', { name })

/** A row of the 考核要点, which goes by the words of its content. */
export const rowOf = (page: Page, content: string) => report(page).getByRole('group', { name: content })

/** The box for what was done for a row. */
export const measures = (row: Locator) => row.getByRole('textbox', { name: '部署落实情况' })

/** Downloads the report as a Word file into `folder`. @returns its path */
export function downloadReport(page: Page, folder: string): Promise<string> {
  return save(page, folder, () => page.getByRole('button', { name: '下载自评报告' }).click())
}
