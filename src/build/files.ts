import { readdir } from 'node:fs/promises'

/** Paths of all files below `root` (which ends with a slash), relative to it, `/`-separated, sorted. */
export async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      `${entry.parentPath}/${entry.name}`.replace(/\\/g, '/').slice(root.length).replace(/^\/+/, ''),
    )
    .sort()
}
