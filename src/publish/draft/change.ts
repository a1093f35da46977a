/** One correction that a publisher makes in an edition that was read. */
import type { EditionFiles } from '../../build/content-shape'
import type { Scoring } from '../../core/edition/catalogue'

export type Change =
  /** The text of a cell as it is to be printed; of the evidence the items follow. `column` is the column's name. */
  | { kind: 'cell'; row: string; column: string; text: string }
  | { kind: 'scoring'; row: string; scoring: Scoring }
  /** Names of departments; both lists empty mean that every unit answers for the row. */
  | { kind: 'departments'; row: string; lead: string[]; supporting: string[] }
  /** The row's items anew, in order; one whose text stays keeps its id. */
  | { kind: 'items'; row: string; texts: string[] }
  /** An empty row below another, `id` being the id that it gets. */
  | { kind: 'row-added'; after: string; id: string }
  | { kind: 'row-removed'; row: string }
  /** The id that an earlier edition gave to the same thing, or a new one (`''`). */
  | { kind: 'id'; id: string; to: string }
  | { kind: 'department-id'; id: string; to: string }
  /** `contact.phone`, `title`; an empty value takes the field out. */
  | { kind: 'field'; field: string; value: string }
  | { kind: 'body'; text: string }
  | { kind: 'title'; text: string }
  | { kind: 'bundle-title'; text: string }
  /** The common materials anew, in order. A report that was to go to one that is gone goes to none. */
  | { kind: 'materials'; items: EditionFiles['materials']['items'] }
  /** The report's template anew. */
  | { kind: 'report'; report: EditionFiles['report'] }
  /** The points that the table declares; null where it declares none. */
  | { kind: 'total'; points: number | null }
  | { kind: 'note'; row: string; text: string }
  /** The row's cell of this column stands by itself. */
  | { kind: 'unmerge'; row: string; column: string }
