/** Recognizes a file by its first bytes, whatever its name; a tar by the checksum of its first header. */
import { isTarHeader } from './tar'

/** Archives that are not read here: each is named, so that a person knows what to ask for. */
export type ClosedContainer = 'rar' | '7z' | 'gzip' | 'xz' | 'bzip2' | 'zstd' | 'cab' | 'ole'

/** What comes instead of an archive that was to be sent: a mail saved whole, the page of a link that expired, a shortcut. */
export type Mistaken = 'mail' | 'web-page' | 'shortcut'

/** `zip-part`: begins as a ZIP that was split by its own rules (APPNOTE 8.5.4). `program`: may have a ZIP behind it. */
export type Container = ClosedContainer | 'nothing' | 'zip' | 'zip-part' | 'tar' | 'program' | 'other'

/** How many bytes of a file's beginning tell what it is. */
export const headSize = 512

const signatures: readonly (readonly [container: Container, ...bytes: number[]])[] = [
  ['zip', 0x50, 0x4b, 3, 4],
  ['zip', 0x50, 0x4b, 5, 6],
  ['zip', 0x50, 0x4b, 0x30, 0x30],
  ['zip-part', 0x50, 0x4b, 7, 8],
  ['rar', 0x52, 0x61, 0x72, 0x21, 0x1a, 7],
  ['7z', 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  ['gzip', 0x1f, 0x8b],
  ['xz', 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0],
  ['bzip2', 0x42, 0x5a, 0x68],
  ['zstd', 0x28, 0xb5, 0x2f, 0xfd],
  ['cab', 0x4d, 0x53, 0x43, 0x46, 0, 0, 0, 0],
  // Word, Excel and PowerPoint before 2007, WPS, and newer files with a password.
  ['ole', 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  ['program', 0x4d, 0x5a],
  ['program', 0x7f, 0x45, 0x4c, 0x46],
]

const closed: readonly (Container | Mistaken)[] = ['rar', '7z', 'gzip', 'xz', 'bzip2', 'zstd', 'cab', 'ole']

/** `head` has the first `headSize` bytes of the file, or all of a shorter one. */
export function recognizeContainer(head: Uint8Array): Container {
  if (head.length === 0) return 'nothing'
  const found = signatures.find(([, ...bytes]) => bytes.every((byte, i) => head[i] === byte))
  return found?.[0] ?? (isTarHeader(head) ? 'tar' : 'other')
}

const webPage = /^\s*<(?:!doctype )?html\b/i
/** The first line of a mail (RFC 5322), by the fields that mail programs begin with. */
const mail = /^(?:received|from|date|x-[\w-]+):\s/i

/** What a file is that holds no archive; `other` for most. */
export function recognizeMistaken(head: Uint8Array): Mistaken | 'other' {
  const text = new TextDecoder().decode(head)
  if (text.startsWith('L\0\0\0\x01\x14\x02')) return 'shortcut'
  if (webPage.test(text)) return 'web-page'
  return mail.test(text) ? 'mail' : 'other'
}

/** Whether files lie in it that can't be read here. */
export function isClosed(container: Container | Mistaken): container is ClosedContainer {
  return closed.includes(container)
}
