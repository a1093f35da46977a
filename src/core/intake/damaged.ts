/** A file that is there and is not what was packed: in come a bag and the digest as it was packed, out goes what lies there now. */
import type { BagContent } from '../bag/content'
import type { VolumeFacts } from '../bag/volume-set'

/** Where the manifest has the file, with other bytes, or (digest empty) with bytes that can't be read. */
export function findDamaged(
  { contents, listed = [] }: Pick<VolumeFacts, 'contents' | 'listed'>,
  sha256: string,
): BagContent | undefined {
  // A Mac writes NFD into the ZIP.
  const paths = new Set(
    listed.filter(file => file.sha256 === sha256).map(({ path }) => path.normalize('NFC')),
  )
  return contents.find(({ path, sha256: now }) => now !== sha256 && paths.has(path.normalize('NFC')))
}
