/** A .docx: mammoth makes it HTML (merged cells, accepted changes, automatic lists), which is then read as any page. */
import { convertToHtml, images } from 'mammoth'
import { readHtml } from './html'
import type { SourceDocument } from './source'

/** What the document holds; its pictures are left out. */
export async function readWord(bytes: Uint8Array): Promise<SourceDocument> {
  const { value } = await convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      // A numbered cell without text is an empty paragraph in a list: it counts.
      ignoreEmptyParagraphs: false,
      convertImage: images.imgElement(async () => ({ src: '' })),
    },
  )
  return readHtml(value, 'kept')
}
