/** 打印目录: the inventory of what is stored now, as the pages that are printed. */
import { atom } from 'nanostores'
import { digestBlob } from '../io/files/digest'
import { attempt } from './attempt'
import { packingLimit } from './bundle'
import { $checklist, queueSettled } from './checklist'
import { type PackProblem, packProblemOf } from './pack-problem'
import { getCatalogue } from './page'
import { writeReport } from './report'

export type Inventory =
  | { state: 'idle' | 'writing' }
  /** `html` is the inventory's body. */
  | { state: 'shown'; html: string }
  | { state: 'failed'; problem: PackProblem }

export const $inventory = atom<Inventory>({ state: 'idle' })

/** Shows the inventory as it would be printed. */
export async function showInventory(): Promise<void> {
  const step = async () => {
    await queueSettled()
    const { writePrintedInventory } = await import('../io/bundling')
    const checklist = $checklist.get()
    if (!checklist) return closeInventory()
    const now = new Date()
    const report = await writeReport(checklist, now)
    const catalogue = getCatalogue()
    const limit = packingLimit()
    const html = await writePrintedInventory({ catalogue, checklist, report, digest: digestBlob, limit, now })
    $inventory.set({ state: 'shown', html })
  }
  $inventory.set({ state: 'writing' })
  await attempt(step, packProblemOf, problem => $inventory.set({ state: 'failed', problem }))
}

/** Goes back from the preview, or takes note of why there is none. */
export function closeInventory(): void {
  $inventory.set({ state: 'idle' })
}
