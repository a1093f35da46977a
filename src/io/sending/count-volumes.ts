/** Counts the mails that smaller photos would save. Part of `bundling`: no state here. */
import { planBundle } from '../../core/bundle/plan'
import { withSmallerPhotos } from '../../core/sending/photos'
import { type BundleDraft, measureVolumes } from '../bundle/pack-bundle'

/** How many volumes a draft would have with smaller copies of its photos. */
export function countWithSmallerPhotos(draft: BundleDraft, limit: number): number {
  const plan = planBundle(draft.catalogue, withSmallerPhotos(draft.checklist))
  return measureVolumes({ ...draft, plan }, limit).length
}
