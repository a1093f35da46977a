/** What a spreadsheet holds, opened with unzip: all texts of all sheets, and every formula and link. */
import { unpack } from './bundle'

export async function sheetsOf(path: string): Promise<string> {
  return Object.entries(await unpack(path))
    .filter(([name]) => /^xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml$/.test(name))
    .map(([, xml]) => xml)
    .join('\n')
}

export async function formulasIn(path: string): Promise<string[]> {
  const parts = Object.values(await unpack(path))
  return parts.flatMap(xml => xml.match(/<f[ >][^<]*|<hyperlink[^>]*/g) ?? [])
}
