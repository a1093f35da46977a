/**
 * Reads what a person brings back: bundles (all volumes, some of them, in any order, repacked by whatever tool) and text
 * backups. Files are found by their SHA-256, wherever in the archive they lie and whatever they are called; nothing is
 * stored here.
 *
 * Decision: WebKit gets copies. It stores a file's slice as the whole file, so there each imported file is read into
 * memory once when it is stored.
 */

import { addState } from '../../core/backup/states'
import { cutFindings } from '../../core/bag/cut-findings'
import type { Finding } from '../../core/bag/finding'
import { type Checklist, hashesOf, usedFiles } from '../../core/checklist/checklist'
import { parseChecklist, type RecordProblem } from '../../core/checklist/record'
import type { ReplyProblem } from '../../core/checklist/reply-file'
import type { Reply } from '../../core/checklist/returned'
import { workAhead } from '../../core/files/ahead'
import { joinPieces } from '../../core/files/pieces'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import { digestPacked } from '../bag/digest-file'
import { checkLength, checkMarks, countTooMany } from '../bag/read-checklist'
import type { Source, SourceFile } from '../bag/source'
import { isFilesOwn, type Reading, refuseWhenStopped } from '../bag/verify-bag'
import { walkSources } from '../bag/walk'
import { entryProblemOf } from '../zip/open-zip'
import { buildFound, type FoundBytes, type FoundChecklist } from './found'
import { readReply } from './read-reply'
import { readTexts } from './read-texts'
import { noteVolume, type Volumes } from './volumes'

/** Why a file brought nothing, or less than it should. */
export type RestoreProblem =
  | { code: 'no-checklist' }
  | { code: 'not-json' }
  | { code: 'record'; problem: RecordProblem }
  /** An error of an archive or of something in it, as the office would be told. */
  | { code: 'archive'; problem: Finding }
  | { code: 'unreadable'; refusal: Refusal }
  /** A 审核意见 that can't be relied on. */
  | { code: 'reply'; problem: ReplyProblem }

export interface Restored {
  found: FoundChecklist[]
  /** 审核意见 that were among the files, each with the file it came in. */
  replies: { name: string; reply: Reply }[]
  /** Problems with the file they are about; a file with a problem may still have brought something. */
  problems: { name: string; problem: RestoreProblem }[]
}

interface OpenFile {
  name: string
  files: Source
}

/** Most checklists that are read: a city's roll-up has 480. */
const mostChecklists = 2000

/** @throws AbortError. Everything else that is wrong with a file is in `problems`. */
export async function readBundles(files: readonly File[], reading: Reading): Promise<Restored> {
  const problems: Restored['problems'] = []
  const opened: OpenFile[] = []
  /** Archives without a checklist: of use only beside one that has it. */
  const bare: string[] = []
  const checklists: Checklist[] = []
  const replies: Restored['replies'] = []
  const volumes = new Map<string, Volumes>()
  const take = (name: string, text: string): Checklist | null => {
    const result = parseText(name, text)
    if ('code' in result) {
      problems.push({ name, problem: result })
      return null
    }
    addState(checklists, result)
    return result
  }
  const { joined, others } = joinPieces(files, ({ name }) => name)
  const whole = joined.map(({ name, pieces }) => new File(pieces, name))
  for (const file of [...others, ...whole]) {
    const { name } = file
    const findings: Finding[] = []
    try {
      const reply = await readReply(file)
      if (reply) {
        if (reply.ok) replies.push({ name, reply: reply.reply })
        else problems.push({ name, problem: { code: 'reply', problem: reply.problem } })
        continue
      }
      if (/\.json$/i.test(name)) {
        const tooLong = checkLength(file, name) ?? (await checkMarks(file, name))
        if (tooLong) problems.push({ name, problem: { code: 'archive', problem: tooLong } })
        else take(name, await file.text())
        continue
      }
      let texts = 0
      let entries = 0
      for await (const { files, bags } of walkSources(
        file,
        { ...reading, onBytes: () => undefined },
        findings,
      )) {
        entries += files.length
        opened.push({ name, files })
        for (const [folder, inBag] of bags) {
          for await (const { text, bagInfo, inventory } of readTexts(inBag, folder, findings)) {
            refuseWhenStopped(reading.signal)
            texts += 1
            if (texts > mostChecklists) break
            const checklist = take(name, text)
            if (checklist) noteVolume(volumes, checklist.id, bagInfo, inventory)
          }
        }
      }
      if (texts > mostChecklists) findings.push({ code: 'too-many-bags', path: name, most: mostChecklists })
      if (texts === 0 && entries > 0) bare.push(name)
    } catch (error) {
      if (reading.signal.aborted) throw error
      problems.push({ name, problem: problemOf(error) })
    }
    // An archive inside an archive is no problem: it was opened.
    for (const problem of cutFindings(findings.filter(({ code }) => code !== 'nested-zip')))
      problems.push({ name, problem: { code: 'archive', problem } })
  }
  if (checklists.length === 0)
    problems.push(...bare.map(name => ({ name, problem: { code: 'no-checklist' as const } })))
  const blobs = await findBytes(opened, checklists, reading, problems)
  return {
    replies,
    found: checklists.map(checklist => buildFound(checklist, blobs, volumes.get(checklist.id))),
    problems,
  }
}

function parseText(name: string, text: string): Checklist | RestoreProblem {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The message of JSON.parse is of no use to a person.
    return { code: 'not-json' }
  }
  const tooMany = countTooMany(value, name)
  if (tooMany) return { code: 'archive', problem: tooMany }
  const result = parseChecklist(value)
  return result.ok ? result.checklist : { code: 'record', problem: result.problem }
}

/** The bytes the checklists name, by SHA-256; a file whose size no checklist names is not even read. */
async function findBytes(
  opened: readonly OpenFile[],
  checklists: readonly Checklist[],
  { signal, onBytes, digest }: Reading,
  problems: Restored['problems'],
): Promise<Map<string, FoundBytes>> {
  const sizes = new Set<number>()
  const wanted = new Set<string>()
  for (const checklist of checklists) {
    for (const { file } of usedFiles(checklist)) sizes.add(file.size)
    for (const sha256 of hashesOf(checklist)) wanted.add(sha256)
  }
  const blobs = new Map<string, FoundBytes>()
  const read = async (file: SourceFile) => {
    let isOpen = false
    try {
      refuseWhenStopped(signal)
      const packed = await digestPacked(file, digest, { signal })
      if (packed) return packed
      const blob = await file.open()
      isOpen = true
      return { sha256: (await digest(blob, { signal, isUnpacked: !file.isStored })).sha256 }
    } catch (error) {
      if (signal.aborted) throw error
      // Unpacked bytes lie in the browser's memory: where they can't be read, there was no room for them.
      if (isOpen && !file.isStored && isFilesOwn(error))
        return {
          problem: { code: 'archive' as const, problem: { code: 'no-room' as const, path: file.path } },
        }
      return { problem: problemOf(error, file.path) }
    }
  }
  for (const { name, files } of opened) {
    const fitting = files.filter(({ size }) => sizes.has(size))
    for await (const [file, result] of workAhead(fitting, read)) {
      if ('problem' in result) problems.push({ name, problem: result.problem })
      else if (wanted.has(result.sha256) && !blobs.has(result.sha256)) blobs.set(result.sha256, file)
      onBytes(file.packedSize)
    }
  }
  return blobs
}

/** An entry that can't be opened, or the platform's refusal. */
function problemOf(error: unknown, path?: string): RestoreProblem {
  const problem = entryProblemOf(error)
  if (!problem) return { code: 'unreadable', refusal: refusalOf(error) }
  return { code: 'archive', problem: { ...problem, ...(path === undefined ? {} : { path }) } }
}
