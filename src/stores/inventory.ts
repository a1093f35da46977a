/** What goes on paper: the report as a Word file, the inventory as pages to print. Both show what is stored now. */
import { atom } from 'nanostores'
import type { Catalogue } from '../core/edition/catalogue'
import { type Refusal, refusalOf } from '../core/files/refusal'
import { reportTitle } from '../core/report/report'
import { safeName } from '../core/text/filename'
import { digestBlob } from '../io/files/digest'
import { downloadBlob } from '../io/files/download'
import { packingLimit, writeReport } from './bundle'
import { $checklist, queueSettled } from './checklist'

export type Paper =
  | { state: 'idle' }
  | { state: 'writing' }
  | { state: 'downloaded'; fileName: string }
  /** `html` is the inventory's body. */
  | { state: 'inventory'; html: string }
  | { state: 'failed'; refusal: Refusal }

export const $paper = atom<Paper>({ state: 'idle' })

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Hands 自评报告.docx to the downloads, under the report's own title. */
export async function downloadReport(catalogue: Catalogue): Promise<void> {
  await attempt(async () => {
    const checklist = $checklist.get()
    if (!checklist) return { state: 'idle' }
    const bytes = await writeReport(catalogue, checklist, new Date())
    const fileName = safeName(reportTitle(catalogue, checklist), longestName, '.docx')
    downloadBlob(new Blob([bytes], { type: docx }), fileName)
    return { state: 'downloaded', fileName }
  })
}

/** Shows the inventory as it would be printed. */
export async function showInventory(catalogue: Catalogue): Promise<void> {
  await attempt(async () => {
    const { writePrintedInventory } = await import('../io/bundling')
    const checklist = $checklist.get()
    if (!checklist) return { state: 'idle' }
    const now = new Date()
    const report = await writeReport(catalogue, checklist, now)
    const limit = packingLimit()
    const html = await writePrintedInventory({ catalogue, checklist, report, digest: digestBlob, limit, now })
    return { state: 'inventory', html }
  })
}

export function forgetPaper(): void {
  $paper.set({ state: 'idle' })
}

/** In characters, as a bundle's. */
const longestName = 40

async function attempt(step: () => Promise<Paper>): Promise<void> {
  $paper.set({ state: 'writing' })
  try {
    await queueSettled()
    $paper.set(await step())
  } catch (error) {
    $paper.set({ state: 'failed', refusal: refusalOf(error) })
    // Ours: shown, and thrown on for the console.
    if (refusalOf(error) === 'unknown') throw error
  }
}
