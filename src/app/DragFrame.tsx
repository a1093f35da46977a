import { useEffect, useState } from 'preact/hooks'

/** While something is dragged over the page: a frame around all of it, and what happens to a drop that hits no item. */
export function DragFrame() {
  const [isDragged, setDragged] = useState(false)
  useEffect(() => {
    const over = ({ dataTransfer }: DragEvent) => setDragged(dataTransfer?.types.includes('Files') ?? false)
    const end = ({ type, relatedTarget }: DragEvent) => {
      if (type === 'drop' || relatedTarget === null) setDragged(false)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', end)
    document.addEventListener('drop', end)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', end)
      document.removeEventListener('drop', end)
    }
  }, [])
  if (!isDragged) return null
  return (
    <div class="drag-frame">
      <p>
        在别处松开：先放进<strong>“待归类”</strong>，再一起归到各项
      </p>
    </div>
  )
}
