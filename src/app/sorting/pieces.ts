/** What the desk, which is a part, gets from the page: views that read stores, and what is done with files. */
import type { ComponentType } from 'preact'
import type { AttachedFile } from '../../core/checklist/checklist'

/** What a look at a file needs. */
export interface PreviewPieces {
  /** The picture at most so many pixels wide, or null where it can't be shown. */
  loadPicture: (file: AttachedFile, width: number) => Promise<ImageBitmap | null>
  /** The stored bytes, or null where they are gone. */
  loadBytes: (file: AttachedFile) => Promise<Blob | null>
  openFile: (file: AttachedFile) => Promise<boolean>
}

/** What the desk draws with and does; all of it is the page's. */
export interface DeskPieces extends PreviewPieces {
  Thumbnail: ComponentType<{ file: AttachedFile; side?: number }>
  /** 移到…, for files of 待归类. */
  Move: ComponentType<{ hashes: readonly string[]; label: string; class: string; likely?: readonly string[] }>
  isPicture: (file: AttachedFile) => boolean
  /** Puts files with items, in one step. */
  move: (moves: readonly { sha256: string; to: string }[]) => void
  remove: (hashes: readonly string[]) => void
  drag: (data: DataTransfer, hashes: readonly string[]) => void
}
