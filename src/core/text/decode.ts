/** Decodes text files that do not name their encoding: Notepad of Windows 7 and WPS save GBK, Excel saves UTF-16. */

/**
 * The text in the first encoding its bytes are valid in: UTF-16 where it begins with a byte order mark, else UTF-8; the
 * charset that a web page names; GB18030. Null where none fits, or where the text holds a NUL, as pictures and programs do.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const declared = /charset=["']?([\w-]+)/i.exec(latinStart(bytes))?.[1]
  for (const encoding of [markedEncoding(bytes), declared ?? 'gb18030', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? null : text
    } catch {
      // The bytes are not valid in this encoding, or the browser does not know it: try the next.
    }
  }
  return null
}

function markedEncoding([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** The first 2,048 bytes as Latin-1: one character a byte. */
function latinStart(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 2048), byte => String.fromCharCode(byte)).join('')
}
