/** Starts the worker that writes workbooks from a blob: URL, as `io/files/digest-thread` does. Loaded as a part. */
import WorkbookWorker from './workbook-worker?worker&inline'

export function startWorkbookWorker(): Worker {
  return new WorkbookWorker()
}
