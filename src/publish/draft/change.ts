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
  /** The words of a common material. */
  | { kind: 'material'; id: string; label?: string; text?: string }
  /** One more common material, `id` being the id that it gets. */
  | { kind: 'material-added'; id: string; text: string }
  | { kind: 'material-removed'; id: string }
  /** The material that the sealed report goes to; an empty id is none. */
  | { kind: 'report-item'; id: string }
  | { kind: 'report-text'; field: 'title' | 'placeholder'; text: string }
  /** A section of the report; `isByRow` where it is written row by row. */
  | { kind: 'section'; id: string; heading?: string; isByRow?: boolean }
  | { kind: 'section-added'; id: string; heading: string }
  | { kind: 'section-removed'; id: string }
  | { kind: 'section-moved'; id: string; by: number }
  /** All common materials, and the whole report, as earlier pages stored them. A report to a material that is gone goes to none. */
  | { kind: 'materials'; items: EditionFiles['materials']['items'] }
  | { kind: 'report'; report: EditionFiles['report'] }
  /** The points that the table declares; null where it declares none. */
  | { kind: 'total'; points: number | null }
  | { kind: 'note'; row: string; text: string }
  /** The row's cell of this column stands by itself. */
  | { kind: 'unmerge'; row: string; column: string }
