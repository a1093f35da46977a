import { type Catalogue, itemsById } from '../../core/edition/catalogue'
import type { Judged } from '../../core/review/tally'
import { standingWording } from '../../wording/review'

interface Props {
  judged: readonly Judged[]
  catalogue: Catalogue
}

/** On paper: what was returned or is in doubt, unit by unit, with the office's note. */
export function PrintedReturns({ judged, catalogue }: Props) {
  const items = itemsById(catalogue)
  const units = judged.flatMap(({ row, review, standings }) => {
    const open = [...standings].filter(([, standing]) => standing === 'returned' || standing === 'doubtful')
    return open.length > 0 ? [{ row, review, open }] : []
  })
  if (units.length === 0) return null
  return (
    <>
      <h2>退回补充和存疑的材料</h2>
      {units.map(({ row, review, open }) => (
        <div key={row.handIn.id}>
          <h3>
            {row.unit}
            {review.closing?.until && `（${review.closing.until} 前补齐）`}
          </h3>
          <ul>
            {open.map(([id, standing]) => (
              <li key={id}>
                {id} {items.get(id)?.text ?? ''}：{standingWording[standing]}
                {review.words[id]?.[0]?.note && `，${review.words[id][0].note}`}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}
