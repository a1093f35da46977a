/** Bytes to text where nobody says in which encoding it was saved: Windows 7's Notepad and WPS save GBK, Excel UTF-16. */

/**
 * The text in the encoding that it names or proves: UTF-16 by its mark, else UTF-8, else the charset that a web page names,
 * else GB18030. Null where it is none of them, or holds a NUL, which no text does and many pictures and programs do.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const declared = /charset=["']?([\w-]+)/i.exec(latinStart(bytes))?.[1]
  for (const encoding of [markedEncoding(bytes), declared ?? 'gb18030', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? null : text
    } catch {
      // Not of this encoding, or no encoding that the browser knows: the next one.
    }
  }
  return null
}

function markedEncoding([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** The first 2,048 bytes, a character each. */
function latinStart(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 2048), byte => String.fromCharCode(byte)).join('')
}
