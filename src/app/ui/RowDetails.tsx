import { type Catalogue, detailsOf, type Indicator, levelsAbove, partOf } from '../../core/edition/catalogue'
import { formatPart } from '../../core/edition/scoring'

interface Props {
  indicator: Indicator
  heads: Catalogue['heads']
  /** Ids of the unit's departments, to say whether it leads or supports. */
  departments: readonly string[]
}

/** The further fields of a row: the levels above it, who leads, how it is scored, by when. */
export function RowDetails({ indicator, heads, departments }: Props) {
  const part = partOf(indicator, departments)
  const above = levelsAbove(indicator)
  const others = indicator.departments.filter(({ id }) => !departments.includes(id)).map(({ name }) => name)
  const details = detailsOf(indicator, heads)
  if (above.length + details.length === 0 && !part) return null
  return (
    <div class="row-facts">
      {above.length > 0 && <p class="levels">{above.join(' › ')}</p>}
      {part && (
        <p class="part">
          <span class={`badge is-${part}`}>{formatPart(part)}</span>{' '}
          {others.length > 0 && `另有 ${others.join('、')}`}
        </p>
      )}
      {details.length > 0 && (
        <dl class="row-details">
          {details.map(({ head, text }) => (
            <div key={head}>
              <dt>{head}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
