import { useStore } from '@nanostores/preact'
import { useLayoutEffect } from 'preact/hooks'
import { abbreviateSection } from '../../core/checklist/section-name'
import { loadHandedIn, openHandedIn, saveHandedIn } from '../../stores/intake/hand-ins'
import { getCatalogue } from '../../stores/page'
import { $judged } from '../../stores/review/judged'
import { $officeReviews } from '../../stores/review/office-reviews'
import { $reviewCell, $reviewPlace, closeReviewing, goTo } from '../../stores/review/place'
import {
  $isReviewPrivate,
  $reviewSaving,
  $reviews,
  $unreadableReviews,
  changeReview,
  saveReviews,
} from '../../stores/review/reviews'
import { refusalWording } from '../../wording/refusal'
import { Preview } from '../preview/Preview'
import { intakeContent } from '../ui/page-content'
import { usePart } from '../ui/usePart'
import type { ReviewActions } from './pieces'

const actions: ReviewActions = {
  go: goTo,
  close: () => history.back(),
  change: changeReview,
  retry: () => void saveReviews(),
  openFile: openHandedIn,
  saveFile: saveHandedIn,
  loadFile: loadHandedIn,
}

/**
 * 逐项审阅, in the place of the page; the browser's way back leads to the matrix. What it draws with is fetched when it is opened. The
 * page is there again when it is closed: only then can a cell get the focus.
 */
export function Review({ isOpen }: { isOpen: boolean }) {
  const place = useStore($reviewPlace)
  const units = useStore($judged)
  const [reviews, saving, unreadable] = [
    useStore($reviews),
    useStore($reviewSaving),
    useStore($unreadableReviews),
  ]
  const [officeReviews, isPrivate] = [useStore($officeReviews), useStore($isReviewPrivate)]
  const part = usePart(() => import('./ReadingView'), isOpen)
  useLayoutEffect(() => {
    if (!isOpen) return
    const [before, top] = [document.activeElement, scrollY]
    history.pushState(null, '', '#review')
    document.body.classList.add('is-reviewing')
    addEventListener('popstate', closeReviewing)
    return () => {
      document.body.classList.remove('is-reviewing')
      removeEventListener('popstate', closeReviewing)
      scrollTo(0, top)
      const button = $reviewCell.get() ? findCell() : before
      if (button instanceof HTMLElement) button.focus()
    }
  }, [isOpen])
  if (!isOpen || !place) return null
  if (part === null) return <p class="width page">正在打开…</p>
  if (typeof part === 'string')
    return (
      <div class="width page stack">
        <p role="alert">没有打开：{refusalWording[part]}审核意见都在。</p>
        <button type="button" class="button" onClick={actions.close}>
          返回收件核验
        </button>
      </div>
    )
  const state = {
    catalogue: getCatalogue(),
    units,
    place,
    reviews,
    officeReviews,
    saving,
    isPrivate,
    unreadable,
    deadline: intakeContent().deadline.slice(0, 10),
  }
  return <part.ReadingView state={state} actions={actions} pieces={{ Preview }} />
}

/** The button of the cell, or of the unit, that the reading view was opened from: its window is closed by now. */
function findCell(): Element | undefined {
  const { unit, section } = $reviewCell.get() ?? { unit: '', section: '' }
  const isIt = (button: Element) =>
    section === ''
      ? button.matches('.unit') && button.textContent === unit
      : button.getAttribute('aria-label')?.startsWith(`${unit} ${abbreviateSection(section)} `)
  return [...document.querySelectorAll('.intake .unit, .intake .cell')].find(isIt)
}
