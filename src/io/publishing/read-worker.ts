/** Reads a publisher's files away from the page, so that it answers meanwhile. Documents that were read are kept for other roles. */
import './newer-apis'
import type { EditionFolder } from '../../build/edition'
import type { ColumnRole } from '../../core/edition/table-source'
import type { SourceDocument } from '../../publish/document'
import type { SourceFile } from '../../publish/draft/project'
import { buildEdition, type NewEdition } from '../../publish/edition'
import { readSource } from '../../publish/read/source'
import { Refusal, type RefusalReason } from '../../publish/refusal'

export interface ReadOrder {
  /** A file is sent once, and named again by its number. */
  files: { id: number; file: SourceFile }[]
  table: number
  notice: number | null
  year: string
  earlier: EditionFolder[]
  roles: Map<string, ColumnRole>
}

export type ReadAnswer =
  | { edition: NewEdition; lines: string[] }
  | { reason: RefusalReason; file: string }
  | { error: string }

const documents = new Map<number, SourceDocument>()

self.onmessage = async ({ data }: MessageEvent<ReadOrder>) => {
  let answer: ReadAnswer
  try {
    answer = await read(data)
  } catch (error) {
    answer =
      error instanceof Refusal
        ? { reason: error.reason, file: error.file }
        : { error: error instanceof Error ? error.message : String(error) }
  }
  self.postMessage(answer)
}

async function read({ files, table, notice, year, earlier, roles }: ReadOrder): Promise<ReadAnswer> {
  for (const { id, file } of files) documents.set(id, await readFile(file))
  const tableDocument = documents.get(table)
  const noticeDocument = notice === null ? undefined : documents.get(notice)
  if (!tableDocument) throw new Error('Cannot read: the table was never sent')
  const edition = buildEdition(year, tableDocument, noticeDocument, earlier, roles)
  return { edition, lines: [...(noticeDocument ?? tableDocument).lines] }
}

async function readFile({ name, bytes }: SourceFile): Promise<SourceDocument> {
  try {
    return await readSource(bytes)
  } catch (error) {
    if (error instanceof Refusal) error.file = name
    throw error
  }
}
