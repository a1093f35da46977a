/** The stores of a page on which one unit is open, as most tests of them begin, or none, as those of an import do. */
import { dismissRefused } from '../../../src/stores/adding'
import { dismissRestoring } from '../../../src/stores/backup/restoring'
import { forgetPacking } from '../../../src/stores/bundle/bundle'
import { $checklist, letGo } from '../../../src/stores/checklist'
import { openPageUnits } from '../../../src/stores/opening'
import { openPage } from '../../../src/stores/page'
import { createUnit } from '../../../src/stores/units'
import { catalogue, unit } from '../samples'
import { clean } from './browser'

/** Names of the downloads the page began, since it was opened. */
export const downloads: string[] = []
const link = { href: '', download: '', click: () => downloads.push(link.download), remove: () => {} }
Object.assign(globalThis, { document: { createElement: () => link, body: { append: () => {} } } })

/** An empty database, and no unit. */
export async function openEmptyPage(): Promise<void> {
  await clean()
  openPage(catalogue)
  await openPageUnits([])
}

/** An empty database, and the unit of the samples. */
export async function openUnitPage(): Promise<void> {
  downloads.length = 0
  await openEmptyPage()
  await createUnit(unit)
}

/** Forgets what the stores of a page remember. */
export function leaveUnitPage(): void {
  dismissRefused()
  forgetPacking()
  letGo($checklist.get()?.id ?? '')
}

/** Forgets the last import, and what was brought. */
export function leaveImport(): void {
  letGo($checklist.get()?.id ?? '')
  dismissRestoring()
}

/** The input after a person picked files. */
export const pick = (...files: File[]) => ({ files, value: '' }) as unknown as HTMLInputElement
