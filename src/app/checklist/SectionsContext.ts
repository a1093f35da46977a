import { createContext } from 'preact'
import type { Section } from '../../core/checklist/progress'

/** All sections with all items, for those deep inside a card that need to look beyond it. */
export const SectionsContext = createContext<readonly Section[]>([])
