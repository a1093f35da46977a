import { createBreather } from './in-slices'

/** Bytes of all. The browser asks the disk for the size of each file that was picked: thousands at once would stop the page. */
export async function sumSizes(files: readonly { file: Blob }[]): Promise<number> {
  const breathe = createBreather()
  let sum = 0
  for (const { file } of files) {
    sum += file.size
    const pausing = breathe()
    if (pausing) await pausing
  }
  return sum
}
