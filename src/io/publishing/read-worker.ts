/** Reads a publisher's files away from the page, so that it answers meanwhile. Documents that were read are kept for other roles. */
import './newer-apis'
import type { SourceDocument } from '../../publish/document'
import { type ReadOrder, readFiles } from './read-files'

const documents = new Map<number, SourceDocument>()

self.onmessage = async ({ data }: MessageEvent<ReadOrder>) => {
  self.postMessage(await readFiles(data, documents))
}
