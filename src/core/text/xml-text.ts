/** Which characters an Office file can hold. */

/** What XML 1.0 §2.2 has no place for, or advises against: control characters, halves of a pair, noncharacters. */
const forbidden = /[^\P{Cc}\n\t]|[\p{Cs}\ufdd0-\ufdef\ufffd-\uffff]/gu

/** The text with `substitute` for each character an XML file can't hold; line ends become `\n`. */
export function cleanForXml(text: string, substitute: string): string {
  return text.replace(/\r\n?/g, '\n').replace(forbidden, substitute)
}

/** The text as it stands between tags. */
export function escapeXml(text: string, substitute: string): string {
  return cleanForXml(text, substitute).replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`)
}
