/**
 * The worker that makes smaller copies of photos, one at a time. The browser is given the picture without its Exif segment
 * and turns nothing: browsers differ in whether they do, and 86 can't be told. Works without a secure context.
 */
import { fitJpeg, readJpeg, turnUpright, uprightExif } from '../../core/sending/jpeg'
import { copyBytes, longestSide, mostOfPhoto } from '../../core/sending/photos'
import type { Shrunk } from './shrunk'

// From what nobody can tell from the photo on paper, down.
const qualities = [0.85, 0.75, 0.65]

self.onmessage = ({ data: { id, photo } }: MessageEvent<{ id: number; photo: Blob }>) => {
  // A sound photo was refused once in Chromium 86 on a busy computer, and not when it was tried again.
  const tried = shrink(photo).catch(() => shrink(photo))
  tried.then(
    shrunk => self.postMessage({ id, shrunk }),
    () => self.postMessage({ id, shrunk: { kind: 'left', reason: 'damaged' } satisfies Shrunk }),
  )
}

/** @throws the platform's error where the bytes can't be read, or are no picture */
async function shrink(photo: Blob): Promise<Shrunk> {
  if (typeof OffscreenCanvas === 'undefined') return { kind: 'left', reason: 'unsupported' }
  const bytes = new Uint8Array(await photo.arrayBuffer())
  const jpeg = readJpeg(bytes)
  if (!jpeg) return { kind: 'left', reason: 'damaged' }
  const plain = jpeg.exif ? [bytes.subarray(0, jpeg.exif[0]), bytes.subarray(jpeg.exif[1])] : [bytes]
  const upright = fitJpeg(jpeg, longestSide)
  const isTurned = jpeg.orientation >= 5
  const [width, height] = isTurned ? [upright.height, upright.width] : [upright.width, upright.height]
  const bitmap = await createImageBitmap(new Blob(plain, { type: 'image/jpeg' }), {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  })
  const canvas = new OffscreenCanvas(upright.width, upright.height)
  const context = canvas.getContext('2d')
  if (!context) return { kind: 'left', reason: 'unsupported' }
  context.setTransform(...turnUpright(jpeg.orientation, width, height))
  // Where the browser knew nothing of another size, the bitmap has its own.
  context.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const exif = uprightExif(bytes, jpeg)
  for (const quality of qualities) {
    const drawn = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/jpeg', quality })).arrayBuffer(),
    )
    const copy = new Blob([drawn.subarray(0, 2), exif, drawn.subarray(2)], { type: 'image/jpeg' })
    if (copy.size > copyBytes && quality !== qualities[qualities.length - 1]) continue
    return copy.size <= photo.size * mostOfPhoto
      ? { kind: 'copy', copy }
      : { kind: 'left', reason: 'no-gain' }
  }
  return { kind: 'left', reason: 'no-gain' }
}
