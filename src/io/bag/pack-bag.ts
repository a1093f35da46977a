/**
 * One volume: from its tag files and its payload to the ZIP of a bag (RFC 8493). The payload is referenced, its digests are
 * known; the tag files are digested here, for the manifest over them. Part of `bundling` and `collecting`: no state here.
 */
import { writeManifest } from '../../core/bag/bag'
import type { FileBytes } from '../files/file-bytes'
import { packEntry, packZip, type ZipEntry } from '../zip/pack-zip'

/** One ZIP, ready to be handed over. */
export interface PackedVolume {
  blob: Blob
  /** With `.zip`. */
  fileName: string
  files: number
}

export interface PackedBundle {
  volumes: PackedVolume[]
  /** 校验码 as people read it; the same for all volumes. */
  fingerprint: string
}

/** A tag file: its text, or its bytes, or a Blob that is referenced as the payload is. */
export type Tag =
  | { path: string; text: string }
  | { path: string; bytes: Uint8Array<ArrayBuffer> }
  | { path: string; content: FileBytes; sha256: string; crc32: number }

/** A tag file that was digested and packed, for one volume. */
export interface SealedTag {
  path: string
  sha256: string
  entry: ZipEntry
}

interface BagParts {
  /** Of the ZIP without `.zip`, and of the one folder inside. */
  name: string
  /** Local time in the UTC fields. */
  packed: Date
  digestText: (text: BlobPart) => Promise<string>
}

/** Digests and packs a tag file, which takes a while: before the payload is there. */
export async function sealTag(tag: Tag, { name, packed, digestText }: BagParts): Promise<SealedTag> {
  const { path } = tag
  const [sha256, entry] = await Promise.all([
    'sha256' in tag ? tag.sha256 : digestText('text' in tag ? tag.text : tag.bytes),
    packEntry({ ...tag, path: `${name}/${path}` }, packed),
  ])
  return { path, sha256, entry }
}

/** @throws ArchiveTooLargeError */
export async function packBag(
  parts: BagParts,
  tags: readonly SealedTag[],
  payload: readonly { path: string; content: FileBytes; crc32: number }[],
): Promise<PackedVolume> {
  const { name, packed } = parts
  // §2.2.1: the manifest over them comes last, and names all but itself.
  const seal = await sealTag({ path: 'tagmanifest-sha256.txt', text: writeManifest(tags) }, parts)
  // §2.1.2: there is a payload folder, even where nothing lies in it.
  const files = payload.length > 0 ? payload : [{ path: 'data', isFolder: true as const }]
  const entries: ZipEntry[] = [
    ...[...tags, seal].map(({ entry }) => entry),
    ...files.map(file => ({ ...file, path: `${name}/${file.path}` })),
  ]
  return { blob: await packZip(entries, packed), fileName: `${name}.zip`, files: payload.length }
}
