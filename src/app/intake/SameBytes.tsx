import type { SameBytes as Same } from '../../core/intake/same-bytes'
import { formatSize } from '../../core/text/format'

/** Shown at once. */
const most = 50

/** Files that several units handed in, as a question to whoever knows whether that is right. */
export function SameBytes({ files }: { files: readonly Same[] }) {
  if (files.length === 0) return null
  return (
    <details class="card same-bytes">
      <summary>
        <h2>不同单位交了内容完全相同的文件：{files.length} 个</h2>
      </summary>
      <p>县里统一印发的文件，几个单位都交是正常的；总结、台账一类的，请看一下是不是放错、抄用。</p>
      <ul>
        {files.slice(0, most).map(({ sha256, size, uses }) => (
          <li key={sha256}>
            {uses.map(({ handIn, item, name }) => (
              <p key={handIn.id}>
                {handIn.checklist.unit.name} <span class="id">{item}</span> {name}
              </p>
            ))}
            <small>{formatSize(size)}</small>
          </li>
        ))}
      </ul>
      {files.length > most && <p>还有 {files.length - most} 个，没有全部列出。</p>}
    </details>
  )
}
