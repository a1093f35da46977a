/** What the desk, which is a part, gets from the page: views that read stores, and what is done with files. */
import type { ComponentType } from 'preact'
import type { AttachedFile } from '../../core/checklist/checklist'
import type { Item } from '../../core/edition/catalogue'
import type { FileGroup } from '../../core/sorting/groups'
import type { Suggestion } from '../../core/sorting/suggestion'
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

/** One group of the desk, and what is done with it. */
export interface GroupProps {
  group: FileGroup
  /** The files of its rows, and the numbers of files in it by SHA-256. */
  drawn: readonly AttachedFile[]
  numbers: ReadonlyMap<string, number> | undefined
  /** It is no group any more: its rows are taken away unseen. */
  isGone: boolean
  /** The desk has so many files that they are laid out only on the screen. */
  isLong: boolean
  /** The item suggested. */
  item: Item | null
  /** What the item is called: its text, and its row's name where that says nothing by itself. */
  itemName: string
  suggestions: ReadonlyMap<string, Suggestion>
  chosen: ReadonlySet<string>
  /** SHA-256 of the file that is shown. */
  shown: string | null
  pieces: DeskPieces
  onChoose: (hashes: readonly string[], isOn: boolean, isRange?: boolean) => void
  onShow: (file: AttachedFile) => void
  onDrag: (data: DataTransfer, sha256: string) => void
  onFile: (group: FileGroup) => void
}
