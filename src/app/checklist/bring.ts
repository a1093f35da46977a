/** Files that come without an item go to 待归类, and the page goes there with them. */
import { unsortedPlace } from '../../core/checklist/checklist'
import { addDropped, addPasted, addPicked } from '../../stores/attachments'
import { $checklist } from '../../stores/checklist'
import { dropDragged } from '../../stores/moving'

export function bringPicked(input: HTMLInputElement): void {
  if (!input.files?.length) return
  void addPicked(unsortedPlace, input)
  location.hash = 'unsorted'
}

/** What was dropped beside every item, and pictures that were pasted there. */
export function bring(data: DataTransfer, isPasted: boolean): void {
  if (!$checklist.get() || !data.types.includes('Files')) return
  void (isPasted ? addPasted : addDropped)(unsortedPlace, data)
  location.hash = 'unsorted'
}

/** What was dropped on a place: files of this page move there, others are added. */
export function dropOn(place: string, data: DataTransfer | null): void {
  if (data && !dropDragged(data, place)) void addDropped(place, data)
}
