/** ZIPs of small texts: the folder for a portal, and `content/`. Loaded as a part. */
import JSZip from 'jszip'

export { drawIcons } from './icons'

/** `files` by path; the ZIP holds one folder. The same files and date give the same bytes. */
export async function packFolder(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  date: Date,
): Promise<Blob> {
  const zip = new JSZip()
  for (const [path, content] of Object.entries(files))
    zip.file(`${folder}/${path}`, content, { date, createFolders: false })
  return zip.generateAsync({ type: 'blob', compression: 'DEFLATE', mimeType: 'application/zip' })
}
