/**
 * What a .docx holds beside the text that mammoth reads, taken from its parts (ECMA-376 part 1, 17): boxes, remarks of
 * reviewers, the edges of its pages. Nothing in it may be left out without a word.
 */
import { type ChildNode, type Element, isTag } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import type JSZip from 'jszip'
import type { Aside } from '../document'

/** Asides of what `read`, the text that was read, does not have. */
export async function findUnread(zip: JSZip, read: string): Promise<Aside[]> {
  const isRead = containedIn(read)
  const edges = Object.keys(zip.files).filter(path => /^word\/(header|footer)\d*\.xml$/.test(path))
  const [body, comments, ...printed] = await Promise.all(
    ['word/document.xml', 'word/comments.xml', ...edges].map(path => paragraphsIn(zip, path)),
  )
  return [
    ...asides(
      'box',
      (body ?? []).filter(text => !isRead(text)),
    ),
    ...asides('comment', comments ?? []),
    ...asides(
      'page-edge',
      printed.flat().filter(text => /\p{L}/u.test(text) && !isPageNumber(text)),
    ),
  ]
}

function asides(kind: Aside['kind'], texts: readonly string[]): Aside[] {
  return [...new Set(texts)].map(text => ({ kind, text }))
}

/** 第 1 页 共 3 页, PAGE. */
function isPageNumber(text: string): boolean {
  return /^[\s\-—–第共页\d/,，.PAGENUMS]*$/.test(text)
}

function containedIn(read: string): (text: string) => boolean {
  const bare = (text: string) => text.replace(/\s/g, '')
  const all = bare(read)
  return text => all.includes(bare(text))
}

/** The text of each paragraph of a part; what was deleted, and the copy of a box for older programs, are no part of it. */
async function paragraphsIn(zip: JSZip, path: string): Promise<string[]> {
  const source = await zip.file(path)?.async('string')
  if (source === undefined) return []
  const { children } = parseDocument(source, { xmlMode: true })
  const paragraphs = DomUtils.filter(node => isTag(node) && node.name === 'w:p', children).filter(isTag)
  return paragraphs
    .filter(paragraph => !isFallback(paragraph))
    .map(({ children }) => textOf(children).trim())
    .filter(text => text !== '')
}

function isFallback(element: Element): boolean {
  for (let at: Element['parent'] = element; at && isTag(at); at = at.parent)
    if (at.name === 'mc:Fallback') return true
  return false
}

/** The text of a paragraph's own runs, not of paragraphs in a box that hangs on it. */
function textOf(nodes: readonly ChildNode[]): string {
  return nodes
    .map(node => {
      if (!isTag(node) || node.name === 'w:p' || node.name === 'mc:Fallback') return ''
      if (node.name === 'w:t') return DomUtils.textContent(node)
      return node.name === 'w:tab' || node.name === 'w:br' ? ' ' : textOf(node.children)
    })
    .join('')
}
