import { useEffect, useState } from 'preact/hooks'

/** Whether files are being dragged over the page. */
export function useDraggedFiles(): boolean {
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
  return isDragged
}
