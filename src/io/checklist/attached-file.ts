/** A file that was read once, as an item of the checklist names it. */
import type { AttachedFile } from '../../core/checklist/checklist'
import { activeKindOf } from '../../core/files/active-content'
import { activeKindByName } from '../../core/files/active-kind'
import type { Digest } from '../../core/files/digest'
import { readHead } from '../files/read-head'

/** `file` under `name`, added now; its kind is noted where only its bytes tell that it runs when it is opened. */
export async function readAttachedFile(
  file: Blob,
  name: string,
  { sha256, crc32, head }: Digest,
): Promise<AttachedFile> {
  const active = activeKindByName(name) ? null : activeKindOf(name, head ?? (await readHead(file)))
  return {
    sha256,
    crc32,
    size: file.size,
    type: file.type,
    name,
    originalName: name,
    added: new Date().toISOString(),
    ...(active && { active }),
  }
}
