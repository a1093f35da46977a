/** 检查: reads every stored file again, packs, and verifies the bundle as the office will. What is missing shows all the time. */
import { atom } from 'nanostores'
import { type Checklist, usedFiles } from '../../core/checklist/checklist'
import { comparePlaces } from '../../core/checklist/record'
import { type Refusal, refusalOf } from '../../core/files/refusal'
import { digestBlob } from '../../io/files/digest'
import type { HashBlob } from '../../io/files/digest-pool'
import { loadStoredHashes } from '../../io/storage/bytes'
import { packChecklist } from '../bundle/pack-stored'
import { $checklist, queueSettled } from '../checklist'
import { getCatalogue } from '../page'
import { findUnsound } from '../stored-files'

/** A stored file whose bytes are missing, or can't be read, or differ from those that were added. */
interface DamagedFile {
  item: string
  name: string
  isMissing: boolean
}

export type Check =
  | { state: 'idle' }
  | { state: 'checking'; bytes: number; bytesRead: number }
  /** `hashes`: what was read, to see whether files came since. */
  | {
      state: 'done'
      at: string
      files: number
      hashes: ReadonlySet<string>
      damaged: DamagedFile[]
      /** A sentence each. */
      findings: string[]
    }
  | { state: 'stopped'; refusal: Refusal }

export const $check = atom<Check>({ state: 'idle' })

let controller = new AbortController()

export async function runCheck(): Promise<void> {
  await queueSettled()
  const checklist = $checklist.get()
  if (!checklist) return
  controller = new AbortController()
  const { signal } = controller
  const uses = usedFiles(checklist).sort((a, b) => comparePlaces(a.item, b.item))
  const bytes = uses.reduce((sum, { file }) => sum + file.size, 0)
  $check.set({ state: 'checking', bytes: 2 * bytes, bytesRead: 0 })
  try {
    const hashes = [...new Set(uses.map(({ file }) => file.sha256))]
    const stored = await loadStoredHashes()
    const unsound = new Set(await findUnsound(hashes, signal, advance))
    const damaged = uses
      .filter(({ file }) => unsound.has(file.sha256))
      .map(({ item, file }) => ({ item, name: file.name, isMissing: !stored.has(file.sha256) }))
    // A bundle of damaged files would only repeat these findings.
    const findings = damaged.length > 0 ? [] : await verifyPacked(checklist, signal)
    const at = new Date().toISOString()
    $check.set({ state: 'done', at, files: hashes.length, hashes: new Set(hashes), damaged, findings })
  } catch (error) {
    $check.set({ state: 'stopped', refusal: refusalOf(error) })
  }
}

/**
 * The office's findings in the bundle, packed in as few volumes as possible: a sentence each. Files of 待归类 are no damage: they
 * have no item because nobody gave them one yet, which the page says elsewhere.
 */
async function verifyPacked(checklist: Checklist, signal: AbortSignal): Promise<string[]> {
  const { listFindings } = await import('../../io/bundling')
  const { sayFinding } = await import('../../wording/finding')
  const { volumes } = await packChecklist(checklist, Number.POSITIVE_INFINITY)
  const { edition } = getCatalogue()
  const findings = await listFindings(
    volumes.map(({ blob }) => blob),
    { signal, onBytes: advance, digest: hash, edition },
  )
  return findings.filter(({ code }) => code !== 'unknown-to-checklist').map(sayFinding)
}

export function cancelCheck(): void {
  controller.abort()
}

// Another unit's files were not looked at.
let shownId = ''
$checklist.subscribe(checklist => {
  if (checklist?.id === shownId) return
  shownId = checklist?.id ?? ''
  controller.abort()
  $check.set({ state: 'idle' })
})

function advance(bytes: number): void {
  const now = $check.get()
  if (now.state === 'checking') $check.set({ ...now, bytesRead: now.bytesRead + bytes })
}

/** SHA-256 only: a CRC-32 would take as long again and is not needed to compare. */
const hash: HashBlob = (blob, options) => digestBlob(blob, { ...options, hashOnly: true })
