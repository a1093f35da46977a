import { createContext } from 'preact'
import type { Section } from '../../core/checklist/progress'

/** All sections with all their items, for components deep inside one section. */
export const SectionsContext = createContext<readonly Section[]>([])
