/** 催报 as one text file. */
import { downloadBlob } from '../../io/files/download'
import { getCatalogue } from '../page'

/** All letters, one behind the other; with a byte order mark, because Notepad of Windows 7 takes a text without it for GBK. */
export function downloadLetters(letters: readonly string[]): void {
  const text = letters.join(`\n\n${'－'.repeat(20)}\n\n`).replace(/\n/g, '\r\n')
  downloadBlob(
    new Blob([`\ufeff${text}\r\n`], { type: 'text/plain' }),
    `${getCatalogue().bundleTitle}催报.txt`,
  )
}
