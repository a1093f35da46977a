/**
 * Records that something changed on the disk, or another page wrote: whatever one of them has become, the others are untouched,
 * it is never written over by itself, and no change of it leads anywhere else.
 */

import type { Change } from '../../../src/core/checklist/change'
import { buildChecklist, type Checklist } from '../../../src/core/checklist/checklist'
import { hashesNamedIn } from '../../../src/core/checklist/named-hashes'
import { runToEnd } from '../../../src/core/files/steps'
import { reclaimBlobs } from '../../../src/io/storage/bytes'
import { deleteRecord } from '../../../src/io/storage/checklists'
import { $checklist, changeChecklist, letGo } from '../../../src/stores/checklist'
import { openPageUnits } from '../../../src/stores/opening'
import { openPage } from '../../../src/stores/page'
import { $otherEditions, $units, switchUnit } from '../../../src/stores/units'
import { type Dice, diceFrom } from '../generate'
import { expect, test } from '../runner'
import { afterChanges, catalogue, fileOf, morning, unit } from '../samples'
import { isFullRun, property, share } from '../strength'
import { clean, readRecords, settle, writeRecords } from './browser'

test.describe.configure({ mode: 'serial' })

// 1,000 took 25 s.
const mutants = Number(process.env.MUTANTS ?? 150)
const seed = Number(process.env.SEED ?? 20221225)

const files = ['甲.pdf', '乙.pdf', '丙.pdf'].map(name => fileOf(name))
const [own, shared, other] = files as [(typeof files)[0], (typeof files)[0], (typeof files)[0]]
const changes: Change[] = [
  { kind: 'add-files', item: '0-1', files: [own, shared] },
  { kind: 'set-remark', item: '7-1-1', remark: '备注' },
  { kind: 'set-ready', item: '7-1-2', ready: true },
  { kind: 'set-report-text', id: 'overview', text: '总体情况' },
  { kind: 'remove-file', item: '0-1', sha256: own.sha256 },
]
const victim = afterChanges(buildChecklist('a'.repeat(32), '2022', unit, morning), changes, morning)
const innocent = afterChanges(
  buildChecklist('b'.repeat(32), '2022', { ...unit, name: '旁边的单位' }, morning),
  [{ kind: 'add-files', item: '0-2', files: [shared, other] }],
  morning,
)
const blobs = Object.fromEntries(files.map(({ sha256, name }) => [`blob:${sha256}`, new Blob([name])]))
const [victimKey, innocentKey] = [`checklist:${victim.id}`, `checklist:${innocent.id}`]

/** The record with one thing changed, anywhere in it. */
function mutate(dice: Dice): unknown {
  const copy = structuredClone(victim) as unknown as Record<string, unknown>
  const places: [Record<string, unknown>, string][] = []
  const walk = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return
    for (const key of Object.keys(part)) {
      places.push([part as Record<string, unknown>, key])
      walk((part as Record<string, unknown>)[key])
    }
  }
  walk(copy)
  const [holder, key] = dice.pick(places)
  const value = holder[key]
  const cyclic: Record<string, unknown> = {}
  cyclic.self = cyclic
  const odd = [
    ...[null, true, 0, -1, 1.5, 2, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '', 'x', '__proto__'],
    ...['2022', '+275760-09-13T00:00:00.000Z', '1601-01-01T00:00:00.000Z', '🀄', '\ud800', innocent.id],
    ...[[], {}, [[]], { length: 3 }, new Date(0), new Map([['a', 1]]), new Blob(['x']), 10n, undefined],
    ...[other.sha256, own.sha256.toUpperCase(), innocent, cyclic, [victim], files],
  ]
  switch (dice.below(6)) {
    case 0:
      delete holder[key]
      break
    case 1:
      holder[dice.pick(['constructor', 'sent', `${key}x`, '99-9-9', 'id', 'files'])] = dice.pick(odd)
      break
    case 2: {
      const [from, at] = dice.pick(places)
      holder[key] = from[at]
      break
    }
    case 3:
      if (typeof value === 'string') holder[key] = value.slice(0, dice.below(value.length + 1))
      else if (typeof value === 'number') holder[key] = value + dice.pick([-1, 1, 0.5, 1e9])
      else if (Array.isArray(value)) holder[key] = [...value, ...value]
      break
    case 4:
      return dice.pick<unknown>([...odd, JSON.stringify(victim), victim.answers, [victim]])
    default:
      holder[key] = dice.pick(odd)
  }
  return copy
}

test('of mutated records none is wiped and none leads a change into another record', property, async () => {
  test.setTimeout(300_000)
  const outcomes = { readable: 0, kept: 0, elsewhere: 0 }
  for (let i = 0; i < share(mutants); i++) {
    const dice = diceFrom(seed + i)
    const mutant = mutate(dice)
    // IndexedDB has no undefined records, and a record that is a Blob is one that JSON can't say.
    const value = mutant ?? null
    const say = `seed ${seed + i}`
    await clean()
    await writeRecords({ [victimKey]: value, [innocentKey]: innocent, ...blobs })
    openPage(catalogue)
    await openPageUnits([])
    await reclaimBlobs()
    const opened = await readRecords()
    expect(opened.get(victimKey), say).toEqual(value)
    expect(opened.get(innocentKey), say).toEqual(innocent)
    for (const sha256 of [...runToEnd(hashesNamedIn(value)), shared.sha256, other.sha256])
      if (blobs[`blob:${sha256}`]) expect(opened.has(`blob:${sha256}`), say).toBe(true)

    const listed = [
      ...$units.get(),
      ...$otherEditions.get().map(checklist => ({ id: checklist.id, checklist })),
    ]
    const found = listed.find(({ id }) => id === victim.id)
    expect(listed.map(({ id }) => id).sort(), say).toEqual([victim.id, innocent.id])
    if (found && 'checklist' in found) {
      await switchUnit(victim.id)
      if ($checklist.get()?.id !== victim.id) {
        outcomes.elsewhere++
        continue
      }
      outcomes.readable++
      changeChecklist({ kind: 'set-remark', item: '0-3', remark: '改一下' })
      changeChecklist({ kind: 'set-ready', item: '0-3', ready: true })
      changeChecklist({ kind: 'restore-file', item: '0-1', sha256: own.sha256 })
      changeChecklist({ kind: 'empty-removed' })
      await settle()
      const changed = await readRecords()
      expect(changed.get(innocentKey), say).toEqual(innocent)
      const record = changed.get(victimKey) as Checklist
      expect(record.answers['0-3'], say).toMatchObject({ remark: '改一下', ready: true })
      // What this page does not know stands where it stood.
      const unknown = Object.keys(value as object).filter(key => !(key in victim))
      for (const key of unknown)
        expect((record as unknown as Record<string, unknown>)[key], say).toEqual(
          (value as Record<string, unknown>)[key],
        )
    } else outcomes.kept++
    letGo(victim.id)
    await deleteRecord(victimKey)
    const left = await readRecords()
    expect(left.get(innocentKey), say).toEqual(innocent)
    for (const { sha256 } of [shared, other]) expect(left.has(`blob:${sha256}`), say).toBe(true)
  }
  console.log(`mutants from seed ${seed}: ${JSON.stringify(outcomes)}`)
  if (!isFullRun()) return
  expect(outcomes.readable).toBeGreaterThan(mutants / 10)
  expect(outcomes.kept).toBeGreaterThan(mutants / 10)
})

test('while a record is broken, what a deleted checklist alone used is freed, and what the broken one may name stays', async () => {
  const leftOver = fileOf('剩下的')
  await clean()
  await writeRecords({
    [victimKey]: { ...victim, unit: null },
    [innocentKey]: innocent,
    ...blobs,
    [`blob:${leftOver.sha256}`]: new Blob(['剩下的']),
  })
  await openPageUnits([])
  await reclaimBlobs()
  expect((await readRecords()).has(`blob:${leftOver.sha256}`)).toBe(true)
  await deleteRecord(innocentKey)
  const keys = [...(await readRecords()).keys()]
  expect(keys).not.toContain(`blob:${other.sha256}`)
  expect(keys).toEqual(expect.arrayContaining([own, shared, leftOver].map(({ sha256 }) => `blob:${sha256}`)))
})

test('bytes that only a field of a newer page names are never freed, and the field stays through every change', async () => {
  const shelf = [{ path: '文件夹/以后才有的.pdf', sha256: other.sha256 }]
  await clean()
  await writeRecords({ [victimKey]: { ...victim, shelf }, ...blobs })
  await openPageUnits([])
  await reclaimBlobs()
  expect((await readRecords()).has(`blob:${other.sha256}`)).toBe(true)
  changeChecklist({ kind: 'set-ready', item: '0-1', ready: true })
  changeChecklist({ kind: 'empty-removed' })
  await settle()
  const records = await readRecords()
  expect(records.get(victimKey)).toMatchObject({ shelf, removed: [] })
  expect(records.has(`blob:${other.sha256}`)).toBe(true)
  expect(records.has(`blob:${own.sha256}`)).toBe(false)
})
