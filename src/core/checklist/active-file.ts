/** Which attachments run when they are opened: in comes an attached file, out goes its kind. */
import { type ActiveKind, activeKindByName } from '../files/active-kind'
import type { AttachedFile } from './checklist'

type NamedFile = Pick<AttachedFile, 'name'> & Partial<Pick<AttachedFile, 'originalName' | 'active'>>

/** By the name it is shown with, the name it came with (a bundle keeps its extension), and what its bytes were found to be. */
export function activeKindOfFile({ name, originalName = name, active }: NamedFile): ActiveKind | null {
  return activeKindByName(name) ?? activeKindByName(originalName) ?? active ?? null
}
