/** Decodes column letters and escaped characters, which every XLSX file holds (ECMA-376 part 1). */

/** The number of a column, from 0, by its letters `A` to `Z`: `A` → 0, `Z` → 25, `AA` → 26. */
export function columnOfLetters(letters: string): number {
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** A cell's text with each `_xHHHH_` (22.9.2.19) replaced by the UTF-16 unit it stands for. */
export function unescapeCellText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
