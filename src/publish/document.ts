/** The content of a publisher's file, whatever kind of file it is. */

/** The text of a cell; lines as they were, without spaces around them. */
export interface Cell {
  text: string
}

export type Grid = Cell[][]

export interface SourceTable {
  /** The sheet's name; empty where the file has no sheets. */
  sheet: string
  /** The lines between the table before and this one. */
  above: string[]
  /** Nothing is printed between it and the table before. */
  follows: boolean
  grid: Grid
}

export interface SourceDocument {
  /** All lines of the document in order, those in tables included. */
  lines: string[]
  tables: SourceTable[]
  /** The lines below the last table, or all of them where there is none. */
  below: string[]
  /** Parts that people may overlook, or see apart from the text. */
  asides: Aside[]
}

/**
 * `struck` and `hidden` stand in the text as any other; the others are left out: notes at the foot, remarks of reviewers, lines
 * at the top or foot of each page, boxes and other things that float, sheets that are not shown, values below a merged cell,
 * cells whose program stored a formula and no result.
 */
export interface Aside {
  kind:
    | 'struck'
    | 'hidden'
    | 'footnote'
    | 'comment'
    | 'page-edge'
    | 'box'
    | 'hidden-sheet'
    | 'covered'
    | 'formula'
  text: string
}
