import { type ComponentType, createContext } from 'preact'
import type { Change } from '../../core/checklist/change'
import type { AttachedFile } from '../../core/checklist/checklist'
import type { Section } from '../../core/checklist/progress'
import type { Returned, ReturnedNote } from '../../core/checklist/returned'
import type { Item } from '../../core/edition/catalogue'

/** All sections with all their items, for components deep inside one section. */
export const SectionsContext = createContext<readonly Section[]>([])

/** What draws the office's note at an item, once that part is there. */
type DrawNote = ComponentType<{
  item: string
  note: ReturnedNote
  office: string
  files: readonly AttachedFile[]
  change: (change: Change) => void
}>

/** What the office returned, and what draws it; null where nothing is. */
export const ReturnedContext = createContext<{
  returned: Returned
  Note: DrawNote
  /** How many items are still to be put right, in two words; empty where none is. */
  open: string
  /** Of some items; null where none of them was returned. */
  stateOf: (items: readonly Item[]) => StepState | null
} | null>(null)

/** How far a step is, in a few characters, and its class. */
export type StepState = readonly [says: string, tone: 'is-done' | 'is-returned' | '']
