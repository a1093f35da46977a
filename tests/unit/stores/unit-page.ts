/** The stores of a page on which one unit is open, as most tests of them begin. */
import { dismissRefused } from '../../../src/stores/adding'
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

/** An empty database, and the unit of the samples. */
export async function openUnitPage(): Promise<void> {
  downloads.length = 0
  await clean()
  openPage(catalogue)
  await openPageUnits([])
  await createUnit(unit)
}

/** Forgets what the stores of a page remember. */
export function leaveUnitPage(): void {
  dismissRefused()
  forgetPacking()
  letGo($checklist.get()?.id ?? '')
}

/** The input after a person picked files. */
export const pick = (...files: File[]) => ({ files, value: '' }) as unknown as HTMLInputElement
