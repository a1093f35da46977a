/** A .docx: mammoth makes it HTML (merged cells, accepted changes, automatic lists), which is then read as any page. */
import type JSZip from 'jszip'
import { convertToHtml, images } from 'mammoth'
import type { Aside, SourceDocument } from '../document'
import { readHtml } from './html'
import { findUnread } from './word-parts'

// What mammoth makes of footnotes: a list at the end, and where each belongs a link to its entry.
const notes = /<li id="(?:foot|end)note-\d+">([\s\S]*?)<\/li>/g
const references = /<sup><a [^>]*href="#(?:foot|end)note-\d+"[^>]*>[^<]*<\/a><\/sup>/g

/** Reads the document, `zip` being the same bytes opened; pictures are left out. */
export async function readWord(bytes: Uint8Array, zip: JSZip): Promise<SourceDocument> {
  const { value } = await convertToHtml(openedBy(bytes), {
    // A numbered cell without text is an empty paragraph in a list: it counts.
    ignoreEmptyParagraphs: false,
    convertImage: images.imgElement(async () => ({ src: '' })),
  })
  const page = readHtml(value.replace(references, '').replace(notes, ''), 'kept')
  const asides: Aside[] = [
    ...textsOf(value, notes).map((text): Aside => ({ kind: 'footnote', text: text.replace(/\s*↑$/, '') })),
    ...page.asides,
    ...(await hiddenTexts(zip)).map((text): Aside => ({ kind: 'hidden', text })),
    ...(await findUnread(zip, page.lines.join('\n'))),
  ]
  return { ...page, asides }
}

/** mammoth opens a buffer in Node and an array buffer in a browser, and reads both as bytes. */
function openedBy(bytes: Uint8Array) {
  return { buffer: bytes as Buffer, arrayBuffer: bytes.slice().buffer as ArrayBuffer }
}

/** The first group of each match of a pattern, without tags. */
function textsOf(markup: string, pattern: RegExp): string[] {
  return Array.from(markup.matchAll(pattern), ([, inside = '']) =>
    inside.replace(/<[^>]+>/g, '').trim(),
  ).filter(Boolean)
}

/** Runs that Word does not show (`w:vanish`); mammoth reads them as any other. */
async function hiddenTexts(zip: JSZip): Promise<string[]> {
  const markup = (await zip.file('word/document.xml')?.async('string')) ?? ''
  const runs = (markup.match(/<w:r[ >][\s\S]*?<\/w:r>/g) ?? []).filter(run =>
    /<w:vanish(\s*\/>| w:val="(1|true|on)")/.test(run),
  )
  return runs.flatMap(run => textsOf(run, /<w:t[^>]*>([\s\S]*?)<\/w:t>/g))
}
