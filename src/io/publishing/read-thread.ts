/** Starts the reading worker from a blob: URL, since no browser starts one from a file on file://. Loaded as a part. */
import ReadWorker from './read-worker?worker&inline'

export function startReading(): Worker {
  return new ReadWorker()
}
