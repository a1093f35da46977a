/** What runs in a page: verifying the bundles of an input as the office does, and reading and hashing them and no more. */
import { countErrors, type Finding } from '../../src/core/bag/finding'
import type { Catalogue } from '../../src/core/edition/catalogue'
import { verifyBundle } from '../../src/io/bag/verify'
import type { VerifiedBag } from '../../src/io/bag/verify-bag'
import { listFindings, verifyVolumes } from '../../src/io/bag/verify-volumes'
import { hashBlob } from '../../src/io/files/foreign-digest'
import { importFiles } from '../../src/stores/backup/restore'
import { $restoring, decide } from '../../src/stores/backup/restoring'
import { openPageUnits } from '../../src/stores/opening'
import { openPage } from '../../src/stores/page'

const reading = { signal: new AbortController().signal, onBytes: () => {}, digest: hashBlob }

/** Milliseconds to verify the first `count` bundles, one after another. @throws where one is not sound */
async function verify(input: HTMLInputElement, count: number): Promise<number> {
  const start = performance.now()
  const bags: VerifiedBag[] = []
  for (const file of Array.from(input.files ?? []).slice(0, count)) {
    const bundle = await verifyBundle(file, reading)
    if (countErrors(bundle.problems) > 0 || bundle.bags.length !== 1)
      throw new Error(`${file.name} is no bundle`)
    bags.push(...bundle.bags)
  }
  const findings = [...bags, ...(await verifyVolumes(bags))].flatMap(({ findings }) => findings)
  if (countErrors(findings) > 0) throw new Error(`Bundles are not sound: ${JSON.stringify(findings[0])}`)
  return performance.now() - start
}

/**
 * Milliseconds to import the first `count` bundles as the checklist page does, each as a unit of its own.
 * @throws where a file is missing
 */
async function bringIn(input: HTMLInputElement, count: number, catalogue: Catalogue): Promise<number> {
  openPage(catalogue)
  await openPageUnits([])
  // The question is answered once it stands.
  $restoring.listen(({ state }) => state === 'asking' && queueMicrotask(() => decide({ kind: 'separate' })))
  const start = performance.now()
  await importFiles(Array.from(input.files ?? []).slice(0, count))
  const done = $restoring.get()
  const stored = done.state === 'done' ? done.outcomes : []
  if (stored.length !== count || stored.some(({ missing }) => missing.length > 0))
    throw new Error(`Not all was stored: ${stored.length} bundles, ${JSON.stringify(done)}`)
  return performance.now() - start
}

/** Everything that is found in the bundles of an input. */
function list(input: HTMLInputElement): Promise<Finding[]> {
  return listFindings(Array.from(input.files ?? []), reading)
}

/** Milliseconds to read and hash the first `count` files as they are, with what this browser has. */
async function hash(input: HTMLInputElement, count: number): Promise<number> {
  const start = performance.now()
  for (const file of Array.from(input.files ?? []).slice(0, count))
    await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return performance.now() - start
}

Object.assign(globalThis, { bench: { verify, hash, list, bringIn } })
