/** What the reading view, which is a part, gets from the page: state to draw, things to do, views that are parts of their own. */
import type { ComponentType } from 'preact'
import type { AttachedFile } from '../../core/checklist/checklist'
import type { Catalogue } from '../../core/edition/catalogue'
import type { Refusal } from '../../core/files/refusal'
import type { UnitRow } from '../../core/intake/collate'
import type { HandIn } from '../../core/intake/hand-in'
import type { Reviews } from '../../core/review/of-unit'
import type { Judged } from '../../core/review/tally'
import type { Place } from '../../core/review/walk'
import type { OfficeReview } from '../../stores/review/office-reviews'
import type { ReviewChangeHere, ReviewSaving } from '../../stores/review/reviews'
import type { PreviewProps } from '../preview/pieces'

export interface ReviewState {
  catalogue: Catalogue
  units: readonly Judged[]
  place: Place
  /** All that is stored, also of units that are not there: its notes are offered as phrases. */
  reviews: Reviews
  /** What offices said that rolled units up, by the id of the hand-in. */
  officeReviews: ReadonlyMap<string, OfficeReview>
  saving: ReviewSaving
  /** In a private window nothing is kept once it is closed. */
  isPrivate: boolean
  /** Ids of checklists whose stored review can't be read. */
  unreadable: ReadonlySet<string>
  /** Of the last day to hand in, the day. */
  deadline: string
}

export interface ReviewActions {
  go: (place: Place) => void
  close: () => void
  change: (row: UnitRow, change: ReviewChangeHere) => void
  retry: () => void
  openFile: (handIn: HandIn, file: AttachedFile) => Promise<Refusal | null>
  saveFile: (handIn: HandIn, file: AttachedFile) => Promise<Refusal | null>
  loadFile: (handIn: HandIn, file: AttachedFile) => Promise<Blob>
}

export interface ReviewPieces {
  Preview: ComponentType<PreviewProps>
}

export interface ReviewProps {
  state: ReviewState
  actions: ReviewActions
  pieces: ReviewPieces
}
