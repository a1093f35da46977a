/** What a bundle is made of, before it is cut into volumes: the report written and the files planned, once for all that needs it. */
import { type Checklist, withoutUnsorted } from '../../core/checklist/checklist'
import { attachedReport } from '../../core/report/report'
import type { BundleDraft } from '../../io/bundle/pack-bundle'
import { $checklist, queueSettled } from '../checklist'
import { getCatalogue } from '../page'
import { writeReport } from '../report/report'

/** Whether files of 待归类 go into the bundle, in a folder of their own; as the person said last. */
let takesUnsorted = false

export function takeUnsorted(takes: boolean): void {
  takesUnsorted = takes
}

/** The draft of the open checklist when everything done so far is saved; null where none is open. */
export async function draftNow(): Promise<BundleDraft | null> {
  await queueSettled()
  const checklist = $checklist.get()
  return checklist && draftOf(checklist, takesUnsorted)
}

/**
 * The last draft, for as long as its checklist is the one on screen and its minute lasts: from the choice of volumes to the
 * last of several downloads the report is written and the bundle planned once.
 */
let lastDraft: {
  checklist: Checklist
  isWhole: boolean
  minute: number
  draft: Promise<BundleDraft>
} | null = null

/** The draft of a checklist; `isWhole`: with 待归类. */
export function draftOf(checklist: Checklist, isWhole: boolean): Promise<BundleDraft> {
  const now = new Date()
  const minute = Math.floor(now.getTime() / 60_000)
  if (lastDraft?.checklist === checklist && lastDraft.isWhole === isWhole && lastDraft.minute === minute)
    return lastDraft.draft
  const draft = writeDraft(isWhole ? checklist : withoutUnsorted(checklist), now)
  lastDraft = { checklist, isWhole, minute, draft }
  // A failed draft is not kept: the next call tries again.
  draft.catch(() => {
    if (lastDraft?.draft === draft) lastDraft = null
  })
  return draft
}

async function writeDraft(checklist: Checklist, now: Date): Promise<BundleDraft> {
  const { draftBundle } = await import('../../io/bundling')
  // No form that nobody filled in lies beside the unit's own report.
  const report = attachedReport(checklist) ? null : await writeReport(checklist, now)
  return draftBundle({ catalogue: getCatalogue(), checklist, report, now })
}
