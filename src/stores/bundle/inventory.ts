/** 打印目录: the inventory of what is stored now, as the pages that are printed. */
import { atom } from 'nanostores'
import { unsplitLimit } from '../../core/bundle/volumes'
import { attempt, type PackProblem, packProblemOf } from '../attempt'
import { draftNow } from './draft'
import { $made } from './made'

export type Inventory =
  | { state: 'idle' | 'writing' }
  /** `html` is the inventory's body, `style` its style sheet. */
  | { state: 'shown'; html: string; style: string }
  | { state: 'failed'; problem: PackProblem }

export const $inventory = atom<Inventory>({ state: 'idle' })

/** Shows the inventory as it would be printed. */
export async function showInventory(): Promise<void> {
  const step = async () => {
    const draft = await draftNow()
    if (!draft) return closeInventory()
    const { inventoryStyle, writePrintedInventory } = await import('../../io/bundling')
    const made = $made.get()
    const html = writePrintedInventory(draft, made?.limit ?? unsplitLimit, made)
    $inventory.set({ state: 'shown', html, style: inventoryStyle })
  }
  $inventory.set({ state: 'writing' })
  await attempt(step, packProblemOf, problem => $inventory.set({ state: 'failed', problem }))
}

/** Closes the preview, or the message that there is none. */
export function closeInventory(): void {
  $inventory.set({ state: 'idle' })
}
