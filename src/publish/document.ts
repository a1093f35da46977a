/** What a file of a publisher holds, whatever kind of file it is. */

/** What a cell prints; lines as they were, without spaces around them. */
export interface Cell {
  text: string
}

export type Grid = Cell[][]

export interface SourceTable {
  /** The line printed above it; empty where there is none. */
  title: string
  /** Nothing is printed between it and the table before. */
  follows: boolean
  grid: Grid
}

export interface SourceDocument {
  /** All lines of the document in order, those in tables included. */
  lines: string[]
  tables: SourceTable[]
  /** What people may not see in it, or see apart from the text. */
  asides: Aside[]
}

/** `footnote` is left out; `struck` and `hidden` stand in the text as any other. */
export interface Aside {
  kind: 'footnote' | 'struck' | 'hidden'
  text: string
}
