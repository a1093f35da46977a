/**
 * Smaller copies of photos, by a worker that is started for as long as there are photos to shrink; from a blob: URL, since no
 * browser starts one from a file on file://. A part: no state here.
 */
import PhotoWorker from './photo-worker?worker&inline'
import type { Shrunk } from './shrunk'

export interface Shrinker {
  /** @throws AbortError once the shrinker was ended */
  shrink(photo: Blob): Promise<Shrunk>
  end(): void
}

export function startShrinker(): Shrinker {
  const worker = new PhotoWorker()
  const jobs = new Map<number, { resolve: (shrunk: Shrunk) => void; reject: (error: Error) => void }>()
  let lastId = 0
  let isEnded = false
  worker.onmessage = ({ data: { id, shrunk } }: MessageEvent<{ id: number; shrunk: Shrunk }>) => {
    jobs.get(id)?.resolve(shrunk)
    jobs.delete(id)
  }
  const fail = (error: Error) => {
    for (const job of jobs.values()) job.reject(error)
    jobs.clear()
  }
  worker.onerror = () => fail(new DOMException('The worker that shrinks photos failed', 'OperationError'))
  const stopped = () => new DOMException('Shrinking was stopped', 'AbortError')
  return {
    shrink: photo =>
      new Promise((resolve, reject) => {
        // A worker that was ended would never answer.
        if (isEnded) return reject(stopped())
        lastId += 1
        jobs.set(lastId, { resolve, reject })
        worker.postMessage({ id: lastId, photo })
      }),
    end() {
      isEnded = true
      worker.terminate()
      fail(stopped())
    },
  }
}
