import type { TableBeginning } from '../../publish/draft/beginnings'
import { pointAt } from '../../stores/publishing/taking'

/** The beginnings of a file's tables: the person presses the line that names the columns, and goes on from there. */
export function PointAtHead({ tables, onDone }: { tables: readonly TableBeginning[]; onDone?: () => void }) {
  return (
    <section class="card publish-heads" aria-label="哪一行是表头">
      <h2>哪一行是表头？</h2>
      <p>
        点写着各栏名称的那一行，如“序号、工作任务、责任单位”。下面的行就是考核内容；每一栏是什么，随后在栏的上面选。
      </p>
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
                      onClick={() => void pointAt(table, line).then(onDone)}
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
