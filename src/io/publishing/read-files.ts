/** What the importer makes of a publisher's files, refusals and mistakes included, as one answer that can be sent. */
import type { EditionFolder } from '../../build/edition'
import type { ColumnRole } from '../../core/edition/table-source'
import type { SourceDocument } from '../../publish/document'
import { beginningsOf, type TableBeginning } from '../../publish/draft/beginnings'
import type { SourceFile } from '../../publish/draft/project'
import { buildEdition, type NewEdition } from '../../publish/edition'
import { readSource } from '../../publish/read/source'
import { Refusal, type RefusalReason } from '../../publish/refusal'
import type { HeadPlace } from '../../publish/table/header'

export interface ReadOrder {
  /** A file is sent once, and named again by its number. */
  files: { id: number; file: SourceFile }[]
  table: number
  notice: number | null
  year: string
  earlier: EditionFolder[]
  roles: Map<string, ColumnRole>
  head: HeadPlace | undefined
}

export type ReadAnswer =
  | { edition: NewEdition; lines: string[]; tables: TableBeginning[] }
  | { reason: RefusalReason; file: string; tables: TableBeginning[] }
  | { error: string }

/** `documents` are those that were read before, by their numbers; the new ones are added. */
export async function readFiles(
  order: ReadOrder,
  documents: Map<number, SourceDocument>,
): Promise<ReadAnswer> {
  const { files, table, notice, year, earlier, roles, head } = order
  try {
    for (const { id, file } of files) documents.set(id, await readFile(file))
    const tableDocument = documents.get(table)
    const noticeDocument = notice === null ? undefined : documents.get(notice)
    if (!tableDocument) throw new Error('Cannot read: the table was never sent')
    const edition = buildEdition(year, tableDocument, noticeDocument, earlier, roles, head)
    const { lines } = noticeDocument ?? tableDocument
    return { edition, lines, tables: beginningsOf(tableDocument) }
  } catch (error) {
    if (!(error instanceof Refusal)) return { error: error instanceof Error ? error.message : String(error) }
    const read = documents.get(table)
    return { reason: error.reason, file: error.file, tables: read ? beginningsOf(read) : [] }
  }
}

async function readFile({ name, bytes }: SourceFile): Promise<SourceDocument> {
  try {
    return await readSource(bytes)
  } catch (error) {
    if (error instanceof Refusal) error.file = name
    throw error
  }
}
