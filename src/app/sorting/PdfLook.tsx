import { useEffect, useState } from 'preact/hooks'
import type { AttachedFile } from '../../core/checklist/checklist'
import { findPageJpeg, pdfStart } from '../../core/preview/pdf-picture'
import type { LookPieces } from './pieces'

/**
 * A look at a PDF: the first page of a scan, as wide as there is room; a text is opened in a tab. The browser's viewer takes the focus
 * once it has loaded, inert or not, and with it the words of a search. Of a damaged file it shows a button that loads the whole page
 * anew, and Enter presses it.
 */
export function PdfLook({ file, pieces }: { file: AttachedFile; pieces: LookPieces }) {
  const [page, setPage] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    let url = ''
    readPage(file, pieces)
      .then(jpeg => {
        if (!jpeg || isGone) return
        url = URL.createObjectURL(jpeg)
        setPage(url)
      })
      // 打开 says what is wrong with it.
      .catch(() => undefined)
    return () => {
      isGone = true
      URL.revokeObjectURL(url)
    }
  }, [])
  if (!page) return <p class="hint">PDF 文件，点“打开”看。</p>
  return (
    <>
      <div class="scan" role="group" aria-label={file.name}>
        <img src={page} alt={file.name} onError={() => setPage(null)} />
      </div>
      <p class="hint">这是里面的第一张图，看全部点“打开”。</p>
    </>
  )
}

async function readPage(file: AttachedFile, { readBytes }: LookPieces): Promise<Blob | null> {
  const blob = await readBytes(file)
  const jpeg = findPageJpeg(new Uint8Array(await blob.slice(0, pdfStart).arrayBuffer()))
  return jpeg && new Blob([jpeg as BlobPart], { type: 'image/jpeg' })
}
