/** What the desk, which is a part, gets from the page: views that read stores, and what is done with files. */
import type { ComponentType } from 'preact'
import type { AttachedFile } from '../../core/checklist/checklist'
import type { PreviewProps } from '../preview/pieces'

/** What a look at a file needs. */
export interface LookPieces {
  Preview: ComponentType<PreviewProps>
  /** The stored bytes. @throws NotFoundError where they are gone */
  readBytes: (file: AttachedFile) => Promise<Blob>
  openFile: (file: AttachedFile) => Promise<boolean>
}

/** What the desk draws with and does; all of it is the page's. */
export interface DeskPieces extends LookPieces {
  Thumbnail: ComponentType<{ file: AttachedFile; side?: number }>
  /** 移到…, for files of 待归类. */
  Move: ComponentType<{ hashes: readonly string[]; label: string; class: string; likely?: readonly string[] }>
  isPicture: (file: AttachedFile) => boolean
  /** Puts files with items, in one step. */
  move: (moves: readonly { sha256: string; to: string }[]) => void
  remove: (hashes: readonly string[]) => void
  drag: (data: DataTransfer, hashes: readonly string[]) => void
}
