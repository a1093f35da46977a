/** The site's icons as pictures in its own colour, drawn here: those of the built site have another county's. */
import { drawIcon, iconSizes } from '../../build/icon'

/** PNGs by their sides in pixels. @throws where the browser draws none */
export async function drawIcons(site: { name: string; colour: string }): Promise<Map<number, Uint8Array>> {
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawIcon(site))}`
  await picture.decode()
  const icons = new Map<number, Uint8Array>()
  for (const size of iconSizes) {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = size
    canvas.getContext('2d')?.drawImage(picture, 0, 0, size, size)
    const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('Cannot draw the icon')
    icons.set(size, new Uint8Array(await blob.arrayBuffer()))
  }
  return icons
}
