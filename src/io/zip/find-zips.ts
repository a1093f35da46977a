/**
 * Finds the ZIPs in a file from its end: one as a rule, several where somebody joined them (`copy /b a.zip+b.zip`), behind a
 * program that unpacks itself, before zeros that a disk or a mail program added. Nothing but ends and signatures is read.
 */
import type { Container } from '../../core/zip/container'
import { type ArchiveEnd, type EndProblem, findEnds, isEndOf, tailSize } from '../../core/zip/end'

/** How far from its end a ZIP's end record is looked for; recovery tools and disks append up to some megabytes. */
const mostAppended = 64 * 1024 * 1024
/** The same for any other file: as far as a comment reaches. */
const mostBehindOther = tailSize
/** Most archives in one file: nobody hands in more. */
const mostJoined = 200

const windowSize = 1024 * 1024
/** An end record that lies across two windows is whole in one of them. */
const overlap = 128

/** Reasons why there is no directory, the most telling first. */
const reasons: readonly EndProblem['code'][] = ['zip64', 'split-archive', 'bad-directory', 'truncated']

interface FoundZips {
  /** In the order in which they lie in the file. */
  ends: ArchiveEnd[]
  /** More archives lie before the first, which can't be told from its data. */
  isMoreBefore: boolean
}

/** @throws only the platform's error when the file can't be read */
export async function findZips(blob: Blob, container: Container): Promise<FoundZips | EndProblem | null> {
  const isZip = container === 'zip'
  const ends: ArchiveEnd[] = []
  let limit = blob.size
  while (ends.length < mostJoined) {
    const found = await findLast(blob, limit, isZip)
    if (!found || 'code' in found) {
      if (ends.length === 0) return found ?? (isZip ? { code: 'truncated' } : null)
      break
    }
    ends.unshift(found)
    limit = found.prepended
    if (limit === 0 || !isZip) break
  }
  // A ZIP that was cut behind an attachment which is one itself ends with the end record of that attachment.
  if (isZip && limit > 0) return { code: 'truncated' }
  const isMoreBefore = limit > 0 && (await findLast(blob, limit, false)) !== null
  return { ends, isMoreBefore }
}

/** The last end record before `limit`, or why the last one that is there tells no directory; null where there is none. */
async function findLast(blob: Blob, limit: number, isZip: boolean): Promise<ArchiveEnd | EndProblem | null> {
  const lowest = Math.max(0, limit - (isZip ? mostAppended : mostBehindOther))
  let best: EndProblem | null = null
  for (let to = limit; to > lowest; ) {
    const from = Math.max(lowest, to - (to === limit ? tailSize : windowSize))
    const bytes = await read(blob, from, Math.min(limit, to + overlap))
    for (const candidate of findEnds(bytes, from, limit)) {
      if ('code' in candidate) {
        // It ends the file, so what lies before it are the parts' own bytes, attachments that are ZIPs among them.
        if (candidate.code === 'split-archive') return candidate
        if (!best || reasons.indexOf(candidate.code) < reasons.indexOf(best.code)) best = candidate
      } else if (await isReal(blob, candidate, isZip)) return candidate
      else best ??= { code: 'truncated' }
    }
    to = from
  }
  return best
}

async function isReal(blob: Blob, end: ArchiveEnd, isZip: boolean): Promise<boolean> {
  if (isZip && end.prepended === 0 && !end.isCommentCut) return true
  const { start, prepended } = end
  return isEndOf(end, await read(blob, start, start + 4), await read(blob, prepended, prepended + 4))
}

/** The bytes of a part of the file. @throws the platform's error when the file can't be read */
export async function read(blob: Blob, start: number, end: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(start, end).arrayBuffer())
}
