/** Annex 1 as a table with its cells merged as printed, and links that lead to each department's rows. */
import type { Edition } from '../../build/edition'
import { indicatorsOf } from '../../core/edition/catalogue'
import { buildHead, buildTable, type TableCell } from '../../core/edition/printed-table'
import type { ColumnSource } from '../../core/edition/table-source'
import { attributes, type Html, html } from './html'
import { printNotes } from './pieces'

export function tablePage(edition: Edition): Html {
  const { id, catalogue } = edition
  const rowNotes = catalogue.indicators.filter(indicator => indicator.note)
  return html`
    <div class="width stack">
      <div class="intro">
        <p class="annex">附件1</p>
        <h1>${catalogue.title}</h1>
      </div>
      ${printDepartments(edition)}
      <p class="swipe">屏幕较窄时，表格可以左右滑动。</p>
      <div class="table-frame" role="region" aria-label="${catalogue.title}" tabindex="0">
        ${printTable(edition)}
      </div>
      ${printNotes([...catalogue.notes, ...rowNotes.map(({ id, name, note }) => `${id} ${name}：${note}`)])}
      <p class="actions"><a class="button primary" href="/${id}/checklist.html">开始填报</a></p>
    </div>
  `
}

function printDepartments({ id, catalogue }: Edition): Html | false {
  const { heads, departments } = catalogue
  return (
    departments.length > 0 &&
    html`
      <nav class="card by-department" aria-label="按${heads.department}查看">
        <h2>按${heads.department}查看</h2>
        <ul>
          ${departments.map(
            department => html`
              <li id="${department.id}">
                <a class="name" href="/${id}/departments/${department.id}.html">
                  ${department.name}
                </a>
                <span class="rows">
                  ${indicatorsOf(catalogue, [department.id]).map(
                    indicator => html`
                      <a href="#row-${indicator.id}">${indicator.id}</a>
                    `,
                  )}
                </span>
              </li>
            `,
          )}
        </ul>
      </nav>
    `
  )
}

function printTable({ content }: Edition): Html {
  const { columns } = content.indicators
  const lastLevel = columns[columns.map(({ role }) => role).lastIndexOf('level')]
  return html`
    <table class="${columns.length > 7 ? 'indicators is-wide' : 'indicators'}">
      <thead>
        ${buildHead(columns).map(
          cells => html`
            <tr>
              ${cells.map(
                cell => html`
                  <th scope="col" class="is-${cell.column.role}"${spans(cell)}>
                    ${cell.text}
                  </th>
                `,
              )}
            </tr>
          `,
        )}
      </thead>
      <tbody>
        ${buildTable(content.indicators).map(
          ({ id, lines, cells }) =>
            html` ${lines.map(
              line => html`
                <tr class="line">
                  <th scope="colgroup" colspan="${columns.length}">
                    ${line}
                  </th>
                </tr>
              `,
            )} <tr id="row-${id}">
                ${cells.map(
                  cell => html`
                    <td${attributes({ class: classOf(cell.column, lastLevel) })}${spans(cell)}>
                      ${cell.text}
                    </td>
                  `,
                )}
              </tr> `,
        )}
      </tbody>
    </table>
  `
}

function spans({ rowSpan, columnSpan }: TableCell): Html {
  return attributes({ rowspan: rowSpan > 1 && rowSpan, colspan: columnSpan > 1 && columnSpan })
}

/** Short cells are set in the middle. */
function classOf(column: ColumnSource, lastLevel: ColumnSource | undefined): string | undefined {
  if (column === lastLevel) return 'name'
  if (column.role === 'number' || column.role === 'department') return column.role
  return ['level', 'points', 'supporting', 'deadline', 'method'].includes(column.role) ? 'middle' : undefined
}
