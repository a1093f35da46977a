/** How a file is shown in the page, by its name and first bytes; nothing that is shown runs anything. */
import { activeKindOf } from '../files/active-content'
import { extensionOf } from '../files/active-kind'
import { recognizeContainer } from '../zip/container'

/** `word` and `workbook`: as Office has saved them since 2007. `table`: CSV. `film`: with pictures. */
export type PreviewKind =
  | 'picture'
  | 'pdf'
  | 'word'
  | 'workbook'
  | 'table'
  | 'text'
  | 'sound'
  | 'film'
  | 'archive'

/** Why a file is not shown. `old-or-locked`: an Office file of before 2007, of WPS, or with a password. */
export type NoPreview =
  | 'too-large'
  | 'too-many-pixels'
  | 'program'
  | 'old-or-locked'
  | 'other-archive'
  | 'other-kind'
  | 'no-viewer'
  | 'no-player'
  | 'damaged'
  | 'empty'

/** The type that a browser is told; what it plays or shows of a kind is its own affair. */
const types: Record<string, readonly [kind: PreviewKind, type: string]> = {
  png: ['picture', 'image/png'],
  jpg: ['picture', 'image/jpeg'],
  jpeg: ['picture', 'image/jpeg'],
  jfif: ['picture', 'image/jpeg'],
  gif: ['picture', 'image/gif'],
  webp: ['picture', 'image/webp'],
  bmp: ['picture', 'image/bmp'],
  pdf: ['pdf', 'application/pdf'],
  docx: ['word', ''],
  docm: ['word', ''],
  dotx: ['word', ''],
  xlsx: ['workbook', ''],
  xlsm: ['workbook', ''],
  csv: ['table', ''],
  txt: ['text', ''],
  md: ['text', ''],
  log: ['text', ''],
  xml: ['text', ''],
  json: ['text', ''],
  mp3: ['sound', 'audio/mpeg'],
  m4a: ['sound', 'audio/mp4'],
  aac: ['sound', 'audio/aac'],
  wav: ['sound', 'audio/wav'],
  ogg: ['sound', 'audio/ogg'],
  mp4: ['film', 'video/mp4'],
  m4v: ['film', 'video/mp4'],
  mov: ['film', 'video/mp4'],
  webm: ['film', 'video/webm'],
  zip: ['archive', ''],
}

const megabyte = 1024 * 1024

/** Most bytes of a file that is shown whole; larger ones only make a browser wait. Films are streamed, of texts the start is shown. */
const most: Partial<Record<PreviewKind, number>> = {
  picture: 80 * megabyte,
  pdf: 150 * megabyte,
  word: 80 * megabyte,
  workbook: 80 * megabyte,
}

/** How a file is shown, as far as its name and its size tell, or why not: nothing has been read of it. */
export function previewByName(name: string, size: number): PreviewKind | NoPreview {
  if (size === 0) return 'empty'
  const active = activeKindOf(name)
  if (active === 'program') return 'program'
  if (active === 'web-page') return 'text'
  const kind = types[extensionOf(name)]?.[0]
  if (kind === undefined) return 'other-kind'
  return size > (most[kind] ?? Number.POSITIVE_INFINITY) ? 'too-large' : kind
}

/** The same once the first `headLength` bytes are known, with the type for the browser; a page is a text whatever it is called. */
export function previewOf(
  name: string,
  size: number,
  head: Uint8Array,
): { kind: PreviewKind; type: string } | NoPreview {
  const byName = previewByName(name, size)
  if (byName === 'empty' || byName === 'too-large') return byName
  const active = activeKindOf(name, head)
  if (active === 'program') return 'program'
  if (active === 'web-page') return { kind: 'text', type: '' }
  const container = recognizeContainer(head)
  if (isNoPreview(byName)) return byName === 'other-kind' ? nameContainer(container) : byName
  if (byName === 'word' || byName === 'workbook' || byName === 'archive') {
    if (container !== 'zip') return nameContainer(container, 'damaged')
  }
  return { kind: byName, type: types[extensionOf(name)]?.[1] ?? '' }
}

function nameContainer(
  container: ReturnType<typeof recognizeContainer>,
  otherwise: NoPreview = 'other-kind',
): NoPreview {
  if (container === 'ole') return 'old-or-locked'
  return ['rar', '7z', 'tar', 'zip-part', 'gzip', 'xz', 'bzip2', 'zstd', 'cab'].includes(container)
    ? 'other-archive'
    : otherwise
}

const reasons: Record<NoPreview, true> = {
  'too-large': true,
  'too-many-pixels': true,
  program: true,
  'old-or-locked': true,
  'other-archive': true,
  'other-kind': true,
  'no-viewer': true,
  'no-player': true,
  damaged: true,
  empty: true,
}

function isNoPreview(kind: PreviewKind | NoPreview): kind is NoPreview {
  return kind in reasons
}
