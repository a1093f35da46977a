/**
 * `sw.js`: the service worker with the list of the finished files and their digests. When a file changes, the bytes of
 * `sw.js` change too: so a browser notices a new build.
 */
import { sha256 } from '@noble/hashes/sha2'
import { editionOf } from './edition-of'
import { toBase64 } from './single-file'

/** `files` are all of the folder by path, without `sw.js` itself; `code` is the worker's script. */
export function serviceWorkerScript(
  files: Readonly<Record<string, string | Uint8Array>>,
  code: string,
): string {
  const listed = Object.keys(files)
    .sort()
    .map(path => ({
      edition: editionOf(path),
      file: [path, `sha256-${toBase64(sha256(files[path] ?? ''))}`] as const,
    }))
  const of = (edition: string | undefined) =>
    listed.filter(file => file.edition === edition).map(({ file }) => file)
  const editions = [...new Set(listed.flatMap(({ edition }) => edition ?? []))].sort().reverse()
  const version = hexOf(sha256(JSON.stringify(listed))).slice(0, 12)
  const site = { version, shared: of(undefined), editions: editions.map(edition => [edition, of(edition)]) }
  return `const site=${JSON.stringify(site)};\n${code}`
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
