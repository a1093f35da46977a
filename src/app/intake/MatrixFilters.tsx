import type { CellState, Matrix } from '../../core/intake/collate'
import { type MatrixFilter, noFilter } from '../../core/intake/matrix-filter'
import { getCatalogue } from '../../stores/page'
import { cellWording } from '../../wording/intake'

interface Props {
  filter: MatrixFilter
  onChange: (filter: MatrixFilter) => void
  shown: Matrix
}

const states: CellState[] = ['missing', 'partial', 'ticked-without-file', 'not-applicable', 'complete']

/** Which units and indicators are shown. */
export function MatrixFilters({ filter, onChange, shown }: Props) {
  const catalogue = getCatalogue()
  return (
    <div class="matrix-filters" role="search" aria-label="筛选汇总表">
      {catalogue.departments.length > 0 && (
        <label>
          {catalogue.heads.department}
          <select
            value={filter.department}
            onChange={event => onChange({ ...filter, department: event.currentTarget.value })}
          >
            <option value="">全部</option>
            {catalogue.departments.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        单位
        <input
          type="search"
          value={filter.unit}
          placeholder="名称里的几个字"
          onInput={event => onChange({ ...filter, unit: event.currentTarget.value })}
        />
      </label>
      <label>
        情况
        <select
          value={filter.state}
          onChange={event =>
            onChange({ ...filter, state: event.currentTarget.value as MatrixFilter['state'] })
          }
        >
          <option value="">全部</option>
          <option value="flawed">文件有问题、缺卷的单位</option>
          {states.map(state => (
            <option key={state} value={state}>
              {state === 'not-applicable' ? '有“不适用”的' : cellWording[state]}
            </option>
          ))}
        </select>
      </label>
      <p role="status">
        {shown.rows.length} 个单位，{shown.columns.length} 列{' '}
        {filter !== noFilter && (
          <button type="button" class="link" onClick={() => onChange(noFilter)}>
            显示全部
          </button>
        )}
      </p>
    </div>
  )
}
