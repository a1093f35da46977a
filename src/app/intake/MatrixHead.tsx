import type { Section } from '../../core/checklist/progress'
import { abbreviateSection } from '../../core/checklist/section-name'
import { levelsAbove } from '../../core/edition/catalogue'
import type { Column } from '../../core/intake/collate'
import type { MatrixSort } from '../../core/intake/matrix-sort'

interface Props {
  columns: readonly Column[]
  sort: MatrixSort | null
  onSort: (by: MatrixSort['by']) => void
}

/** The heads of the matrix: departments above the rows that they evaluate, each with its number and name. A press sorts by it. */
export function MatrixHead({ columns, sort, onSort }: Props) {
  /** Where a column stands: the arrow keys lead from its cells to its head and back. */
  const places = new Map(columns.map(({ section }, i) => [section.id, factsBefore.length + i]))
  const fact = (by: MatrixSort['by'], name: string, at: number) => (
    <th scope="col" rowSpan={2} aria-sort={sortedBy(sort, by)} data-column={at}>
      <SortButton by={by} name={name} sort={sort} onSort={onSort} />
    </th>
  )
  return (
    <thead>
      <tr>
        {factsBefore.map(([by, name], at) => fact(by, name, at))}
        {groupColumns(columns).map(({ name, count, section }, first) => (
          <th
            key={`${first} ${name}`}
            scope={section ? 'col' : 'colgroup'}
            colSpan={count}
            rowSpan={section ? 2 : 1}
            aria-sort={section ? sortedBy(sort, section.id) : undefined}
            data-column={section ? places.get(section.id) : undefined}
            class="group"
          >
            {section ? (
              <SortButton by={section.id} name={name} sort={sort} onSort={onSort} />
            ) : (
              <span>{name}</span>
            )}
          </th>
        ))}
        {fact('score', '自评分', factsBefore.length + columns.length)}
        {fact('changed', '最后修改', factsBefore.length + columns.length + 1)}
        <th scope="col" rowSpan={2}>
          校验码
        </th>
      </tr>
      <tr>
        {columns
          .filter(({ section }) => section.indicator)
          .map(({ section }) => (
            <th
              key={section.id}
              scope="col"
              class="of-section"
              title={titleOf(section)}
              aria-sort={sortedBy(sort, section.id)}
              data-column={places.get(section.id)}
            >
              <SortButton by={section.id} name={section.id} sort={sort} onSort={onSort}>
                <span class="section-name">{section.indicator?.name}</span>
              </SortButton>
            </th>
          ))}
      </tr>
    </thead>
  )
}

/** The columns before the sections: what they say, and their names. */
const factsBefore: [by: MatrixSort['by'], name: string][] = [
  ['unit', '单位'],
  ['soundness', '文件'],
  ['judged', '已审'],
  ['done', '完成'],
]

interface SortButtonProps extends Pick<Props, 'sort' | 'onSort'> {
  by: MatrixSort['by']
  name: string
  children?: preact.ComponentChildren
}

function SortButton({ by, name, sort, onSort, children }: SortButtonProps) {
  const sign = sort?.by === by ? (sort.descending ? ' ↓' : ' ↑') : ''
  return (
    <button
      type="button"
      class="sort"
      // Tab goes from unit to unit; forty heads would be in its way.
      tabIndex={by === 'unit' ? undefined : -1}
      onClick={() => onSort(by)}
    >
      {name}
      {children}
      {sign}
    </button>
  )
}

function sortedBy(sort: MatrixSort | null, by: string): 'ascending' | 'descending' | 'none' {
  if (sort?.by !== by) return 'none'
  return sort.descending ? 'descending' : 'ascending'
}

interface Group {
  name: string
  count: number
  /** The group is this single column, which needs no heading of its own. */
  section: Section | null
}

/** Departments side by side with how many columns they have; where a row has none, its outermost level stands for it. */
function groupColumns(columns: readonly Column[]): Group[] {
  const groups: Group[] = []
  for (const { department, section } of columns) {
    const { indicator } = section
    const level = indicator && (indicator.levels[0] ?? '考核指标')
    const name = department?.name.replace(/部门$/, '') ?? level ?? abbreviateSection(section.id)
    const last = groups[groups.length - 1]
    if (last?.name === name && !last.section) last.count += 1
    else groups.push({ name, count: 1, section: indicator ? null : section })
  }
  return groups
}

/** The tooltip of a column: levels, content and criteria. */
function titleOf({ indicator }: Section): string | undefined {
  if (!indicator) return undefined
  const above = levelsAbove(indicator).join(' › ')
  return [above, indicator.content, indicator.criteria].filter(Boolean).join('\n')
}
