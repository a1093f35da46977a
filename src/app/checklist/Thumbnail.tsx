import { useEffect, useRef, useState } from 'preact/hooks'
import type { AttachedFile } from '../../core/checklist/checklist'
import { loadThumbnail } from '../../stores/stored-files'

/** A picture's thumbnail, decoded when it first comes into view; a badge where the picture can't be decoded. */
export function Thumbnail({ file, side = 88 }: { file: AttachedFile; side?: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let isGone = false
    const observer = new IntersectionObserver(entries => {
      if (!entries.some(entry => entry.isIntersecting)) return
      observer.disconnect()
      void loadThumbnail(file, side).then(bitmap => {
        if (isGone) return
        if (bitmap) draw(element, bitmap)
        else setBroken(true)
      })
    })
    observer.observe(element)
    return () => {
      isGone = true
      observer.disconnect()
    }
  }, [file.sha256])
  if (isBroken) return <span class="type is-other">图片</span>
  return <canvas ref={canvas} class="type" width={side} height={side} />
}

/** The whole picture; its place shows as much of the middle as fits. */
function draw(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
}
