/** Thumbnails, decoded at their small size so that a folder of photos doesn't fill the memory. */

/**
 * The picture in `blob`, scaled to a width of `side` pixels.
 * @throws InvalidStateError when the bytes are no picture this browser reads.
 */
export async function createThumbnail(blob: Blob, side: number): Promise<ImageBitmap> {
  return createImageBitmap(blob, { resizeWidth: side, resizeQuality: 'medium' })
}
