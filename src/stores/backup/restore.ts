/**
 * 导入材料包: reads what was brought, asks what only a person can decide, and stores it: first all texts, ticks and names of
 * files in one transaction, then bytes in batches. What did not come stays named, so that every view says what is missing.
 * The same bundle brought twice changes nothing but bytes that had gone bad.
 *
 * Decision: A bundle of another year leads to its own page. It is not stored from here: its year has its own rules and
 * table.
 */
import type { ImportNote } from '../../core/backup/import-note'
import type { Merged } from '../../core/backup/merged'
import type { RestoreOutcome } from '../../core/backup/outcome'
import { type AttachedFile, type Checklist, hashesOf } from '../../core/checklist/checklist'
import type { Reply } from '../../core/checklist/returned'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import type { FoundChecklist } from '../../io/backup/found'
import { digestBlob } from '../../io/files/digest'
import { giveUpError, giveUpLateCalls, watchCall } from '../../io/files/silence'
import { loadStoredHashes, saveBytes } from '../../io/storage/bytes'
import { loadChecklist, replaceBroken, saveNewChecklist, saveNext } from '../../io/storage/checklists'
import { saveImportNote } from '../../io/storage/notes'
import { announceChange } from '../../io/storage/other-tabs'
import { findAbsent } from '../absent'
import { $broughtReplies } from '../adding'
import { $checklist, queueSettled } from '../checklist'
import { $given, findGiven } from '../given'
import { getCatalogue } from '../page'
import { findUnsound } from '../stored-files'
import { switchUnit } from '../units'
import { noteLacking } from './lacking'
import { keepMerged } from './merged'
import { ofOneFile, type RefusedImport } from './refused-import'
import { bringReplies } from './reply'
import { $restoring, advance, ask, type Decision, dismissRestoring, start } from './restoring'

let controller = new AbortController()

/** What this import merged so far, by checklist: parts that are picked together are taken back together. */
const mergedNow = new Map<string, Merged>()

export async function importFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  controller = new AbortController()
  mergedNow.clear()
  const { signal } = controller
  const outcomes: RestoreOutcome[] = []
  const replies: Reply[] = []
  const refused: RefusedImport[] = []
  let refusal: Refusal | null = null
  try {
    await queueSettled()
    const bytes = files.reduce((sum, file) => sum + file.size, 0)
    start('reading', bytes)
    const given = await findGiven(files)
    if (given !== null) {
      $given.set(given)
      return dismissRestoring()
    }
    const { readBundles } = await import('../../io/bundling')
    const { sayFinding } = await import('../../wording/finding')
    const brought = await readBundles(files, { signal, onBytes: advance, digest: digestBlob })
    for (const { name, problem: found } of brought.problems) {
      const isArchive = found.code === 'archive'
      const problem = isArchive ? { code: found.code, sentence: sayFinding(found.problem) } : found
      refused.push({ name, problem })
    }
    replies.push(...(await bringReplies(brought.replies, (name, problem) => refused.push({ name, problem }))))
    const names = files.map(({ name }) => name)
    for (const one of brought.found) {
      const { checklist } = one
      if (checklist.edition !== getCatalogue().edition) {
        refused.push({ name: checklist.unit.name, problem: { code: 'other-edition', checklist } })
        continue
      }
      try {
        outcomes.push(...(await restoreOne(one, names, refused)))
      } catch (error) {
        if (signal.aborted) throw error
        // The other units among the picked files are still imported.
        const problem = { code: 'not-stored', refusal: refusalOf(error) } as const
        refused.push({ name: checklist.unit.name, problem })
      }
    }
  } catch (error) {
    refusal = refusalOf(error)
  }
  // Success or failure: the page shows what is stored now.
  await switchUnit($checklist.get()?.id ?? null).catch(() => undefined)
  const open = $checklist.get()
  if (open) await findAbsent(open)
  $restoring.set({ state: 'done', outcomes, replies, refused, refusal })
}

$broughtReplies.listen(files => void importFiles(files))

/** Stops reading or storing; what is stored stays. What does not answer is not waited for. */
export function cancelRestoring(): void {
  controller.abort()
  giveUpLateCalls()
}

async function restoreOne(
  found: FoundChecklist,
  names: string[],
  refused: RefusedImport[],
): Promise<RestoreOutcome[]> {
  const theirs = found.checklist
  const stored = await loadChecklist(theirs.id)
  const files = [...hashesOf(theirs)].filter(sha256 => found.blobs.has(sha256))
  const note: ImportNote = { names, at: new Date().toISOString(), files }
  const storedBefore = await loadStoredHashes()
  if (stored && 'problem' in stored && stored.problem.code === 'newer-format') {
    refused.push({ name: theirs.unit.name, problem: { code: 'record', problem: stored.problem } })
    return []
  }
  const same = stored && 'checklist' in stored ? stored.checklist : null
  const before = await saveTexts(found, same, stored !== null, note)
  if (!before) return []
  const { id } = before
  announceChange(id)
  await switchUnit(id)
  await storeFiles(id, found, refused)
  const [hashes, { outcomeOf }] = [await loadStoredHashes(), await import('../../io/bundling')]
  // Files that the bundle itself lacks are reported now, and stay on the checklist by name.
  if (files.every(sha256 => hashes.has(sha256))) await saveImportNote(id, null)
  await noteLacking(id, found)
  announceChange(id)
  return [outcomeOf(id, found, before.checklist, storedBefore, hashes)]
}

/**
 * Asks where a person must decide, and stores everything but bytes in one transaction. @returns where it went, with what stood
 * there before; null where it was left
 */
async function saveTexts(
  found: FoundChecklist,
  same: Checklist | null,
  isStored: boolean,
  note: ImportNote,
): Promise<{ id: string; checklist: Checklist | null } | null> {
  const theirs = { ...found.checklist, removed: [] }
  const store = async (save: typeof saveNewChecklist) => {
    await saveImportNote(theirs.id, note)
    await save(theirs)
    return { id: theirs.id, checklist: null }
  }
  if (isStored && !same) {
    const { kind } = await ask({ found, target: null, conflicts: [] })
    return kind === 'leave' ? null : store(replaceBroken)
  }
  const open = $checklist.get()
  // A team's part goes to its unit, also where somebody opened the team's link on this computer.
  const whole = theirs.part && open?.id !== theirs.id ? await loadReadable(theirs.part.of) : null
  const target = whole ?? same ?? open
  if (!target) return store(saveNewChecklist)
  const { bringIn, findConflicts, joinMerged, noteMerged } = await import('../../io/bundling')
  const earlier = mergedNow.get(target.id)
  let before: Checklist | null = null
  let asked: Checklist = target
  for (let conflicts = findConflicts(asked, theirs), isFirst = true; ; isFirst = false) {
    const mustAsk = conflicts.length > 0 || (isFirst && !same && !whole)
    const decision: Decision = mustAsk
      ? await ask({ found, target: asked, conflicts })
      : { kind: 'merge', settled: [] }
    if (decision.kind === 'leave') return isFirst ? null : { id: target.id, checklist: target }
    if (decision.kind === 'separate') return store(saveNewChecklist)
    const { settled } = decision
    await queueSettled()
    await saveImportNote(target.id, note)
    const now = new Date()
    asked = await saveNext(target.id, stored => {
      before ??= stored
      return bringIn(getCatalogue(), stored, theirs, settled, now)
    })
    const noted = noteMerged(before ?? target, asked, note.names, now)
    if (noted) {
      const merged = joinMerged(earlier, noted)
      mergedNow.set(target.id, merged)
      await keepMerged(merged)
    }
    // A text that was written while the question stood is not what the person decided about.
    conflicts = findConflicts(asked, theirs).filter(({ item, field, mine }) =>
      settled.every(one => one.item !== item || one.field !== field || one.text !== mine),
    )
    if (conflicts.length === 0) return { id: target.id, checklist: target }
  }
}

/** Stores what was brought and is not here, or not sound; a batch that is refused goes file by file. */
async function storeFiles(
  id: string,
  { checklist, blobs }: FoundChecklist,
  refused: RefusedImport[],
): Promise<void> {
  const { signal } = controller
  const stored = await loadStoredHashes()
  const known = [...blobs.keys()].filter(sha256 => stored.has(sha256))
  start(
    'storing',
    [...blobs.values()].reduce((sum, blob) => sum + blob.size, 0),
  )
  const unsound = new Set(await findUnsound(known, signal))
  const sound = new Set(known.filter(sha256 => !unsound.has(sha256)))
  const store = async (files: readonly AttachedFile[]): Promise<void> => {
    if (signal.aborted) throw new DOMException('Import cancelled', 'AbortError')
    const batch = files.flatMap(({ sha256 }) => {
      const found = blobs.get(sha256)
      return found ? [[sha256, found] as const] : []
    })
    try {
      const done = await storePacked(id, batch, sound, { signal, watch: watchCall, giveUpError })
      const pairs: [string, Blob][] = []
      for (const [sha256, found] of batch) if (!done.has(sha256)) pairs.push([sha256, await found.open()])
      if (pairs.length > 0) await saveBytes(id, { blobs: new Map(pairs), sound })
    } catch (error) {
      const refusal = refusalOf(error)
      if (!ofOneFile.includes(refusal)) throw error
      if (files.length > 1) for (const file of files) await store([file])
      else for (const { name } of files) refused.push({ name, problem: { code: 'not-stored', refusal } })
      return
    }
    for (const [, { size }] of batch) advance(size)
  }
  const { batchesOf, storePacked } = await import('../../io/bundling')
  for (const batch of batchesOf(checklist)) await store(batch)
}

async function loadReadable(id: string): Promise<Checklist | null> {
  const stored = await loadChecklist(id)
  return stored && 'checklist' in stored ? stored.checklist : null
}
