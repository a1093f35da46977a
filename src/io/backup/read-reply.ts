/** Reads a 审核意见 that was brought beside bundles. */
import { isReplyFile, longestReply, type ReplyResult, readReplyFile } from '../../core/checklist/reply-file'

/** Null where the file is none. @throws the platform's error */
export async function readReply(file: File): Promise<ReplyResult | null> {
  if (!/\.html?$/i.test(file.name) || file.size > longestReply) return null
  const page = await file.text()
  return isReplyFile(page) ? readReplyFile(page) : null
}
