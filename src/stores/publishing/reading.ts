/** The worker that reads a publisher's files: each file is sent to it once. */
import type { ReadAnswer, ReadOrder } from '../../io/publishing/read-files'
import { earlierFolders, type Project, rolesOf, type SourceFile } from '../../publish/draft/project'

let worker: Worker | null = null
let sent: SourceFile[] = []
let answerStopped: (() => void) | null = null

/**
 * What the importer makes of the project's files; null where the person stopped it. One question at a time: a later one waits
 * for the one before.
 */
export async function readFiles(project: Project & { table: SourceFile }): Promise<ReadAnswer | null> {
  if (!worker) {
    const { startReading } = await import('../../io/publishing/read-thread')
    worker = startReading()
    sent = []
  }
  const { table, notice, year } = project
  const wanted = notice ? [table, notice] : [table]
  const fresh = wanted.filter(file => !sent.includes(file))
  const first = sent.length
  sent = [...sent, ...fresh]
  const order: ReadOrder = {
    files: fresh.map((file, i) => ({ id: first + i, file })),
    table: sent.indexOf(table),
    notice: notice && sent.indexOf(notice),
    year,
    earlier: earlierFolders(project),
    roles: rolesOf(project),
    head: project.head,
  }
  const answer = await ask(worker, order)
  // A file that could not be read is not kept there: it is sent again with the next question.
  if (!answer || !('edition' in answer)) stop()
  return answer
}

/** Gives up what is being read; large files take their time. */
export function stopReading(): void {
  answerStopped?.()
}

function ask(worker: Worker, order: ReadOrder): Promise<ReadAnswer | null> {
  return new Promise(resolve => {
    answerStopped = () => resolve(null)
    worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => resolve(data)
    worker.onerror = ({ message }) => resolve({ error: message })
    worker.postMessage(order)
  })
}

function stop(): void {
  worker?.terminate()
  worker = null
}
