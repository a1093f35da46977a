import { carryUnit } from '../../core/checklist/carry-over'
import type { Checklist } from '../../core/checklist/checklist'
import { isEarlier } from '../../core/site/edition-of'
import { getCatalogue } from '../../stores/page'
import { $earlier } from '../../stores/units'
import { checklistContent, nameEdition } from '../ui/page-content'

interface Props {
  checklist: Checklist
  onStart: () => void
}

/** Two ways on from a checklist of another edition: go to its page, or, where it is earlier, start this edition's from it. */
export function OtherEdition({ checklist, onStart }: Props) {
  const { edition } = checklist
  const start = () => {
    $earlier.set({ checklist, unit: carryUnit(checklist, getCatalogue()) })
    onStart()
  }
  return (
    <div class="actions">
      <EditionPage edition={edition} />
      {isEarlier(edition, getCatalogue().edition) && (
        <button type="button" class="button" onClick={start}>
          从 {edition.slice(0, 4)} 年的清单开始
        </button>
      )}
    </div>
  )
}

/** A link to another edition's checklist page, with `query`; where this site has none, where to look for it. */
export function EditionPage({ edition, query = '' }: { edition: string; query?: string }) {
  const { otherEditions, singleFile } = checklistContent()
  if (otherEditions.some(({ id }) => id === edition)) {
    return (
      <a class="button" href={`../${edition}/checklist.html${query}`}>
        到 {nameEdition(edition)}的填报页
      </a>
    )
  }
  if (singleFile === null) {
    return (
      <span>
        这是 {nameEdition(getCatalogue().edition)}的离线版。{nameEdition(edition)}的，请用{' '}
        {nameEdition(edition)}
        的离线版打开，或到网站上 {nameEdition(edition)}的填报页。
      </span>
    )
  }
  return (
    <span>
      本网站上没有 {nameEdition(edition)}的填报页，请到发布 {nameEdition(edition)}
      通知的网页，或用那一年的离线版打开。
    </span>
  )
}
