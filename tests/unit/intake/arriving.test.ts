/** Bundles that come one after another: what is put together of the earlier ones is kept, and all is as if they had come at once. */

import type { VolumeSet } from '../../../src/core/bag/volume-set'
import { createReuse, createReuseOfSteps } from '../../../src/core/files/reuse'
import { runToEnd } from '../../../src/core/files/steps'
import { type ArrivedBundle, type Assembled, assemble } from '../../../src/core/intake/assemble'
import { collate, type Matrix, type OfficeFacts, type UnitRow } from '../../../src/core/intake/collate'
import type { HandIn } from '../../../src/core/intake/hand-in'
import { noNotes } from '../../../src/core/intake/notes'
import { verifyBundle } from '../../../src/io/bag/verify'
import type { VerifiedBag } from '../../../src/io/bag/verify-bag'
import { type VerifiedVolumes, verifyVolumes } from '../../../src/io/bag/verify-volumes'
import { digest, pack } from '../generate'
import { expect, test } from '../runner'
import { catalogue, checklistAfter, fileOf, noon } from '../samples'
import { property, share } from '../strength'
import { packUnits, receive, rollUp } from './offices'

type Bag = VerifiedBag & { archive: string; arrived: number }

const facts: OfficeFacts = { notes: noNotes, now: noon }

/** Puts together, with what is kept, all that came so far. */
function createOffice() {
  const known = {
    sets: createReuse<Bag, VolumeSet<Bag>>(),
    verified: createReuse<VolumeSet<Bag>, Promise<VerifiedVolumes<Bag>>>(),
    handIns: createReuseOfSteps<ArrivedBundle<Bag>, Assembled<Bag>>(),
    rows: createReuse<HandIn, UnitRow>(),
  }
  return async (bags: readonly Bag[]): Promise<Matrix> => {
    const received = runToEnd(assemble(catalogue, await verifyVolumes(bags, known), known.handIns))
    return collate(
      catalogue,
      received.map(({ handIn }) => handIn),
      facts,
      known.rows,
    )
  }
}

async function atOnce(bags: readonly Bag[]): Promise<Matrix> {
  const received = runToEnd(assemble(catalogue, await verifyVolumes(bags)))
  return collate(
    catalogue,
    received.map(({ handIn }) => handIn),
    facts,
  )
}

async function bagsIn(files: readonly File[]): Promise<Bag[]> {
  const bags: Bag[] = []
  for (const file of files) {
    const reading = { signal: new AbortController().signal, onBytes: () => {}, digest }
    const verified = await verifyBundle(file, reading)
    bags.push(...verified.bags.map(bag => ({ ...bag, archive: file.name, arrived: 1 })))
  }
  return bags
}

test('volumes, copies, a roll-up, a second hand-in: the order changes nothing', property, async () => {
  const units = await packUnits(['青禾县教育局', '青禾县水利局'], 601)
  const contents = ['甲', '乙'].map(name => name.repeat(20_000))
  const files = contents.map((content, i) => fileOf(`${i}.bin`, content))
  const blobs = new Map(files.map((file, i) => [file.sha256, new Blob([contents[i] as string])]))
  const checklist = checklistAfter({ kind: 'add-files', item: '0-1', files })
  const volumes = (await pack({ checklist, blobs }, 120_000)).files
  expect(volumes.length).toBeGreaterThan(1)
  const changed = { ...checklist, changed: '2022-12-21T01:00:00.000Z' }
  const again = (await pack({ checklist: changed, blobs }, 120_000)).files
  const rolled = (await rollUp(await receive(units))).files
  const bags = await bagsIn([...volumes, ...units, ...again, ...volumes, ...rolled])
  for (const order of [bags, [...bags].reverse()].slice(0, share(2))) {
    const office = createOffice()
    for (let count = 1; count <= order.length; count++) {
      const some = order.slice(0, count)
      expect(await office(some)).toEqual(await atOnce(some))
    }
    // What is taken out is as if it had never come.
    expect(await office(order.slice(1))).toEqual(await atOnce(order.slice(1)))
  }
})

test('the row of a unit that another unit comes after is the same object, and need not be drawn again', async () => {
  const bags = await bagsIn(await packUnits(['青禾县教育局', '青禾县水利局', '青禾县公安局'], 611))
  const office = createOffice()
  const before = await office(bags.slice(0, 2))
  const after = await office(bags)
  expect(after.rows).toHaveLength(3)
  expect(before.rows.every(row => after.rows.includes(row))).toBe(true)
})
