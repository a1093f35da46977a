/** What a spreadsheet holds, opened with unzip: all texts of all sheets, and every formula, and where its links lead. */
import { unpack } from './bundle'

export async function sheetsOf(path: string): Promise<string> {
  return Object.entries(await unpack(path))
    .filter(([name]) => /^xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml$/.test(name))
    .map(([, xml]) => xml)
    .join('\n')
}

export async function formulasIn(path: string): Promise<string[]> {
  const parts = Object.values(await unpack(path))
  return parts.flatMap(xml => xml.match(/<f[ >][^<]*/g) ?? [])
}

/** Addresses of all links, as they stand in the workbook. */
export async function linksIn(path: string): Promise<string[]> {
  const relations = Object.entries(await unpack(path)).filter(([name]) => name.endsWith('.rels'))
  return relations.flatMap(([, xml]) =>
    [...xml.matchAll(/<Relationship [^>]*TargetMode="External"[^>]*>/g)].map(
      ([tag]) => /Target="([^"]*)"/.exec(tag)?.[1] ?? '',
    ),
  )
}
