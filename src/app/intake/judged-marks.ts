/** What a later stage marks in the matrix: how far the office is with a unit, and with each of its sections. */

interface JudgedMark {
  mark: string
  /** The same in words. */
  says: string
  tone: string
}

export interface JudgedMarks {
  /** Items judged, of how many. */
  done: number
  total: number
  /** 认可 12 · 退回 2 */
  says: string
  /** By section id; nothing of a section was judged where there is none. */
  cells: ReadonlyMap<string, JudgedMark>
}
