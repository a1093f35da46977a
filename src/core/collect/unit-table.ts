/**
 * A list of units as people have it: one a line, several in a line, or a table copied from a document or a spreadsheet with
 * columns of other things. In come rows of cells, out go names in order; a person sees and corrects them before they count.
 */

/** The cells of a pasted text: a table's cells have tabs between them. */
export function parseRows(text: string): string[][] {
  return text.split(/\r\n|\r|\n/).map(line => line.split('\t'))
}

/** The unit names in a table: those below a heading that says so, else of the columns that look like names. */
export function findUnitNames(rows: readonly (readonly string[])[]): string[] {
  const table = rows.map(row => row.map(cell => cell.replace(/[\s\ufeff]+/g, ' ').trim()))
  const headings = table.map(row => row.findIndex(cell => heading.test(cell)))
  const first = headings.findIndex(column => column >= 0)
  // One cell is a title or a name, not a table's head.
  const hasHead = first >= 0 && (table[first] as string[]).filter(Boolean).length > 1
  const body = hasHead ? table.slice(first + 1) : table
  const columns = hasHead ? [headings[first] as number] : nameColumns(body)
  return body
    .flatMap(row => {
      // A line typed below a table has one cell, in whatever column.
      const filled = row.filter(Boolean)
      return filled.length === 1 ? filled : columns.map(column => row[column] ?? '')
    })
    .flatMap(cell => cell.split(/[、，,;；]/))
    .map(cell => withoutPhone(withoutNumber(cell)))
    .filter(name => isName(name) && !heading.test(name) && !/^(合计|总计|共计|备注)/.test(name))
}

const heading =
  /^(参评|参加|责任|报送|填报|考核|被考核|成员|应报)?(单位|部门|机构)(（?(名称|全称|名单)）?)?$|^(名称|全称)$/

const organization =
  /(局|委|委员会|办|办公室|厅|院|校|站|所|队|中心|集团|公司|政府|部|处|会|银行|联社|分局|支队|大队|镇|乡|街道|办事处|园区|管委会|医院|学校|法院|检察院)([（(].*[）)])?$/

/** Columns in which most of what is there ends as an organization does; all where there is none. */
function nameColumns(rows: readonly (readonly string[])[]): number[] {
  const width = Math.max(0, ...rows.map(row => row.length))
  const columns = Array.from({ length: width }, (_, column) => column)
  const fitting = columns.filter(column => {
    const cells = rows.map(row => withoutNumber(row[column] ?? '')).filter(isName)
    return cells.length > 0 && cells.filter(cell => organization.test(cell)).length * 2 >= cells.length
  })
  return fitting.length > 0 ? fitting : columns
}

/** `1.` `（2）` `三、` `④` `5` and a space, or a bullet, and what they stand in front of. */
function withoutNumber(cell: string): string {
  return cell
    .trim()
    .replace(/^[•·●■◆○□▪*–—-]+\s*/, '')
    .replace(
      /^(?:[（(](?:\d{1,3}|[一二三四五六七八九十百]{1,4})[）)]|(?:\d{1,3}|[一二三四五六七八九十百]{1,4})[.．、:：）)]|[①-⑳]|\d{1,3}\s)\s*/,
      '',
    )
    .trim()
}

/** A name without the telephone number typed behind it. */
function withoutPhone(name: string): string {
  return name.replace(/\s*[（(]?(?:0\d{2,3}[-—]?)?\d{7,11}[)）]?$/, '').trim()
}

/** Two 汉字 at least, and no telephone number, date or sentence. */
function isName(text: string): boolean {
  return /\p{Script=Han}.*\p{Script=Han}/u.test(text) && text.length <= 60 && !/[。！？]/.test(text)
}
