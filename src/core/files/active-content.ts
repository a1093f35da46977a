/**
 * Attachments that run when they are opened. In come a file's name and, where they are at hand, its first bytes, out goes
 * what kind it is. A web page that is opened from a disk shares the browser's storage with every other page on the disk
 * (Chromium), a script in it may read and send what a unit keeps; programs and macros have the whole computer.
 */
import { type ActiveKind, activeKindByName, extensionOf } from './active-kind'

/** How many of a file's first bytes tell what it is. */
export const headLength = 16_384

/** The kind of a file by its name or its first `headLength` bytes; null where opening it runs nothing. */
export function activeKindOf(name: string, head: Uint8Array = new Uint8Array()): ActiveKind | null {
  return activeKindByName(name) ?? kindOfBytes(extensionOf(name), head)
}

function kindOfBytes(extension: string, head: Uint8Array): ActiveKind | null {
  const starts = (signature: readonly number[]) => signature.every((byte, i) => head[i] === byte)
  if (starts(zip)) return textOf(head).includes('vbaproject.bin') ? 'macro' : null
  if (shown.some(starts)) return null
  if (programs.some(starts) && head.includes(0)) return 'program'
  const text = textOf(head)
  // Many systems export HTML as .xls or .doc, which Office shows: without a script there is nothing in it that runs.
  if (!isPage(text) || (/^(?:xls|et|doc|wps)$/.test(extension) && !hasScript.test(text))) return null
  return 'web-page'
}

const zip = [0x50, 0x4b, 0x03, 0x04]

/** The first bytes of what is only shown: PDF, RTF, PNG, JPEG, GIF, the files of old Office. */
const shown = ['%PDF', '{\\rtf', '\x89PNG', '\xff\xd8\xff', 'GIF8', '\xd0\xcf\x11\xe0'].map(signature)

/** The first bytes of programs: Windows, ELF, Mach-O (three), a shortcut of Windows. */
const programs = [
  'MZ',
  '\x7fELF',
  '\xcf\xfa\xed\xfe',
  '\xce\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  'L\0\0\0\x01\x14\x02\0',
].map(signature)

function signature(bytes: string): number[] {
  return Array.from(bytes, byte => byte.charCodeAt(0))
}

/** Lower-case letters of the bytes, whether they are UTF-8, GBK or UTF-16: tags are ASCII. */
function textOf(head: Uint8Array): string {
  let text = ''
  // Zeros stand between the letters of UTF-16.
  for (const byte of head.subarray(0, headLength)) if (byte !== 0) text += String.fromCharCode(byte)
  return text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '').toLowerCase()
}

/** Wider than browsers sniff (MIME Sniffing Standard §7.1): a script anywhere, XML that brings one, a page in MIME (.mht). */
function isPage(text: string): boolean {
  if (/^(?:mime-version|from|content-type|subject|date|snapshot-content-location):/.test(text))
    return /content-type:\s*(?:multipart\/related|text\/html|application\/xhtml)/.test(text)
  const isMarkup =
    /^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)*<(?:!doctype\s+(?:html|svg)|(?:html|head|body|title|meta|frameset)[\s/>])/
  return isMarkup.test(text) || hasScript.test(text)
}

const hasScript =
  /<(?:\w+:)?(?:script|svg|iframe|object|embed)[\s/>]|<\w[^>]*\son\w+\s*=|<\?xml-stylesheet|xmlns(?::\w+)?\s*=\s*["']http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg)/
