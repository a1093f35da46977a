import { useMemo } from 'preact/hooks'
import { type Hit, searchUnits } from '../../core/review/search'
import type { Judged } from '../../core/review/tally'
import { hitWording } from '../../wording/review'

interface Props {
  units: readonly Judged[]
  query: string
  onGo: (hit: Hit) => void
}

/** What was found, a press leads there. */
export function SearchHits({ units, query, onGo }: Props) {
  const hits = useMemo(() => searchUnits(units, query), [units, query])
  return (
    <>
      <p class="more" role="status">
        {hits.length > 0
          ? `找到 ${hits.length} 处`
          : '没有找到。可以输入单位、指标、材料或文件名里的几个字。'}
      </p>
      <ul>
        {hits.map((hit, i) => (
          <li key={i}>
            <button type="button" class="hit" onClick={() => onGo(hit)}>
              <small>
                {hitWording[hit.kind]} {hit.of}
              </small>
              <span>{hit.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
