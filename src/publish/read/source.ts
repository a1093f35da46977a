/**
 * A file as people keep it, by its bytes and not by its name. Out goes what it holds: paragraphs and tables.
 * A file we can't read is a `Refusal` with the reason; nobody meets a stack trace.
 *
 * Decision: What reads next year's files. mammoth for .docx (it keeps merged cells and automatic numbers), htmlparser2
 * for web pages, our own reader for .csv; for .xlsx JSZip and htmlparser2's XML mode, because the packages for it drop merged
 * cells or have had no release for years.
 */
import JSZip from 'jszip'
import { decodeText } from '../../core/text/decode'
import type { SourceDocument } from '../document'
import { Refusal } from '../refusal'
import { readCsv } from './csv'
import { readHtml } from './html'
import { readWord } from './word'
import { readWorkbook } from './workbook'

/** PNG, JPEG, GIF, TIFF of both orders, WebP. */
const pictures = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*', 'RIFF']

/** Reads a file. @throws a Refusal when it is not one of the four kinds, protected or damaged. */
export async function readSource(bytes: Uint8Array): Promise<SourceDocument> {
  if (bytes.length === 0) throw new Refusal({ code: 'empty' })
  if (startsWith(bytes, 'PK')) return readPackage(bytes)
  // CFB: Word and Excel before 2007, WPS's own formats, and every Office file behind a password.
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) {
    const isProtected = new TextDecoder('latin1').decode(bytes).includes([...'EncryptedPackage'].join('\0'))
    throw new Refusal({ code: isProtected ? 'protected' : 'old-format' })
  }
  if (pictures.some(mark => startsWith(bytes, mark))) throw new Refusal({ code: 'picture' })
  if (startsWith(bytes, '%PDF')) throw new Refusal({ code: 'pdf' })
  if (startsWith(bytes, '{\\rtf')) throw new Refusal({ code: 'old-format' })
  const text = decodeText(bytes)
  if (text === null) throw new Refusal({ code: 'unknown-kind' })
  if (/^(From|MIME-Version): /im.test(text.slice(0, 500))) throw new Refusal({ code: 'web-archive' })
  if (/<(html|body|table|p)[\s>]/i.test(text)) return readHtml(text)
  return readCsv(text)
}

async function readPackage(bytes: Uint8Array): Promise<SourceDocument> {
  try {
    const zip = await JSZip.loadAsync(bytes)
    if (zip.file('word/document.xml')) {
      const document = await readWord(bytes, zip)
      if (isEmpty(document) && zip.file(/^word\/media\//).length > 0) throw new Refusal({ code: 'picture' })
      return document
    }
    if (zip.file('xl/workbook.xml')) {
      const document = await readWorkbook(zip)
      if (isEmpty(document) && zip.file(/^xl\/media\//).length > 0) throw new Refusal({ code: 'picture' })
      return document
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal({ code: 'damaged' })
  }
  throw new Refusal({ code: 'unknown-kind' })
}

function isEmpty({ lines }: SourceDocument): boolean {
  return lines.every(line => line.trim() === '')
}

/** `mark` has a character for each byte. */
function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((character, i) => bytes[i] === character.charCodeAt(0))
}
