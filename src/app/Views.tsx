import type { Progress } from '../core/checklist/progress'
import { formatSize } from '../core/text/format'
import { checklistContent } from './ui/page-content'

/** The items that are shown: all, those not done, those with a hint, or those the office said something of. */
export type View = 'all' | 'open' | 'hinted' | 'returned'

interface Props {
  view: View
  /** What an item's number or text must contain. */
  words: string
  progress: Progress
  /** Number of items that the office said something of. */
  returned: number
  onView: (view: View) => void
  onWords: (words: string) => void
}

const views: [View, string][] = [
  ['all', '全部'],
  ['open', '未完成'],
  ['hinted', '有提示'],
  ['returned', '被退回'],
]

/** Which items are shown, how far they are, and until when. */
export function Views({ view, words, progress, returned, onView, onWords }: Props) {
  const { deadline, deadlineText } = checklistContent()
  const counts: Record<View, string> = {
    all: '',
    open: ` ${progress.total - progress.done}`,
    hinted: ` ${progress.hints}`,
    returned: ` ${returned}`,
  }
  return (
    <div class="views">
      <fieldset class="segmented">
        <legend class="hidden">显示哪些材料项</legend>
        {views.slice(0, returned > 0 ? 4 : 3).map(([id, name]) => (
          <label key={id} class={id === 'returned' ? 'is-returned' : undefined}>
            <input type="radio" name="view" checked={view === id} onChange={() => onView(id)} />
            <span>
              {name}
              {counts[id]}
            </span>
          </label>
        ))}
      </fieldset>
      <input
        type="search"
        class="find"
        aria-label="找一项"
        placeholder="找一项：编号或几个字"
        value={words}
        onInput={event => onWords(event.currentTarget.value.trim())}
      />
      <p class="far">
        <span class="count">
          <strong>{progress.done}</strong> / {progress.total} 项已完成
        </span>
        <span class="amount">
          {progress.files} 个文件 · {formatSize(progress.bytes)}
          {progress.absent > 0 && <strong class="care">，! 另有 {progress.absent} 个没有内容</strong>}
        </span>
        {deadline && (
          <span class="deadline">
            报送时限 {deadlineText}
            {Date.now() >= Date.parse(deadline) && <span class="badge">已截止</span>}
          </span>
        )}
      </p>
    </div>
  )
}
