/** What a file looks like, for the view that draws it: plain data, and addresses of bytes for what the browser shows itself. */
import type { NoPreview } from './kind'
import type { Grid } from './workbook'

export interface PreviewedSheet {
  name: string
  isHidden: boolean
  /** Read when it is asked for. */
  read: () => Promise<Grid>
}

export interface ListedEntry {
  path: string
  size: number
}

export type Previewed =
  /** `url` is a `blob:` address, good until `release` is called. */
  | { kind: 'picture' | 'pdf' | 'sound' | 'film'; url: string; release: () => void }
  | { kind: 'text'; text: string; isCut: boolean }
  | { kind: 'grid'; grid: Grid }
  | { kind: 'workbook'; sheets: PreviewedSheet[] }
  /** `html` is a whole page for a frame without rights; `width` in CSS pixels of its widest sheet of paper; `pages` where the file says. */
  | { kind: 'word'; html: string; width: number; pages: number | null }
  | { kind: 'archive'; entries: ListedEntry[]; total: number }
  | { kind: 'nothing'; why: NoPreview }
