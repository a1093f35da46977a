import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { titleSection } from '../../core/checklist/section-name'
import { type Judged, judgedItems, tally } from '../../core/review/tally'
import {
  fitsFilter,
  type Order,
  type Place,
  placeOf,
  type Stop,
  type StopFilter,
  sectionsAmong,
  sharedPrefix,
} from '../../core/review/walk'
import { filterWording, sayTally, standingMarks, summarize } from '../../wording/review'
import { SearchHits } from './SearchHits'

interface Props {
  units: readonly Judged[]
  /** All, in their order. */
  stops: readonly Stop[]
  stop: Stop
  order: Order
  filter: StopFilter
  onFilter: (filter: StopFilter) => void
  /** `file`: SHA-256 of the one to show. */
  onGo: (place: Place, file?: string) => void
}

const orders = { 'by-section': '按材料', 'by-unit': '按单位' } satisfies Record<Order, string>
const filters = Object.keys(filterWording) as StopFilter[]

/** Who (or which rows of one unit), each with how it stands; a search and a filter above them. */
export function StopList({ units, stops, stop, order, filter, onFilter, onGo }: Props) {
  const [query, setQuery] = useState('')
  const fitting = useMemo(
    () => (filter === 'all' ? stops : stops.filter(one => fitsFilter(one, filter))),
    [stops, filter],
  )
  const isBySection = order === 'by-section'
  const choices = useMemo(
    () =>
      isBySection
        ? sectionsAmong(units).map(section => ({ id: section.id, name: titleSection(section) }))
        : units.map(({ row }) => ({ id: row.unit, name: row.unit })),
    [units, isBySection],
  )
  const idOf = (one: Stop) => (isBySection ? one.section.id : one.judged.row.unit)
  const open = useMemo(() => new Set(fitting.map(idOf)), [fitting, isBySection])
  return (
    <nav class="review-list" aria-label={isBySection ? '各单位' : '各项指标'}>
      <fieldset class="segmented">
        <legend class="hidden">顺序</legend>
        {(Object.keys(orders) as Order[]).map(one => (
          <label key={one}>
            <input
              type="radio"
              name="review-order"
              checked={one === order}
              onChange={() => onGo(placeOf(stop, one))}
            />
            <span>{orders[one]}</span>
          </label>
        ))}
      </fieldset>
      <select
        aria-label={isBySection ? '考核指标' : '单位'}
        value={idOf(stop)}
        onChange={({ currentTarget: { value } }) => {
          const to = fitting.find(one => idOf(one) === value) ?? stops.find(one => idOf(one) === value)
          if (to) onGo(placeOf(to, order))
        }}
      >
        {choices.map(({ id, name }) => (
          <option key={id} value={id} disabled={!open.has(id)}>
            {name}
          </option>
        ))}
      </select>
      <div class="review-find">
        <input
          type="search"
          value={query}
          placeholder="查找"
          aria-label="查找单位、指标、文件"
          onInput={event => setQuery(event.currentTarget.value)}
        />
        <select
          aria-label="只看"
          value={filter}
          onChange={event => onFilter(event.currentTarget.value as StopFilter)}
        >
          {filters.map(one => (
            <option key={one} value={one}>
              {filterWording[one]}
            </option>
          ))}
        </select>
      </div>
      {query.trim() === '' ? (
        <Entries units={units} fitting={fitting} stop={stop} order={order} onGo={onGo} />
      ) : (
        <SearchHits
          units={units}
          query={query}
          onGo={({ place, file }) => {
            setQuery('')
            onGo({ order, ...place }, file)
          }}
        />
      )}
    </nav>
  )
}

type EntriesProps = Pick<Props, 'units' | 'stop' | 'order' | 'onGo'> & { fitting: readonly Stop[] }

function Entries({ units, fitting, stop, order, onGo }: EntriesProps) {
  const current = useRef<HTMLButtonElement>(null)
  const isBySection = order === 'by-section'
  const { judged, section } = stop
  const prefix = useMemo(() => sharedPrefix(units.map(({ row }) => row.unit)), [units])
  const here = fitting.filter(one => (isBySection ? one.section.id === section.id : one.judged === judged))
  const entries = new Map<string, Stop>()
  for (const one of here) {
    const id = isBySection ? one.judged.row.unit : one.section.id
    if (!entries.has(id)) entries.set(id, one)
  }
  const id = isBySection ? judged.row.unit : section.id
  useEffect(() => current.current?.scrollIntoView?.({ block: 'nearest' }), [id])
  return (
    <>
      <p class="more">
        {here.length > 0
          ? sayTally(tally(new Map(here.map((one, i) => [`${i}`, one.standing]))))
          : '没有这样的材料项。'}
      </p>
      <ul>
        {[...entries].map(([key, first]) => {
          const items = judgedItems(first.judged.row, first.section, first.judged.review)
          const { standing, says } = summarize(tally(first.judged.standings, items))
          const isCurrent = key === id
          return (
            <li key={key}>
              <button
                ref={isCurrent ? current : null}
                type="button"
                aria-current={isCurrent ? 'true' : undefined}
                onClick={() => onGo(placeOf(first, order))}
              >
                <span>{isBySection ? key.slice(prefix.length) : titleSection(first.section)}</span>
                <span class={`standing is-${standing}`}>
                  {standingMarks[standing]} {says}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
