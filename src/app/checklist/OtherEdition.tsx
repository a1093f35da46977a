import { carryUnit } from '../../core/checklist/carry-over'
import type { Checklist } from '../../core/checklist/checklist'
import { getCatalogue } from '../../stores/page'
import { $earlier } from '../../stores/units'
import { checklistContent } from '../ui/page-content'

interface Props {
  checklist: Checklist
  onStart: () => void
}

/** What can be done here with a checklist of another edition: go to its page, or start this edition's from an earlier one. */
export function OtherEdition({ checklist, onStart }: Props) {
  const { edition } = checklist
  const start = () => {
    $earlier.set({ checklist, unit: carryUnit(checklist, getCatalogue()) })
    onStart()
  }
  return (
    <div class="actions">
      <EditionPage edition={edition} />
      {edition < getCatalogue().edition && (
        <button type="button" class="button" onClick={start}>
          从 {edition} 年的清单开始
        </button>
      )}
    </div>
  )
}

/** The way to another edition's checklist page, or where to look for it. */
export function EditionPage({ edition }: { edition: string }) {
  const { otherEditions, singleFile } = checklistContent()
  if (otherEditions.includes(edition)) {
    return (
      <a class="button" href={`../${edition}/checklist.html`}>
        到 {edition} 年度的填报页
      </a>
    )
  }
  if (singleFile === null) {
    return (
      <span>
        这是 {getCatalogue().edition} 年度的离线版。{edition} 年度的，请用 {edition}{' '}
        年度的离线版打开，或到网站上 {edition} 年度的填报页。
      </span>
    )
  }
  return (
    <span>
      本网站上没有 {edition} 年度的填报页，请到发布 {edition} 年度通知的网页，或用那一年的离线版打开。
    </span>
  )
}
