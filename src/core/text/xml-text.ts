/** Makes texts fit for the XML parts of Office files. */

/** Characters that XML 1.0 §2.2 forbids or advises against: controls, lone surrogates, noncharacters. */
const forbidden = /[^\P{Cc}\n\t]|[\p{Cs}\ufdd0-\ufdef\ufffd-\uffff]/gu

/** The text with `substitute` for each character an XML file can't hold; line ends become `\n`. */
export function cleanForXml(text: string, substitute: string): string {
  return text.replace(/\r\n?/g, '\n').replace(forbidden, substitute)
}

/** The text escaped to stand between tags: `cleanForXml`, then `&`, `<` and `>` as character references. */
export function escapeXml(text: string, substitute: string): string {
  return cleanForXml(text, substitute).replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`)
}
