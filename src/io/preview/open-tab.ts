/**
 * Opens a file in a tab of its own: what a browser shows without running anything in it. A page among the attachments (HTML,
 * SVG …) is shown as its text. The tab bears the file's name, for a `blob:` address would show as 36 hex digits, and knows
 * nothing of the page that opened it.
 */
import { previewOf } from '../../core/preview/kind'
import { legible } from '../../core/text/legible'
import { downloadBlob } from '../files/download'
import { readHead } from '../files/read-head'
import { readText } from './read-text'

/** Bytes of a text that are shown: a browser lays out some megabytes at once and no more. */
const longestText = 4 * 1024 * 1024

/** Opens the file where that is safe and the browser allows it, else downloads it. `of`: whose it is, for the tab's title. */
export async function openBlob(blob: Blob, name: string, of: string): Promise<void> {
  const content = await contentOf(blob, name)
  const tab = content && window.open('', '_blank')
  if (!tab) return downloadBlob(blob, name)
  // Disowned: what is shown there has no way back to this page. `noopener` would not say whether a tab was opened.
  tab.opener = null
  const fill = () => fillTab(tab.document, legible(of ? `${of}：${name}` : name), content)
  fill()
  // Firefox puts a second empty document in the place of the first one.
  tab.addEventListener('load', fill)
}

type Content = { kind: 'text'; text: string } | { kind: 'image' | 'pdf'; url: string }

/** Null for what is only saved. */
async function contentOf(blob: Blob, name: string): Promise<Content | null> {
  const found = previewOf(legible(name), blob.size, await readHead(blob))
  if (typeof found === 'string') return null
  const { kind, type } = found
  if (kind === 'text' || kind === 'table') {
    const read = await readText(blob, longestText)
    return (
      read && { kind: 'text', text: read.isCut ? `${read.text}……（文件太长，只显示前面 4 MB）` : read.text }
    )
  }
  if (kind !== 'picture' && !(kind === 'pdf' && showsPdf())) return null
  // The tab needs the address as long as it may be looked at; an hour, then the reference is given back.
  const url = URL.createObjectURL(new Blob([blob], { type }))
  setTimeout(() => URL.revokeObjectURL(url), 3_600_000)
  return { kind: kind === 'pdf' ? 'pdf' : 'image', url }
}

/** `pdfViewerEnabled` is newer than Chrome 86. */
export function showsPdf(): boolean {
  return navigator.pdfViewerEnabled ?? 'application/pdf' in navigator.mimeTypes
}

function fillTab(document: Document, title: string, content: Content): void {
  document.title = title
  document.body.textContent = ''
  const shown = elementOf(document, content)
  if (content.kind !== 'text') shown.setAttribute('title', title)
  document.body.append(shown)
}

// Styles are set one by one: the page's Content-Security-Policy, which holds for the tab, forbids them in markup.
function elementOf(document: Document, content: Content): HTMLElement {
  if (content.kind === 'text') {
    const text = document.createElement('pre')
    Object.assign(text.style, { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' })
    text.textContent = content.text
    return text
  }
  if (content.kind === 'image') {
    const image = document.createElement('img')
    image.src = content.url
    Object.assign(image.style, { display: 'block', maxWidth: '100%', margin: '0 auto' })
    return image
  }
  const frame = document.createElement('iframe')
  frame.src = content.url
  const whole = { position: 'fixed', top: '0', left: '0', width: '100%', height: '100%', border: '0' }
  Object.assign(frame.style, whole)
  return frame
}
