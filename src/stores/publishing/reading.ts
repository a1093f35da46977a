/** The worker that reads a publisher's files: each file is sent to it once. */
import type { ColumnRole } from '../../core/edition/table-source'
import type { ReadAnswer, ReadOrder } from '../../io/publishing/read-worker'
import type { Project, SourceFile } from '../../publish/draft/project'

let worker: Worker | null = null
let sent: SourceFile[] = []

/** What the importer makes of the project's files. One question at a time: a later one waits for the one before. */
export async function readFiles(
  project: Project & { table: SourceFile },
  roles: Map<string, ColumnRole>,
): Promise<ReadAnswer> {
  if (!worker) {
    const { startReading } = await import('../../io/publishing/read-thread')
    worker = startReading()
    sent = []
  }
  const { table, notice, year, earlier } = project
  const wanted = notice ? [table, notice] : [table]
  const fresh = wanted.filter(file => !sent.includes(file))
  const first = sent.length
  sent = [...sent, ...fresh]
  const order: ReadOrder = {
    files: fresh.map((file, i) => ({ id: first + i, file })),
    table: sent.indexOf(table),
    notice: notice && sent.indexOf(notice),
    year,
    earlier,
    roles,
  }
  const answer = await ask(worker, order)
  // A file that could not be read is not kept there: it is sent again with the next question.
  if (!('edition' in answer)) stop()
  return answer
}

function ask(worker: Worker, order: ReadOrder): Promise<ReadAnswer> {
  return new Promise(resolve => {
    worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => resolve(data)
    worker.onerror = ({ message }) => resolve({ error: message })
    worker.postMessage(order)
  })
}

function stop(): void {
  worker?.terminate()
  worker = null
}
