/**
 * Names as they are read. A direction mark makes `通知\u202Efdp.exe` look like 通知exe.pdf, and a control character hides what
 * stands beside it: whatever shows a name takes both out first. What is stored keeps them.
 */

// Controls but tab and line end; marks, embeddings and isolates that turn the direction of text (UAX #9); characters of no width.
const unreadable =
  /[^\P{Cc}\t\n\r]|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u206f\ufeff\ufff9-\ufffb]/gu

/** The text without the characters that change how it is read and are not seen themselves. */
export function legible(text: string): string {
  return text.replace(unreadable, '')
}
