import type { FunctionComponent } from 'preact'
import type { Lacking } from '../../core/backup/lacking'
import type { FileUse } from '../../core/checklist/checklist'

interface Props {
  uses: readonly FileUse[]
  lacking: Lacking | null
  remove: () => void
  Import: FunctionComponent<{ label: string }>
}

/** Banner of files that have a name and no content, with the volume each lies in; it stays until they came or were removed. */
export function AbsentFiles({ uses, lacking, remove, Import }: Props) {
  const count = new Set(uses.map(({ file }) => file.sha256)).size
  const missing = lacking?.missing ?? []
  const volumeOf = (sha256: string) => lacking?.volumeOf[sha256] ?? 0
  const groups = new Map<number, FileUse[]>()
  for (const use of uses) {
    const volume = volumeOf(use.file.sha256)
    const group = groups.get(volume)
    if (group) group.push(use)
    else groups.set(volume, [use])
  }
  return (
    <div class="banner warning" role="alert" aria-label="没有内容的文件">
      <div class="width">
        <p>
          <strong>! 有 {count} 个文件只有名称、没有内容</strong>
          ，用到它们的材料项不算完成，也打不成材料包。
          {lacking && missing.length > 0
            ? `导入的材料包共 ${lacking.count} 卷，缺第 ${missing.join('、')} 卷：请把缺的卷也导入。`
            : '请再导入一次有这些文件的压缩包，或者重新添加同样的文件。'}
        </p>
        <details>
          <summary>看是哪些文件</summary>
          {[...groups]
            .sort(([a], [b]) => a - b)
            .map(([volume, among]) => (
              <div key={volume}>
                {volume > 0 && (
                  <strong>
                    在第 {volume} 卷里的 {among.length} 处
                  </strong>
                )}
                <ul>
                  {among.slice(0, mostShown).map(({ item, file }) => (
                    <li key={item + file.sha256}>
                      {item ? <a href={`#item-${item}`}>{item}</a> : <a href="#unsorted">待归类</a>}{' '}
                      {file.name}
                    </li>
                  ))}
                </ul>
                {among.length > mostShown && <p>……共 {among.length} 处</p>}
              </div>
            ))}
        </details>
        <div class="actions">
          <Import label="导入缺的压缩包" />
          <button type="button" class="button" onClick={remove}>
            不要了，去掉这 {count} 个
          </button>
        </div>
      </div>
    </div>
  )
}

const mostShown = 100
