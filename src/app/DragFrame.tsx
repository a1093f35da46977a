import { useDraggedFiles } from './ui/useDraggedFiles'

/** While something is dragged over the page: a frame around all of it, and what happens to a drop that hits no item. */
export function DragFrame() {
  if (!useDraggedFiles()) return null
  return (
    <div class="drag-frame">
      <p>
        在别处松开：先放进<strong>“待归类”</strong>，再一起归到各项
      </p>
    </div>
  )
}
