/** The page's side of 核对报送: state to draw and things to do, which the cards, a part, are given. */
import type { Made } from '../../core/backup/made'
import type { AttachedFile, Checklist } from '../../core/checklist/checklist'
import type { Section } from '../../core/checklist/progress'
import type { Catalogue } from '../../core/edition/catalogue'
import type { Packing, UnsortedAnswer } from '../../stores/bundle/bundle'
import type { Check } from '../../stores/sending/check'
import type { $example, Shrinking } from '../../stores/sending/photos'
import type { Supplement } from '../../stores/sending/supplement'
import type { Outlines, Way } from '../../stores/sending/way'
import type { checklistContent } from '../ui/page-content'

export interface SendingState {
  sections: Section[]
  checklist: Checklist
  catalogue: Catalogue
  content: Pick<ReturnType<typeof checklistContent>, 'deadline' | 'deadlineText' | 'recipient'>
  check: Check
  shrinking: Shrinking | null
  example: ReturnType<typeof $example.get>
  packing: Packing
  supplement: Supplement | null
  made: Made | null
  way: Way
  /** As typed. */
  ownMegabytes: string
  /** Most bytes of a package; null where no possible number was typed. */
  limits: Record<Way, number | null>
  outlines: Outlines
  isPrinting: boolean
  /** True where a package can go to a place the person chooses. */
  offersPlace: boolean
}

export interface SendingActions {
  runCheck: () => void
  cancelCheck: () => void
  showExample: (photo: AttachedFile) => void
  countMailsWithCopies: () => Promise<number>
  shrinkPhotos: (photos: readonly AttachedFile[]) => void
  cancelShrinking: () => void
  dismissShrinking: () => void
  bringBackPhotos: () => void
  choose: (way: Way) => void
  typeOwn: (megabytes: string) => void
  pack: (limit: number, answer?: UnsortedAnswer) => void
  packSupplement: (limit: number) => void
  handOver: (index: number, choosesPlace: boolean) => void
  handOverRest: () => void
  confirmBackup: () => void
  print: () => void
  /** True where the browser copied it. */
  copy: (text: string) => Promise<boolean>
  noteSent: (day: string, now: Record<string, string>) => void
  correctSentDay: (day: string) => void
  takeBackSent: () => void
}

export interface CardProps {
  state: SendingState
  actions: SendingActions
}
