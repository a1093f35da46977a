/**
 * Ten thousand mutants of a checklist.json, changed where its structure can hurt: counts, depths, types, lengths. Whatever it
 * says, verifying ends with findings, and the innocent bundle that lies beside each hundred is found sound and counts. A failure
 * names the mutant; the seed makes the same ones again.
 */

import { countErrors } from '../../../src/core/bag/finding'
import { writeChecklist } from '../../../src/core/checklist/record'
import { verifyBundle } from '../../../src/io/bag/verify'
import { verifyVolumes } from '../../../src/io/bag/verify-volumes'
import { packZip, type ZipEntry } from '../../../src/io/zip/pack-zip'
import { readBack } from '../generate'
import { expect, test } from '../runner'
import { randomFrom } from '../samples'
import { isFullRun, property } from '../strength'
import { date } from '../zip/archives'
import { checklistIn, folder, reading, soundBag } from './bags'

const mutants = 10_000
const together = 100
/** A hundred bags take some 100 ms; the rest is for a busy computer. */
const patience = 20_000

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const random = randomFrom(13)
const below = (most: number) => Math.floor(random() * most)
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T

/** Values of every type, small and large, and names that are dangerous as keys. */
const odd: (() => Json)[] = [
  () => null,
  () => random() < 0.5,
  () => pick([0, -1, 1.5, 2 ** 53, 1e308, -0, 65_536]),
  () =>
    pick([
      '',
      '0-1',
      '__proto__',
      'constructor',
      '\u202efdp',
      '\ud800',
      '2022-13-45',
      'a'.repeat(below(5000)),
    ]),
  () => [],
  () => ({}),
  () => Array.from({ length: below(300) }, () => 0),
  () => Object.fromEntries(Array.from({ length: below(300) }, (_, i) => [`${i % 100}-${i}`, {}])),
  () => nested(below(600)),
]

function nested(depth: number): Json {
  let value: Json = 0
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { files: value }
  return value
}

/** Every place in the value: its container and key. */
function placesIn(value: Json, places: [holder: { [key: string]: Json }, key: string][] = []): typeof places {
  if (typeof value !== 'object' || value === null) return places
  const holder = value as { [key: string]: Json }
  for (const key of Object.keys(holder)) {
    places.push([holder, key])
    placesIn(holder[key] as Json, places)
  }
  return places
}

const changes: ((holder: { [key: string]: Json }, key: string) => void)[] = [
  (holder, key) => {
    holder[key] = pick(odd)()
  },
  (holder, key) => {
    delete holder[key]
  },
  (holder, key) => {
    holder[pick(['__proto__', 'constructor', '0-1', '99-99-99', 'files', ''])] = holder[key] as Json
  },
  (holder, key) => {
    const value = holder[key] as Json
    if (Array.isArray(value))
      for (let i = below(40); i > 0; i--) value.push(pick([value[0] ?? null, pick(odd)()]))
    else if (typeof value === 'string') holder[key] = value.repeat(below(50))
    else holder[key] = [value, value]
  },
]

function mutate(text: string): string {
  const value = JSON.parse(text) as Json
  for (let times = 1 + below(4); times > 0; times--) {
    const [holder, key] = pick(placesIn(value)) ?? []
    if (holder && key !== undefined) pick(changes)(holder, key)
  }
  const written = JSON.stringify(value)
  return random() < 0.1 ? written.slice(0, below(written.length)) : written
}

test(
  `${mutants} mutants of checklist.json stop nothing, and a bundle beside each hundred is sound and counts`,
  property,
  async () => {
    test.setTimeout((mutants / together) * patience)
    const sound = await soundBag()
    const text = writeChecklist(checklistIn(sound))
    for (let done = 0; done < (isFullRun() ? mutants : together); done += together) {
      const entries: ZipEntry[] = [...sound].map(([path, bytes]) => ({ path: `${folder}/${path}`, bytes }))
      for (let i = 0; i < together; i++)
        entries.push({ path: `${done + i}/checklist.json`, text: mutate(text) })
      const zip = await packZip(entries, date)
      const { bags, problems } = await verifyBundle(zip, reading)
      expect(problems, `mutants from ${done}`).toEqual([])
      expect(bags.length, `mutants from ${done}`).toBe(together + 1)
      const innocent = bags.find(bag => bag.folder === `${folder}/`)
      expect([innocent?.findings, innocent?.checklists[0]?.result.ok], `beside mutants from ${done}`).toEqual(
        [[], true],
      )
      const sets = await verifyVolumes(bags)
      const own = sets.find(({ volumes }) => volumes.some(bag => bag === innocent))
      expect(countErrors(own?.findings ?? [{ code: 'foreign-zip' }]), `beside mutants from ${done}`).toBe(0)
      const { found } = await readBack([new File([zip], 'a.zip')])
      expect(
        found.some(({ blobs }) => blobs.size === 2),
        `beside mutants from ${done}`,
      ).toBe(true)
    }
  },
)
