/** Export, wipe, import, export: properties over made-up checklists, of fixed seeds and fresh ones. */

import { buildChecklist } from '../../../src/core/checklist/checklist'
import { writeChecklist } from '../../../src/core/checklist/record'
import { openArchive } from '../../../src/io/zip/open-zip'
import { checkFiles } from '../../bag-check'
import { withTools } from '../../tools'
import { diceFrom, digest, findIn, generate, pack, type Stored, takeIn } from '../generate'
import { expect, test } from '../runner'
import { checklistAfter, fileOf, morning, unit } from '../samples'
import { isFullRun, large, property } from '../strength'

const largest = 120_000
/** Little enough that most checklists become several volumes. */
const smallLimit = 300_000
const evening = new Date('2022-12-20T11:30:02.000Z')

/** In the quick loop one that fills several volumes. */
const fixedSeeds = () => (isFullRun() ? Array.from({ length: 20 }, (_, i) => i + 1) : [5])

/** Seeds nobody has tried yet; said, so that a failure can be seen again. */
function freshSeeds(): number[] {
  const first = Math.floor(Math.random() * 2 ** 30)
  console.log(`round trips with fresh seeds from ${first}`)
  return Array.from({ length: 6 }, (_, i) => first + i)
}

/** Runs `check` on each seed's checklist; a failure names the seed. */
async function forEach(seeds: readonly number[], check: (seed: number, stored: Stored) => Promise<void>) {
  for (const seed of seeds) await test.step(`seed ${seed}`, () => check(seed, generate(seed, largest)))
}

/** Name and SHA-256 of every volume. */
async function summarize(files: readonly File[]): Promise<string[]> {
  return Promise.all(files.map(async file => `${(await digest(file)).sha256} ${file.name}`))
}

async function expectRoundTrip(seed: number, original: Stored, limit?: number): Promise<number> {
  const { files } = await pack(original, limit)
  const found = await findIn(diceFrom(seed).shuffle(files))
  expect(found.missing).toEqual([])
  expect(found.missingVolumes).toEqual([])
  expect(found.volumes).toBe(files.length)
  const restored = await takeIn(found)
  expect(restored.checklist).toEqual({ ...original.checklist, removed: [] })
  const again = await pack(restored, limit)
  expect(await summarize(again.files)).toEqual(await summarize(files))
  expect((await takeIn(found, restored)).checklist).toEqual(restored.checklist)
  return files.length
}

// A property of checklists that never reach the case would hold for nothing: `least` is asked of the fixed ones, all of them.
for (const [which, seeds, least, tag] of [
  ['the same in every run', fixedSeeds, 4, property],
  ['others in every run', freshSeeds, 0, large],
] as const) {
  test(
    `a bundle in one volume comes back to the byte, and twice changes nothing: checklists ${which}`,
    tag,
    async () => {
      await forEach(seeds(), async (seed, stored) => {
        expect(await expectRoundTrip(seed, stored)).toBe(1)
      })
    },
  )

  test(
    `volumes in any order come back to the byte, and twice change nothing: checklists ${which}`,
    tag,
    async () => {
      const counts: number[] = []
      await forEach(seeds(), async (seed, stored) => {
        counts.push(await expectRoundTrip(seed, stored, smallLimit))
      })
      expect(Math.max(...counts), 'volumes of the largest').toBeGreaterThanOrEqual(isFullRun() ? least : 0)
    },
  )

  test(
    `a missing volume is named with its files, and brought later completes the rest: checklists ${which}`,
    tag,
    async () => {
      let missing = 0
      await forEach(seeds(), async (seed, original) => {
        const { files } = await pack(original, smallLimit)
        if (files.length < 2) return
        const index = diceFrom(seed).below(files.length)
        const late = files[index] as File
        const others = files.filter(file => file !== late)
        const found = await findIn(others)
        expect(found.missingVolumes).toEqual([index + 1])
        expect(found.volumes).toBe(files.length)
        const there = new Set((await Promise.all(others.map(payloadOf))).flat())
        const uses = Object.values(found.checklist.answers).flatMap(answer => answer.files)
        expect(found.missing).toEqual(uses.filter(({ sha256 }) => !there.has(sha256)))
        missing += found.missing.length
        expect([...found.blobs.keys()].sort()).toEqual([...there].sort())

        const half = await takeIn(found)
        expect(half.checklist).toEqual({ ...original.checklist, removed: [] })
        const lateFound = await findIn([late])
        expect(lateFound.missingVolumes).toHaveLength(files.length - 1)
        const whole = await takeIn(lateFound, half)
        expect(whole.checklist).toEqual(half.checklist)
        expect(await summarize((await pack(whole, smallLimit)).files)).toEqual(await summarize(files))
      })
      expect(missing, 'files that were missed').toBeGreaterThanOrEqual(isFullRun() ? least : 0)
    },
  )

  test(`the same time gives the same bytes, another the same 校验码: checklists ${which}`, tag, async () => {
    await forEach(seeds().slice(0, 8), async (_, stored) => {
      const [once, again, later, split] = await Promise.all([
        pack(stored),
        pack(stored),
        pack(stored, undefined, evening),
        pack(stored, smallLimit),
      ])
      expect(await summarize(again.files)).toEqual(await summarize(once.files))
      expect(await summarize(later.files)).not.toEqual(await summarize(once.files))
      expect([again.fingerprint, later.fingerprint, split.fingerprint]).toEqual(
        Array(3).fill(once.fingerprint),
      )
    })
  })

  test(`all volumes pass a BagIt check that is not ours: checklists ${which}`, withTools, async () => {
    await forEach(seeds().slice(0, 6), async (seed, stored) => {
      for (const limit of [undefined, smallLimit])
        expect(await checkFiles((await pack(stored, limit)).files, `${seed}-${limit}`)).toEqual([])
    })
  })
}

test('a checklist that nobody has filled in makes a sound bag and comes back', withTools, async () => {
  const empty: Stored = { checklist: buildChecklist('e'.repeat(32), '2022', unit, morning), blobs: new Map() }
  expect(await expectRoundTrip(1, empty)).toBe(1)
  expect(await checkFiles((await pack(empty)).files)).toEqual([])
})

test(
  'the BagIt check that is not ours fails for a broken bundle, a missing volume and a foreign one',
  withTools,
  async () => {
    const { files } = await pack(generate(5, largest), smallLimit)
    const [first = new File([], ''), ...rest] = files
    expect(rest.length).toBeGreaterThan(1)
    const bytes = Buffer.from(await first.arrayBuffer())
    // A STORED attachment's bytes are those of the archive: one digit of a line in bag-info.txt would be deflated.
    bytes.writeUInt8((bytes[bytes.length >> 1] ?? 0) ^ 1, bytes.length >> 1)
    const broken = await checkFiles([new File([bytes], first.name), ...rest], 'broken')
    expect(broken.length).toBeGreaterThan(1)
    expect(broken.join('\n')).toMatch(/data\/.*: other bytes than manifest-sha256\.txt says/)
    const missing = await checkFiles(rest, 'missing')
    expect(missing.join('\n')).toContain(`volumes [1] of ${files.length} are not here`)
    expect(missing.join('\n')).toMatch(/Yinzheng-Fingerprint is [\dA-F-]{19}, not [\dA-F-]{19}/)
    const foreign = await checkFiles([...files, ...(await pack(generate(8))).files], 'foreign')
    expect(foreign.join('\n')).toContain('volumes of different groups')
  },
)

test('what was removed stays behind, and a file that was renamed twice comes back as it was called last', async () => {
  const file = fileOf('IMG_1.JPG')
  const gone = fileOf('误传.pdf')
  const checklist = checklistAfter(
    { kind: 'add-files', item: '0-1', files: [file, gone] },
    { kind: 'rename-file', item: '0-1', sha256: file.sha256, name: '现场.JPG' },
    { kind: 'rename-file', item: '0-1', sha256: file.sha256, name: '执法现场.JPG' },
    { kind: 'remove-file', item: '0-1', sha256: gone.sha256 },
  )
  const { files } = await pack({ checklist, blobs: new Map([[file.sha256, new Blob(['IMG_1.JPG'])]]) })
  const { checklist: restored } = await takeIn(await findIn(files))
  expect(restored.removed).toEqual([])
  expect(restored.answers['0-1']?.files).toEqual([{ ...file, name: '执法现场.JPG' }])
  expect(writeChecklist(restored)).toBe(writeChecklist(checklist))
})

/** SHA-256 of every attachment in a volume, by its manifest. */
async function payloadOf(volume: File): Promise<string[]> {
  const { entries, open } = await openArchive(volume)
  const manifest = entries.find(entry => entry.path.endsWith('/manifest-sha256.txt'))
  if (!manifest) throw new Error('Cannot read payload: there is no manifest')
  return (await (await open(manifest)).text()).split('\n').flatMap(line => line.slice(0, 64) || [])
}
