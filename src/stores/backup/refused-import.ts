/** What of an import was refused, and why. */
import type { Checklist } from '../../core/checklist/checklist'
import type { Refusal } from '../../core/files/refusal'
import type { RestoreProblem } from '../../io/backup/read-bundles'
import type { ReplyRefusal } from './reply'

/** Something that can't be restored here, with the file it came in. */
export interface RefusedImport {
  name: string
  problem:
    | Exclude<RestoreProblem, { code: 'archive' }>
    /** An archive is damaged or unusual: the sentence that the office would read. */
    | { code: 'archive'; sentence: string }
    | { code: 'other-edition'; checklist: Checklist }
    | { code: 'not-stored'; refusal: Refusal }
    | ReplyRefusal
}

/** Refusals that concern one file and not storing as such: the stick was pulled out, an archive is damaged. */
export const ofOneFile: readonly Refusal[] = ['vanished', 'changed-since-picked', 'broken-off', 'unknown']
