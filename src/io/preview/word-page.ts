/**
 * A .docx as a page of its own, laid out as Word lays it out, for a frame without rights.
 *
 * Decision: docx-preview draws Word files. Mammoth keeps what a text means and loses what it looks like: the office must see
 * the red head, the seal and the table as they were printed. Of what it draws only known elements without any address stay, and
 * they are shown in a sandboxed frame with a policy of its own, in which nothing runs and nothing is fetched.
 */
import { type HElement, parseAsync, renderDocument } from 'docx-preview'
import JSZip from 'jszip'
import { mostPixels, pictureSize } from '../../core/preview/picture-size'
import { type Archive, openArchive } from '../zip/open-zip'
import { cleanTree, styleName } from './clean-tree'

/** Texts of all parts together; a hundred pages have two million characters. */
const mostText = 12 * 1024 * 1024
/** Elements of all parts together: each costs the browser far more than its letters. */
const mostTags = 200_000
/** Pictures of all parts together: they go into the page as text. */
const mostMedia = 48 * 1024 * 1024
const texts = /^(?:\[Content_Types\]\.xml|(?:_rels|docProps|word)\/.*\.(?:xml|rels))$/
const pictures = /^word\/media\/[^/]+\.(?:png|jpe?g|gif|bmp|webp)$/i

/** CSS pixels of a sheet of A4. */
const a4Width = 794

interface WordPage {
  html: string
  /** Of the widest sheet of paper, in CSS pixels. */
  width: number
  /** As the program that saved the file counted; null where it did not. */
  pages: number | null
}

/** Null where the file is no Word file or can't be drawn; 'too-large' where it would keep the browser busy. @throws the platform's error */
export async function writeWordPage(blob: Blob): Promise<WordPage | 'too-large' | null> {
  const safe = await copySafely(await openArchive(blob))
  if (safe === null || safe === 'too-large') return safe
  const pages = /<Pages>(\d+)<\/Pages>/.exec(
    (await safe.file('docProps/app.xml')?.async('string')) ?? '',
  )?.[1]
  const draft = document.implementation.createHTMLDocument('')
  const options = {
    ignoreFonts: true,
    ignoreLastRenderedPageBreak: false,
    useBase64URL: true,
    renderAltChunks: false,
    h: (drawn: HElement | Node | string) => draw(draft, drawn),
  }
  try {
    const word = await parseAsync(await safe.generateAsync({ type: 'blob' }), options)
    for (const node of await renderDocument(word, options)) draft.body.append(node)
  } catch {
    // A file that is not what Word writes: the library says so in many ways.
    return null
  }
  const { html, css } = cleanTree(draft.body)
  return { html: pageOf(html, css), width: widthOf(draft), pages: pages ? Number(pages) : null }
}

/** The parts that are drawn, none of them larger than a page can take. */
async function copySafely({ entries, problems, open }: Archive): Promise<JSZip | 'too-large' | null> {
  const safe = new JSZip()
  if (problems.some(({ code }) => code === 'bomb' || code === 'oversized-entry')) return 'too-large'
  if (!entries.some(({ path }) => path === 'word/document.xml')) return null
  const parts = entries.filter(({ path }) => texts.test(path))
  const media = entries.filter(({ path }) => pictures.test(path))
  const sum = (some: typeof entries) => some.reduce((bytes, { size }) => bytes + size, 0)
  if (sum(parts) > mostText || sum(media) > mostMedia) return 'too-large'
  let tags = 0
  for (const entry of parts) {
    const text = await (await open(entry)).text()
    for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) tags += 1
    if (tags > mostTags) return 'too-large'
    // Office writes no declarations of types; one that does may make a text endless.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return null
    safe.file(entry.path, text)
  }
  for (const entry of media) {
    const bytes = new Uint8Array(await (await open(entry)).arrayBuffer())
    const size = pictureSize(bytes)
    if (size && size.width * size.height <= mostPixels) safe.file(entry.path, bytes)
  }
  return safe
}

/** Makes what the library asks for in a document that loads and runs nothing. */
function draw(draft: Document, drawn: HElement | Node | string): Node {
  if (typeof drawn === 'string') return draft.createTextNode(drawn)
  if (drawn instanceof Node) return drawn
  const { ns, tagName, className, style, children = [], ...properties } = drawn
  if (tagName === '#comment') return draft.createComment('')
  const made = tagName === '#fragment' ? draft.createDocumentFragment() : newElement(draft, tagName, ns)
  for (const child of children) made.appendChild(draw(draft, child))
  if (!('style' in made)) return made
  if (className) made.setAttribute('class', className)
  if (typeof style === 'string') made.style.cssText = style
  else Object.assign(made.style, style)
  for (const [name, value] of Object.entries(properties))
    if (value !== undefined && name !== 'srcdoc') Reflect.set(made, name, value)
  // The library measures drawings where they are shown; this one never is.
  if (made instanceof SVGElement) Object.assign(made, { getBBox: () => new DOMRect() })
  return made
}

function newElement(draft: Document, name: string, ns: string | undefined): HTMLElement | SVGElement {
  // The page's policy would look at a style of its own, even where nothing is shown.
  const own = name === 'style' ? styleName : name
  return (ns ? draft.createElementNS(ns, own) : draft.createElement(own)) as HTMLElement | SVGElement
}

function widthOf(draft: Document): number {
  const widths = Array.from(draft.querySelectorAll<HTMLElement>('section'), ({ style }) => {
    const [, number, unit] = /^([\d.]+)(pt|px)$/.exec(style.width) ?? []
    return number ? Number(number) * (unit === 'pt' ? 96 / 72 : 1) : a4Width
  })
  return Math.round(Math.min(3000, Math.max(...widths, 200)))
}

const policy = "default-src 'none'; img-src data:; style-src data:"

const ownStyle = `html { background: #dfe5ec } body { margin: 0 }
.docx-wrapper { padding: 12px; background: #dfe5ec }
.docx-wrapper > section.docx { margin: 0 auto 12px; box-shadow: 0 1px 5px rgba(0,0,0,.25) }
.docx table td, .docx table th { overflow-wrap: anywhere }`

function pageOf(html: string, css: string): string {
  // A style of its own would be refused by the page's policy, which holds in the frame too; this address it allows.
  const style = `data:text/css;charset=utf-8,${encodeURIComponent(`${css}\n${ownStyle}`)}`
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="${style}"><body>${html}</body></html>`
}
