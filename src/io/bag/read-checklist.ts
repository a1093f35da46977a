/**
 * Reads a checklist.json out of what anybody may have sent. One that is longer than any archive's files need is not even
 * parsed: it would stop the page for seconds, and what is made of all checklists together with it.
 */
import { decodeTag } from '../../core/bag/declaration'
import type { BagFinding } from '../../core/bag/finding'
import { parseChecklist, type RecordResult } from '../../core/checklist/record'
import { countMarks } from '../../core/files/count-marks'
import type { ArchiveProblem } from '../../core/zip/entries'
import { pause, runInSlices } from '../files/in-slices'

/** One with 65,535 files, as many as an archive has entries, has some 25 MB. */
const longestChecklist = 32 * 1024 * 1024
const mostFiles = 65_535
/** A hundred times what the largest table asks. */
const mostAnswers = 10_000

/** One with 65,535 files has some 700,000 marks (`count-marks`); to parse 1,500,000 took 215 ms, and that can't be paused. */
const mostMarks = 1_000_000

/** What is wrong with a checklist.json, besides what its own fields say. */
type TextProblem = (BagFinding | ArchiveProblem) & { path: string }

interface ReadChecklist {
  result: RecordResult
  problem?: TextProblem
}

export async function readChecklist(blob: Blob, path: string): Promise<ReadChecklist> {
  const tooLong = checkLength(blob, path) ?? (await checkMarks(blob, path))
  if (tooLong) return { result: broken('size'), problem: tooLong }
  const text = await blob.text()
  // Letters that were none are no reason to leave a unit out: its names may be odd, and that is said.
  const isGarbled = text.includes('\ufffd') && !(await isUtf8(blob))
  const garbled = isGarbled && { problem: { code: 'bad-encoding' as const, path, encoding: 'UTF-8' } }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    // The message of JSON.parse is of no use to a person.
    return { result: broken('JSON'), ...garbled }
  }
  // To parse the text of one with 65,535 files takes a tenth of a second by itself.
  if (blob.size > mostMarks) await pause()
  const tooMany = countTooMany(value, path)
  return tooMany
    ? { result: broken('files'), problem: tooMany }
    : { result: parseChecklist(value), ...garbled }
}

async function isUtf8(blob: Blob): Promise<boolean> {
  return decodeTag(new Uint8Array(await blob.arrayBuffer()), 'utf-8').isSound
}

/** Whether the text is longer than is parsed; null where it is not. */
export function checkLength({ size }: { size: number }, path: string): TextProblem | null {
  return size > longestChecklist ? { code: 'oversized-entry', path, size, most: longestChecklist } : null
}

/** Whether there is more in the text than is parsed; null where there is not. @throws the platform's error */
export async function checkMarks(blob: Blob, path: string): Promise<TextProblem | null> {
  if (blob.size <= mostMarks) return null
  const marks = await runInSlices(countMarks(new Uint8Array(await blob.arrayBuffer())))
  return marks > mostMarks ? { code: 'overfull-checklist', path } : null
}

/** Whether there are more answers or files in it than are taken; null where there are not. */
export function countTooMany(value: unknown, path: string): TextProblem | null {
  const { answers, files } = countEntries(value)
  if (answers > mostAnswers) return { code: 'too-many-answers', path, count: answers, most: mostAnswers }
  return files > mostFiles ? { code: 'too-many-files', path, count: files, most: mostFiles } : null
}

function broken(field: string): RecordResult {
  return { ok: false, problem: { code: 'broken', field } }
}

/** Counts answers and files in a value that may be a checklist, whatever else is wrong with it. */
function countEntries(value: unknown): { answers: number; files: number } {
  const answers = valuesOf((value as { answers?: unknown } | null)?.answers)
  const { removed, unsorted } = (value ?? {}) as { removed?: unknown; unsorted?: unknown }
  let files = 0
  for (const list of [removed, unsorted]) if (Array.isArray(list)) files += list.length
  for (const answer of answers) {
    const own = (answer as { files?: unknown } | null)?.files
    if (Array.isArray(own)) files += own.length
  }
  return { answers: answers.length, files }
}

function valuesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}
