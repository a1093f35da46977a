/** Small pictures of pictures, decoded at their small size so that a folder of photos doesn't fill the memory. */

/**
 * `blob` scaled to fill a square of `side` pixels.
 * @throws InvalidStateError when the bytes are no picture this browser reads.
 */
export async function createThumbnail(blob: Blob, side: number): Promise<ImageBitmap> {
  return createImageBitmap(blob, { resizeWidth: side, resizeQuality: 'medium' })
}
