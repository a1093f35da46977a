/**
 * What is needed when reviews go to another computer or come from one: a part, because most visits never do that. No state here.
 */
export { findDisagreements } from '../../core/review/merge'
export { readReviews, writeReviews } from '../../core/review/reviews-file'
