/**
 * Opens a file in a tab of its own: what a browser shows without running anything in it. A page among the attachments (HTML,
 * SVG …) is shown as its text. The tab bears the file's name, for a `blob:` address would show as 36 hex digits, and knows
 * nothing of the page that opened it.
 */
import { activeKindOf } from '../../core/files/active-content'
import { decodeText } from '../../core/text/decode'
import { legible } from '../../core/text/legible'
import { downloadBlob } from './download'
import { readHead } from './read-head'

const types: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
}
const texts = /^(?:txt|csv|xml|log|md)$/

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
  const extension = /\.([^.]+)$/.exec(legible(name))?.[1]?.toLowerCase() ?? ''
  const kind = activeKindOf(name, await readHead(blob))
  if (kind === 'web-page' || (kind === null && texts.test(extension))) return readText(blob)
  const type = types[extension]
  if (kind !== null || !type || (extension === 'pdf' && !showsPdf())) return null
  // The tab needs the address as long as it may be looked at; an hour, then the reference is given back.
  const url = URL.createObjectURL(new Blob([blob], { type }))
  setTimeout(() => URL.revokeObjectURL(url), 3_600_000)
  return { kind: extension === 'pdf' ? 'pdf' : 'image', url }
}

async function readText(blob: Blob): Promise<Content | null> {
  const isLong = blob.size > longestText
  const bytes = new Uint8Array(await blob.slice(0, longestText).arrayBuffer())
  // Cut at the end of a line, which is never the second half of a character.
  const text = decodeText(isLong ? bytes.subarray(0, bytes.lastIndexOf(10) + 1) : bytes)
  if (text === null) return null
  return { kind: 'text', text: isLong ? `${text}……（文件太长，只显示前面 4 MB）` : text }
}

/** `pdfViewerEnabled` is newer than Chrome 86. */
function showsPdf(): boolean {
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
