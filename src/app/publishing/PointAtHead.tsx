import type { TableBeginning } from '../../publish/draft/beginnings'
import type { SourceFile } from '../../publish/draft/project'
import { pointAt } from '../../stores/publishing/taking'

/**
 * The beginnings of a file's tables: the person presses the line that names the columns, and goes on from there. `file` is one
 * that the work does not have yet.
 */
export function PointAtHead({
  tables,
  file,
  onDone,
}: {
  tables: readonly TableBeginning[]
  file?: SourceFile
  onDone: () => void
}) {
  return (
    <section class="card publish-heads" aria-label="哪一行是表头">
      <h2>{file && `“${file.name}”：`}哪一行是表头？</h2>
      <p>
        点写着各栏名称的那一行，如“序号、工作任务、责任单位”。下面的行就是考核内容；每一栏是什么，随后在栏的上面选。
      </p>
      {file && (
        <p>
          <button type="button" class="button" onClick={onDone}>
            不用这个文件
          </button>
        </p>
      )}
      {tables.map(({ table, sheet, length, lines }) => (
        <div key={table} class="publish-beginning" role="region" aria-label={`第 ${table + 1} 张表`}>
          <h3>
            第 {table + 1} 张表{sheet && `（${sheet}）`}，{length} 行
          </h3>
          <table>
            <tbody>
              {lines.map((cells, line) => (
                <tr key={line}>
                  <th scope="row">
                    <button
                      type="button"
                      class="button"
                      aria-label={`第 ${table + 1} 张表第 ${line + 1} 行是表头`}
                      onClick={() => void pointAt(table, line, file).then(trouble => trouble ?? onDone())}
                    >
                      是表头
                    </button>
                  </th>
                  {cells.map((text, column) => (
                    <td key={column}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  )
}
