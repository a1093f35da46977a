/** Tells 审核意见 from other files that are brought: whoever drops one means to read it, not to hand it in. */
import { isReplyFile, replyHeadSize } from '../../core/checklist/reply-file'

/** Those of the files that begin as one; a file that can't be read is none, and what is wrong with it is told where it is stored. */
export async function findReplies(files: readonly File[]): Promise<Set<File>> {
  const replies = new Set<File>()
  for (const file of files) {
    if (!/\.html?$/i.test(file.name)) continue
    const head = await file
      .slice(0, replyHeadSize)
      .text()
      .catch(() => '')
    if (isReplyFile(head)) replies.add(file)
  }
  return replies
}
