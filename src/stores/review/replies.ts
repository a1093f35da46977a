/** 审核意见: made of the office's words at the moment they are asked for, and handed to the browser's downloads. */
import { atom } from 'nanostores'
import type { Reply } from '../../core/checklist/returned'
import { buildReply, fileNames } from '../../core/review/reply'
import { countJudged, type Judged, tally } from '../../core/review/tally'
import { safeNames } from '../../core/text/filename'
import { downloadBlob } from '../../io/files/download'
import { attempt, type PackProblem, packProblemOf } from '../attempt'
import { getCatalogue } from '../page'

/** What was handed over last; null before that. */
export type Replying = { fileName: string } | { problem: PackProblem } | null

export const $replying = atom<Replying>(null)

/** Whom a reply comes from, and where its unit takes it in. */
export interface ReplyFrom {
  office: string
  /** The address of the checklist page; empty where this page was opened from a disk. */
  address: string
}

/** A unit to which something is to be said. */
export interface Answered extends Judged {
  reply: Reply
}

/** The units to which the office has something to say now, in their order. */
export function findAnswered(judged: readonly Judged[], { office }: ReplyFrom): Answered[] {
  const now = new Date()
  return judged.flatMap(one => {
    const reply = buildReply(one.row, one.review, { office, now })
    return reply ? [{ ...one, reply }] : []
  })
}

/** One page for one unit; for several a ZIP with a page for each. */
export async function downloadReplies(answered: readonly Answered[], from: ReplyFrom): Promise<void> {
  const step = async () => {
    const { packReplies, replyFileName, writeReplyPage } = await import('../../io/collecting')
    const title = getCatalogue().bundleTitle
    const pages = answered.map(({ reply, row, standings }) => {
      const judged = countJudged(tally(standings))
      const facts = { title, sections: row.sections, names: fileNames(row), judged, address: from.address }
      return writeReplyPage(reply, facts)
    })
    const names = safeNames(answered.map(({ reply }) => replyFileName(reply)))
    const [only, ...others] = pages
    if (only === undefined) return
    const fileName = others.length === 0 ? (names[0] as string) : `${title}审核意见.zip`
    const blob =
      others.length === 0
        ? new Blob([only], { type: 'text/html' })
        : await packReplies(
            pages.map((text, i) => ({ path: names[i] as string, text })),
            new Date(),
          )
    downloadBlob(blob, fileName)
    $replying.set({ fileName })
  }
  await attempt(step, packProblemOf, problem => $replying.set({ problem }))
}
