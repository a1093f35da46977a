/**
 * The office's reviews: what is stored on this computer, with the changes on their way to storage already shown. A change leaves the
 * queue after its transaction completed; one that could not be saved stays in it, stays on screen, and is tried again.
 */
import { atom, batch, computed } from 'nanostores'
import type { Checklist, Unit } from '../../core/checklist/checklist'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import type { UnitRow } from '../../core/intake/collate'
import { mergeReviews } from '../../core/review/merge'
import { checklistsOf, type Reviews } from '../../core/review/of-unit'
import { applyReviewChange, buildReview, type Review, type ReviewChange } from '../../core/review/review'
import { changeReviews, loadReview, loadReviews, ReviewUnreadableError } from '../../io/review/stored-reviews'
import { readPreference, writePreference } from '../../io/site/preference'
import { randomId } from '../../io/storage/id'
import { announceChange, onChangeElsewhere } from '../../io/storage/other-tabs'
import { isPrivateWindow } from '../../io/storage/records'
import { $catalogue, getCatalogue } from '../page'

export type ReviewSaving =
  | { state: 'idle' | 'saving' }
  | { state: 'saved'; at: Date }
  /** `newer-reviews`: a later version of this page wrote what is stored. */
  | { state: 'failed'; refusal: Refusal | 'newer-reviews' }

/** A change by the person, or a review that was brought in. */
type Step = { now: Date } & ({ checklist: NamedChecklist; change: ReviewChangeHere } | { review: Review })

/** What a review says of its checklist. */
type NamedChecklist = Pick<Checklist, 'id' | 'edition'> & { unit: Pick<Unit, 'name'> }

/** What is done on this computer; it adds which one that is. */
export type ReviewChangeHere =
  | Omit<ReviewChange & { kind: 'word' }, 'by'>
  | Omit<ReviewChange & { kind: 'score' }, 'by'>
  | Omit<ReviewChange & { kind: 'closing' }, 'by'>

const retryAfter = 5_000

const $stored = atom<Reviews>(new Map())
const $queue = atom<readonly Step[]>([])

/** By checklist id, as the person sees them. */
export const $reviews = computed([$stored, $queue], (stored, queue): Reviews => {
  if (queue.length === 0) return stored
  const shown = new Map(stored)
  for (const step of queue) shown.set(idOf(step), takeStep(shown.get(idOf(step)) ?? null, step))
  return shown
})

export const $reviewSaving = atom<ReviewSaving>({ state: 'idle' })

/** Ids of checklists whose stored review this page can't read: it stays as it is, and nothing new is said of them. */
export const $unreadableReviews = atom<ReadonlySet<string>>(new Set())

/** True in a private window: what is stored there is gone when it is closed. */
export const $isReviewPrivate = atom(false)

/** True while leaving the page would lose work. */
export const $isReviewUnsaved = computed($queue, ({ length }) => length > 0)

let saving: Promise<void> | null = null
let retry: ReturnType<typeof setTimeout> | undefined

/** Reads what is stored, and follows the other tabs. */
export async function openReviews(): Promise<void> {
  void isPrivateWindow().then(isPrivate => $isReviewPrivate.set(isPrivate))
  try {
    const { reviews, unreadable } = await loadReviews(getCatalogue().edition)
    $stored.set(new Map(reviews.map(review => [review.checklist, review])))
    $unreadableReviews.set(new Set(unreadable))
  } catch (error) {
    $reviewSaving.set({ state: 'failed', refusal: refusalOf(error) })
  }
}

/** Says something of a unit: at once on screen, then in storage. */
export function changeReview(row: UnitRow, change: ReviewChangeHere): void {
  const now = new Date()
  const checklists = checklistsOf(row, change.kind === 'word' ? change.item : null)
  enqueue(checklists.map(({ id, edition, unit }) => ({ checklist: { id, edition, unit }, change, now })))
}

/** Brings in reviews of another computer. */
export function bringInReviews(reviews: readonly Review[]): void {
  const now = new Date()
  enqueue(reviews.map(review => ({ review, now })))
}

/** Says something of the unit of a review that is stored. */
export function changeKeptReview({ checklist: id, edition, unit }: Review, change: ReviewChangeHere): void {
  enqueue([{ checklist: { id, edition, unit: { name: unit } }, change, now: new Date() }])
}

/** Tries again to save what could not be saved. */
export function saveReviews(): Promise<void> {
  clearTimeout(retry)
  saving ??= saveAll().finally(() => {
    saving = null
  })
  return saving
}

function enqueue(steps: readonly Step[]): void {
  if (steps.length === 0) return
  $queue.set([...$queue.get(), ...steps])
  void saveReviews()
}

async function saveAll(): Promise<void> {
  const { edition } = getCatalogue()
  while ($queue.get().length > 0) {
    const steps = $queue.get()
    const ids = [...new Set(steps.map(idOf))]
    $reviewSaving.set({ state: 'saving' })
    try {
      const changed = await changeReviews(edition, ids, (id, stored) => {
        const [first, ...others] = steps.filter(step => idOf(step) === id) as [Step, ...Step[]]
        return others.reduce(takeStep, takeStep(stored, first))
      })
      // At once: what is stored with the queue still applied would have each change twice.
      batch(() => {
        $stored.set(
          new Map([...$stored.get(), ...changed.map(review => [review.checklist, review] as const)]),
        )
        $queue.set($queue.get().filter(step => !steps.includes(step)))
      })
      $reviewSaving.set({ state: 'saved', at: new Date() })
      for (const id of ids) announceChange(id)
    } catch (error) {
      const isNewer = error instanceof ReviewUnreadableError
      $reviewSaving.set({ state: 'failed', refusal: isNewer ? 'newer-reviews' : refusalOf(error) })
      retry = setTimeout(() => void saveReviews(), retryAfter)
      return
    }
  }
}

function takeStep(review: Review | null, step: Step): Review {
  if ('review' in step) return review ? mergeReviews(review, step.review) : step.review
  const before = review ?? buildReview(step.checklist)
  return applyReviewChange(before, { ...step.change, by: thisComputer() } as ReviewChange, step.now)
}

function idOf(step: Step): string {
  return 'review' in step ? step.review.checklist : step.checklist.id
}

/** What tells this computer from another one that shares the work; nobody reads it. */
function thisComputer(): string {
  computer ||= readPreference(computerKey) ?? ''
  if (computer === '') {
    computer = randomId().slice(0, 8)
    writePreference(computerKey, computer)
  }
  return computer
}
let computer = ''
const computerKey = 'yinzheng-office-computer'

onChangeElsewhere(async id => {
  const catalogue = $catalogue.get()
  const review = catalogue && (await loadReview(catalogue.edition, id).catch(() => null))
  if (review) $stored.set(new Map([...$stored.get(), [id, review]]))
})
