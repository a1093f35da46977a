import type { ListedEntry } from '../../core/preview/preview'
import { formatSize } from '../../core/text/format'

/** What a ZIP holds, as a list; nothing of it is unpacked. */
export function FileList({ name, entries, total }: { name: string; entries: ListedEntry[]; total: number }) {
  return (
    <div
      class="stage paper"
      role="group"
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
      tabIndex={0}
    >
      <p>压缩包里有 {total} 个文件，在这里只列出来，要看请另存以后解压。</p>
      <ul class="listed">
        {entries.map(({ path, size }) => (
          <li key={path}>
            <span>{path}</span> <small>{formatSize(size)}</small>
          </li>
        ))}
      </ul>
      {total > entries.length && <p>……还有 {total - entries.length} 个没有列出。</p>}
    </div>
  )
}

/** A text as it was written; of a web page its source. */
export function Text({ name, text, isCut }: { name: string; text: string; isCut: boolean }) {
  return (
    <div
      class="stage paper"
      role="group"
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
      tabIndex={0}
    >
      <pre>{text}</pre>
      {isCut && <p class="cut">……文件太长，只显示开头，全部内容请另存以后看。</p>}
    </div>
  )
}
