/** Writes workbooks in a worker, started from a blob: URL as `io/files/digest-thread` does. Loaded as a part. */
import type { WriteWorkbook } from './workbook'
import WorkbookWorker from './workbook-worker?worker&inline'
import { writeBy } from './write-elsewhere'

/** Each workbook in a worker of its own; `onRows` hears how many rows it was given so far. Throws as `writeBy`. */
export function writeElsewhere(signal: AbortSignal, onRows: (rows: number) => void): WriteWorkbook {
  return (...table) => writeBy(new WorkbookWorker(), signal, onRows)(...table)
}
