/**
 * Adding files: one after another, hashed once, stored in batches (each one transaction with its answers), with progress,
 * cancel, and a reason for every file that was not added. One bad file never stops the others.
 */
import { activeKindOfFile } from '../core/checklist/active-file'
import { type AttachedFile, type Checklist, unsortedPlace, usedFiles } from '../core/checklist/checklist'
import { filesAt } from '../core/checklist/places'
import { workAhead } from '../core/files/ahead'
import { type Refusal, refusalOf } from '../core/files/refusal'
import { isFirefox } from '../core/site/browser'
import { digestBlob } from '../io/files/digest'
import { type IncomingFile, readDropped, readPasted, readPicked } from '../io/files/pick'
import { giveUpLateCalls } from '../io/files/silence'
import {
  $adding,
  $broughtReplies,
  $underWay,
  type ActiveFile,
  beginAdding,
  type FileRefusal,
  rest,
  settle,
  update,
} from './adding'
import { $checklist, changeChecklist, saveFiles } from './checklist'
import { findUnsound } from './stored-files'

// A batch is one strict transaction: enough files that thousands don't pay thousands of disk flushes, few enough that
// what is shown as saved stays close behind. Each writes the whole record anew, so more go together the more there are.
const batchBytes = 32 * 1024 * 1024
const batchFiles = 50
const batchShare = 1 / 20

let controller = new AbortController()
let queue: Promise<void> = Promise.resolve()

/** Adds the files a person picked; a whole folder comes with its litter. */
export function addPicked(item: string, input: HTMLInputElement): Promise<void> {
  const files = readPicked(input)
  const isFolder = files.some(({ name, path }) => path !== name)
  return begin(id => addAttachments(id, item, files, isFolder))
}

/** Adds dropped files and the files of dropped folders. */
export function addDropped(item: string, data: DataTransfer): Promise<void> {
  const refuse = (name: string, error: unknown) =>
    update({ refused: [...$adding.get().refused, { item, name, reason: refusalOf(error) }] })
  return begin(id => readDropped(data, refuse).then(files => addAttachments(id, item, files, true)))
}

/** Adds pictures from the clipboard. */
export function addPasted(item: string, data: DataTransfer): Promise<void> {
  return begin(id => addFiles(id, item, readPasted(data, new Date())))
}

/** Stops after the file being read; what is stored stays. What does not answer is not waited for. */
export function cancelAdding(): void {
  controller.abort()
  giveUpLateCalls()
}

/** Takes a file back off that runs when it is opened. */
export function removeActive({ item, file }: ActiveFile): void {
  changeChecklist({ kind: 'remove-file', item, sha256: file.sha256 })
  update({ active: $adding.get().active.filter(one => one.file !== file) })
}

/** Begins adding to the checklist that is open now: a large folder is still being looked through when another one is opened. */
async function begin(add: (id: string) => Promise<void>): Promise<void> {
  const id = $checklist.get()?.id
  if (!id) return
  if ($underWay.get().length === 0) controller = new AbortController()
  await beginAdding(add(id))
}

/** Adds files to an item of a checklist, after those already on their way. */
function addFiles(
  id: string,
  item: string,
  incoming: readonly IncomingFile[],
  size = incoming.reduce((sum, { file }) => sum + file.size, 0),
): Promise<void> {
  if (incoming.length === 0) return queue
  const { total, bytes } = $adding.get()
  update({ total: total + incoming.length, bytes: bytes + size })
  queue = queue.then(() => addAll(id, item, incoming, controller.signal)).then(rest)
  return queue
}

/** Adds the files that are to be attached: no litter, where a folder may bring some, and no 审核意见; what is left out is said. */
async function addAttachments(
  id: string,
  item: string,
  files: readonly IncomingFile[],
  mayHaveLitter: boolean,
): Promise<void> {
  const documents = await import('../io/documents').catch(() => null)
  // Without the part nothing can be read: then each file is refused for that.
  if (!documents) return addFiles(id, item, files)
  const replies = await documents.findReplies(files.map(({ file }) => file))
  if (replies.size > 0) $broughtReplies.set([...replies])
  const isLitter = ({ path }: IncomingFile) => mayHaveLitter && documents.isLitter(path)
  const kept = files.filter(one => !isLitter(one) && !replies.has(one.file))
  const litter = files.filter(isLitter).map(({ name }) => name)
  if (litter.length > 0) update({ litter: [...$adding.get().litter, ...litter] })
  await addFiles(id, item, kept, await documents.sumSizes(kept))
}

async function addAll(
  id: string,
  item: string,
  incoming: readonly IncomingFile[],
  signal: AbortSignal,
): Promise<void> {
  const checklist = $checklist.get()
  const known = knownAt(checklist?.id === id ? checklist : null, item)
  const taken = new Set<string>()
  let batch = emptyBatch()
  // The next files are hashed while the last batch is being written.
  let writing: Promise<void> = Promise.resolve()
  const flush = async () => {
    const full = batch
    batch = emptyBatch()
    await writing
    writing = storeBatch(id, item, full)
  }
  const read = (next: IncomingFile) => {
    update({ current: `${item} ${next.name}` })
    return readFile(next, known, signal)
  }
  const again = item === unsortedPlace ? 'already-brought' : 'already-there'
  for await (const [{ file, name, path }, result] of workAhead(incoming, read)) {
    update({ bytesRead: $adding.get().bytesRead + file.size })
    if (typeof result === 'string' || taken.has(result.sha256)) {
      const reason = typeof result === 'string' && result !== 'already-there' ? result : again
      settle(1, [{ item, name, reason }])
      continue
    }
    taken.add(result.sha256)
    batch.files.push(path === name ? result : { ...result, path })
    batch.blobs.set(result.sha256, file)
    batch.bytes += file.size
    const most = Math.max(batchFiles, (known.size + taken.size) * batchShare)
    if (batch.bytes >= batchBytes || batch.files.length >= most) await flush()
  }
  await flush()
  await writing
}

/** SHA-256 of what needs not come again: what the place has; for 待归类 whatever is used. */
function knownAt(checklist: Checklist | null, place: string): Set<string> {
  if (!checklist) return new Set()
  const files =
    place === unsortedPlace ? usedFiles(checklist).map(({ file }) => file) : filesAt(checklist, place)
  return new Set(files.map(({ sha256 }) => sha256))
}

interface Batch {
  files: AttachedFile[]
  blobs: Map<string, Blob>
  bytes: number
}

function emptyBatch(): Batch {
  return { files: [], blobs: new Map(), bytes: 0 }
}

/** Reads a file: the attachment it becomes, or why it can't be one; `known`: SHA-256 of what needs not come again. */
async function readFile(
  { file, name }: IncomingFile,
  known: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<AttachedFile | FileRefusal> {
  try {
    // Read before judged: a picker gives a size without opening the file, and one that vanished must not be called empty.
    const digest = await digestBlob(file, { signal })
    if (file.size === 0) return 'empty'
    // Bytes that are missing (a backup without files) or damaged are made whole by adding the file again.
    if (known.has(digest.sha256) && (await findUnsound([digest.sha256], signal)).length === 0)
      return 'already-there'
    const { readAttachedFile } = await import('../io/documents')
    return await readAttachedFile(file, name, digest)
  } catch (error) {
    return refusalOf(error)
  }
}

/** Stores a batch; where the browser refuses it, its halves, so that only the culprits are left out. */
async function storeBatch(
  id: string,
  item: string,
  { files, blobs: all }: Pick<Batch, 'files' | 'blobs'>,
): Promise<void> {
  if (files.length === 0) return
  const blobs = new Map(files.map(({ sha256 }) => [sha256, all.get(sha256) as Blob]))
  try {
    await saveFiles(id, { kind: 'add-files', item, files }, { blobs, sound: new Set() })
    // Firefox reads a picked file anew when it stores it: changed meanwhile, other bytes are stored than were hashed.
    const otherwise = isFirefox(navigator.userAgent) ? await takeBackUnsound(id, files) : new Set()
    const refused = files.filter(({ sha256 }) => otherwise.has(sha256))
    settle(
      files.length,
      refused.map(({ name }) => ({ item, name, reason: 'changed-since-picked' })),
    )
    const active = files.flatMap(file => {
      const kind = activeKindOfFile(file)
      return kind && !otherwise.has(file.sha256) ? [{ item, file, kind }] : []
    })
    if (active.length > 0) update({ active: [...$adding.get().active, ...active] })
  } catch (error) {
    const [first] = files
    if (!first) return
    if (files.length === 1) {
      const reason = await reasonOf(error, blobs.get(first.sha256))
      return settle(1, [{ item, name: first.name, reason }])
    }
    const middle = files.length / 2
    await storeBatch(id, item, { files: files.slice(0, middle), blobs })
    await storeBatch(id, item, { files: files.slice(middle), blobs })
  }
}

/** Where the browser broke off without a word, the file itself may say why: it vanished, or can't be read. */
async function reasonOf(error: unknown, file: Blob | undefined): Promise<Refusal> {
  const refusal = refusalOf(error)
  if (refusal !== 'broken-off' || !file) return refusal
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(() => refusal, refusalOf)
}

/** Takes files off their items whose stored bytes are not those that were hashed. @returns their SHA-256 */
async function takeBackUnsound(id: string, files: readonly AttachedFile[]): Promise<Set<string>> {
  const unsound = await findUnsound(files.map(({ sha256 }) => sha256))
  if (unsound.length > 0) await saveFiles(id, { kind: 'remove-uses', sha256: unsound })
  return new Set(unsound)
}
