/** What a file looks like: read by a part, which is fetched with the first file that is looked at. */
import type { Previewed } from '../../core/preview/preview'

/** @throws the platform's error when the file can't be read; PartError when the part did not come */
export async function readPreview(blob: Blob, name: string): Promise<Previewed> {
  const part = await import('../../io/looking')
  return part.readPreview(blob, name)
}
