/**
 * Thousands of damaged archives. Whatever was done to the bytes, an entry opens with the size it declares or there is a
 * problem, and nothing else is thrown. A failure names seed and mutant: put the seed into the first run to see it again.
 */

import { ArchiveEntryError, openArchive } from '../../../src/io/zip/open-zip'
import { expect, test } from '../runner'
import { randomFrom } from '../samples'
import { isFullRun, property, share } from '../strength'
import { type Bytes, findPlaces, joined, type Places, pack, sample } from './archives'

const mutants = 3_000
/** A mutant takes some milliseconds; the rest is for a busy computer. */
const patience = 5000
const contents = new Set(Object.values(sample))

/** Fields of the end record, a directory record and a local header: where they lie and how many bytes they have. */
const endFields = [4, 6, 8, 10, 12, 16, 20]
const recordFields = [0, 4, 6, 8, 10, 16, 20, 24, 28, 30, 32, 34, 42]
const localFields = [0, 4, 6, 8, 14, 18, 22, 26, 28]

interface Dice {
  below(most: number): number
  pick<T>(list: readonly T[]): T
}

function diceFrom(seed: number): Dice {
  const random = randomFrom(seed)
  const below = (most: number) => Math.floor(random() * most)
  return { below, pick: list => list[below(list.length)] as (typeof list)[number] }
}

type Mutation = (bytes: Bytes, dice: Dice, places: Places) => Bytes

const mutations: Record<string, Mutation> = {
  flip: (bytes, dice) => changed(bytes, dice.below(bytes.length), byte => byte ^ (1 << dice.below(8))),
  byte: (bytes, dice) =>
    changed(bytes, dice.below(bytes.length), () => dice.pick([0, 0xff, dice.below(256)])),
  cut: (bytes, dice) => bytes.slice(0, dice.below(bytes.length)),
  behead: (bytes, dice) => bytes.slice(dice.below(bytes.length)),
  append: (bytes, dice) =>
    joined(
      bytes,
      Uint8Array.from({ length: dice.below(99) }, () => dice.below(256)),
    ),
  remove: (bytes, dice) => {
    const at = dice.below(bytes.length)
    return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + dice.below(40)))
  },
  splice: (bytes, dice) => {
    const [from, at] = [dice.below(bytes.length), dice.below(bytes.length)]
    const piece = bytes.slice(from, from + 1 + dice.below(200))
    return joined(bytes.subarray(0, at), piece, bytes.subarray(at + dice.pick([0, piece.length])))
  },
  endField: (bytes, dice, { end }) => withField(bytes, dice, end + dice.pick(endFields)),
  recordField: (bytes, dice, { entries }) =>
    withField(bytes, dice, dice.pick(Object.values(entries)).record + dice.pick(recordFields)),
  localField: (bytes, dice, { entries }) =>
    withField(bytes, dice, dice.pick(Object.values(entries)).local + dice.pick(localFields)),
}

function changed(bytes: Bytes, at: number, change: (byte: number) => number): Bytes {
  const copy = bytes.slice()
  copy[at] = change(copy[at] ?? 0)
  return copy
}

/** Two or four bytes are a number at the edge of something, or of something else in the archive. */
function withField(bytes: Bytes, dice: Dice, at: number): Bytes {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  if (at + 4 > copy.length) return copy
  const old = view.getUint32(at, true)
  const other = view.getUint32(dice.below(copy.length - 3), true)
  const values = [
    0,
    1,
    8,
    old - 1,
    old + 1,
    0xffff,
    0x7fffffff,
    0xffffffff,
    copy.length,
    dice.below(copy.length),
    other,
  ]
  const value = dice.pick(values)
  if (dice.below(2) === 0) view.setUint16(at, value & 0xffff, true)
  else view.setUint32(at, value >>> 0, true)
  return copy
}

interface Examined {
  opened: number
  /** Of all problems. */
  codes: string[]
  /** What does not hold, though it must for any bytes. */
  wrong: string[]
}

/** Opens the archive and every entry of it. */
async function examine(bytes: Bytes, isDataSound: boolean): Promise<Examined> {
  const { entries, problems, open } = await openArchive(new Blob([bytes]))
  const codes: string[] = problems.map(problem => problem.code)
  const wrong: string[] = []
  let opened = 0
  for (const entry of entries) {
    try {
      const blob = await open(entry)
      const text = await blob.text()
      if (blob.size !== entry.size)
        wrong.push(`${entry.path} has ${blob.size} bytes instead of ${entry.size}`)
      if (isDataSound && !contents.has(text)) wrong.push(`${entry.path} holds ${text}`)
      opened++
    } catch (error) {
      if (!(error instanceof ArchiveEntryError)) throw error
      if (error.problem.path !== entry.path) wrong.push(`${entry.path} is called ${error.problem.path}`)
      codes.push(error.problem.code)
    }
  }
  return { opened, codes, wrong }
}

/** How often each code came, and how often entries did (`some`, or all of them: `whole`). */
async function fuzz(seed: number, count = share(mutants)): Promise<Record<string, number>> {
  console.log(`fuzzing archives with seed ${seed}`)
  const sound = await pack()
  const places = findPlaces(sound)
  const dice = diceFrom(seed)
  const seen: Record<string, number> = {}
  const note = (what: string) => {
    seen[what] = (seen[what] ?? 0) + 1
  }
  for (let mutant = 0; mutant < count; mutant++) {
    const names = Array.from({ length: dice.pick([1, 1, 2, 4]) }, () => dice.pick(Object.keys(mutations)))
    const bytes = names.reduce((before, name) => mutations[name]?.(before, dice, places) ?? before, sound)
    // Local headers and data as they were: an entry gives the bytes of one, whatever the directory says.
    const isDataSound = names.every(name => name === 'endField' || name === 'recordField')
    const what = `seed ${seed}, mutant ${mutant} (${names.join(', ')})`
    const { opened, codes, wrong } = await inTime(examine(bytes, isDataSound), what).catch(error => {
      throw new Error(`${what}: ${error}`)
    })
    if (opened + codes.length === 0) wrong.push('neither entries nor problems')
    expect(wrong, what).toEqual([])
    codes.forEach(note)
    if (opened > 0) note(opened < contents.size ? 'some' : 'whole')
  }
  return seen
}

async function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} takes more than ${patience} ms`)), patience)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

test('openArchive() stands thousands of damaged archives, the same in every run', property, async () => {
  const seen = await fuzz(20221225)
  // No mutant at all, or one that reaches nothing, would pass as well.
  const reached = [
    ...['whole', 'some', 'truncated', 'not-a-zip', 'bad-directory', 'split-archive', 'appended-bytes'],
    ...['damaged-entry', 'lying-size', 'overlapping-entries', 'encrypted', 'unsupported-method'],
    ...['unsafe-path', 'bomb'],
  ]
  if (isFullRun()) expect(reached.filter(what => !seen[what])).toEqual([])
})

test('openArchive() stands thousands of damaged archives, others in every run', property, async () => {
  await fuzz(Math.floor(Math.random() * 2 ** 32))
})
