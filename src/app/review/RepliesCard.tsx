import { useStore } from '@nanostores/preact'
import { useMemo } from 'preact/hooks'
import { $judged } from '../../stores/review/judged'
import { $replying, downloadReplies, findAnswered } from '../../stores/review/replies'
import { refusalWording } from '../../wording/refusal'
import { replyFrom } from '../ui/page-content'
import { usePart } from '../ui/usePart'

/** 审核意见, drawn by a part once there is something to say. */
export function RepliesCard() {
  const judged = useStore($judged)
  const replying = useStore($replying)
  const from = replyFrom()
  const answered = useMemo(() => findAnswered(judged, from), [judged])
  const part = usePart(() => import('./Replies'), answered.length > 0)
  if (answered.length === 0 || !part) return null
  if (typeof part === 'string') return <p role="alert">审核意见没有打开：{refusalWording[part]}</p>
  const download = (some: Parameters<typeof downloadReplies>[0]) => void downloadReplies(some, from)
  return <part.Replies answered={answered} replying={replying} download={download} />
}
