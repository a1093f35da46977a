/** Volumes: properties over made-up checklists, of fixed seeds and a fresh one; the bound on sizes against real ZIPs. */

import { bagitText, writeBagInfo, writeManifest } from '../../../src/core/bag/bag'
import { writeInventory } from '../../../src/core/bundle/inventory'
import {
  type BundleEntry,
  type BundlePlan,
  bagInfoOf,
  planBundle,
  type Volume,
} from '../../../src/core/bundle/plan'
import {
  boundVolumes,
  headerBytes,
  planVolumes,
  unsplitLimit,
  volumeName,
  volumePresets,
  writtenBytes,
} from '../../../src/core/bundle/volumes'
import type { Change } from '../../../src/core/checklist/change'
import type { Checklist } from '../../../src/core/checklist/checklist'
import { writeChecklist } from '../../../src/core/checklist/record'
import { itemsById } from '../../../src/core/edition/catalogue'
import { writeSpreadsheet } from '../../../src/io/bundle/inventory-sheet'
import { drawCode } from '../../../src/io/bundle/qr-code'
import { writeWorkbook } from '../../../src/io/bundle/workbook'
import { writeDocument } from '../../../src/io/report/docx'
import { packZip, type ZipEntry } from '../../../src/io/zip/pack-zip'
import { expect, test } from '../runner'
import {
  allDepartments,
  catalogue,
  checklistAfter,
  fileOf,
  noon,
  randomFrom,
  withDepartments,
} from '../samples'
import { isFullRun, large, property, share } from '../strength'

const megabyte = 1024 * 1024
const gigabyte = 1024 * megabyte
const most = 4 * gigabyte - 1
const items = [...itemsById(catalogue).keys()]
const freshSeed = Date.now() % 2 ** 31
const zeros = new Blob([new Uint8Array(4 * megabyte)])

/** A checklist with names and remarks that are hard to bound: they don't compress, escape into many bytes, or are long. */
function makeCase(seed: number) {
  const random = randomFrom(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const pick = <Value>(values: readonly Value[]) => values[whole(values.length)] as Value
  const letters = [
    () => String.fromCodePoint(0x4e00 + whole(0x51a6)),
    () => pick(['质量', '2022', '工作', 'IMG_', '扫描件', 'report ']),
    () => pick(['&', '%', '"', '<', '_x0041_', "'", '\\', '\n', '𠮷', '😀', '\u0001', '=']),
    () => String.fromCodePoint(0x20 + whole(0x5f)),
  ]
  const text = (length: number, letter = pick(letters)) => Array.from({ length }, letter).join('')
  const fileCounts = [0, 1, 1, 2, 3, 5, pick([0, 30])]
  const sizes = [0, 9, 3_000, 40_000, 90_000, pick([10_000, 900_000])]
  const types = ['', 'application/pdf', 'image/jpeg']
  let count = 0
  const changes = items.flatMap((item): Change[] => {
    const files = Array.from({ length: random() < 0.5 ? 0 : pick(fileCounts) }, () => {
      const name = `${text(1 + whole(random() < 0.1 ? 90 : 25))}.${pick(['pdf', 'docx', 'JPG', '报'])}`
      const size = Math.floor(pick(sizes) * random())
      const originalName = random() < 0.3 ? text(random() < 0.02 ? 9_000 : 20) : name
      return fileOf(name, `${seed}/${count++}`, { size, originalName, type: pick(types) })
    })
    return [
      { kind: 'set-ready', item, ready: random() < 0.5 },
      { kind: 'set-remark', item, remark: random() < 0.8 ? '' : text(whole(random() < 0.1 ? 9_000 : 300)) },
      { kind: 'add-files', item, files },
    ]
  })
  const departments = allDepartments.filter(() => random() < 0.6)
  const checklist = withDepartments(checklistAfter(...changes), departments)
  const plan = planBundle(catalogue, checklist)
  return { checklist, plan, limit: pick([300, 400, 700, 2_000, 35_000]) * 1024 }
}

/** A plan of files of these sizes, in one item. */
function makePlan(sizes: number[]): BundlePlan {
  const { name, sections } = planBundle(catalogue, checklistAfter())
  const section = sections[0] as BundleEntry['section']
  const item = section.items[0] as BundleEntry['item']
  const scan = fileOf('扫描件.pdf', '')
  const entries = sizes.map((size, i): BundleEntry => {
    const file = { ...scan, name: `扫描件${i}.pdf`, size }
    const path = `data/00_共性资料/0-1_文件/${file.name}`
    return { section, item, file, path, sha256: file.sha256, size }
  })
  return { name, sections, entries }
}

const sizesOf = (volumes: BundleEntry[][]) => volumes.map(volume => volume.map(({ size }) => size / megabyte))

/** How many volumes there are where each is filled from first to last and none is looked at again. */
function countInOrder({ entries }: BundlePlan, bytesOf: (entries: BundleEntry[]) => number, room: number) {
  const around = bytesOf([])
  // `bytesOf` rounds up: one byte more a file never makes fewer volumes.
  const sizes = entries.map(entry => bytesOf([entry]) - around + 1)
  const ofItem = new Map<string, { bytes: number; files: number }>()
  entries.forEach(({ item }, i) => {
    const { bytes, files } = ofItem.get(item.id) ?? { bytes: 0, files: 0 }
    ofItem.set(item.id, { bytes: bytes + (sizes[i] as number), files: files + 1 })
  })
  let [left, places, count] = [room - around, 65_000, 1]
  let isOpen = false
  const begin = () => {
    left = room - around
    places = 65_000
    isOpen = false
    count++
  }
  entries.forEach(({ item }, i) => {
    const size = sizes[i] as number
    const whole = ofItem.get(item.id) ?? { bytes: 0, files: 0 }
    const isFirst = entries[i - 1]?.item.id !== item.id
    const fitsWhole = around + whole.bytes <= room && whole.files <= 65_000
    if (isOpen && isFirst && fitsWhole && (whole.bytes > left || whole.files > places)) begin()
    if (isOpen && (size > left || places === 0)) begin()
    left -= size
    places--
    isOpen = true
  })
  return count
}

/** The volumes of a plan; `found` names the promises of `planVolumes` that they break. */
function breaches(plan: BundlePlan, limit: number, written?: number) {
  const volumes = planVolumes(plan, limit, written)
  const found: string[] = []
  const all = volumes.flat()
  const places = new Map(plan.entries.map((entry, i) => [entry, i]))
  if (all.length !== plan.entries.length || new Set(all).size !== all.length)
    found.push('not every file once')
  // `planVolumes` takes names as long as those of the largest count with as many digits.
  const count = volumes.length === 1 ? 1 : 10 ** String(volumes.length).length - 1
  const bytesOf = boundVolumes(plan, count, written)
  const room = Math.min(limit, most)
  const fits = (entries: BundleEntry[]) => entries.length <= 65_000 && bytesOf(entries) <= room
  const volumeOf = new Map<string, number>()
  volumes.forEach((volume, i) => {
    const name = `volume ${i + 1} of ${volumes.length}`
    if (volume.length === 0 && all.length > 0) found.push(`${name} is empty`)
    if (volume.length > 1 && !fits(volume)) found.push(`${name} is too large`)
    const order = volume.map(entry => places.get(entry) ?? -1)
    if (order.some((place, j) => j > 0 && place <= (order[j - 1] as number)))
      found.push(`${name} is not in the plan's order`)
    for (const { item } of volume) {
      const first = volumeOf.get(item.id) ?? i
      volumeOf.set(item.id, first)
      if (first !== i && fits(all.filter(entry => entry.item.id === item.id)))
        found.push(`${name} has a part of ${item.id}`)
    }
  })
  if (countInOrder(plan, bytesOf, room) < volumes.length) found.push('more volumes than in order')
  return { volumes, found }
}

/** The ZIP bytes of the first volumes as `io/bundle/pack-bundle` packs them, each with `report`. */
async function packSome(
  checklist: Checklist,
  plan: BundlePlan,
  parts: BundleEntry[][],
  report = new Uint8Array(0),
) {
  const volumes = parts.map((entries, i): Volume => ({ entries, index: i + 1, count: parts.length }))
  const fingerprint = '6F2A-91C4-0B77-E3D0'
  const packed = volumes.slice(0, 3).map(async volume => {
    const { index, count, entries } = volume
    const spreadsheet = await writeSpreadsheet(checklist, plan, volumes, index, noon, writeWorkbook)
    const about = { index, fingerprint, code: drawCode(fingerprint), packed: noon }
    const info = bagInfoOf(catalogue, checklist, volume, fingerprint, '2022-12-20')
    const tags: ZipEntry[] = [
      { path: '目录.html', text: writeInventory(catalogue, checklist, plan, volumes, about) },
      { path: '目录.xlsx', bytes: spreadsheet },
      { path: '自评报告.docx', bytes: report },
      { path: 'checklist.json', text: writeChecklist(checklist) },
      { path: 'bagit.txt', text: bagitText },
      { path: 'bag-info.txt', text: writeBagInfo(info) },
      { path: 'manifest-sha256.txt', text: writeManifest(entries) },
    ]
    const digests = tags.map(({ path }) => ({ path, sha256: fileOf(path).sha256 }))
    tags.push({ path: 'tagmanifest-sha256.txt', text: writeManifest(digests) })
    const files = entries.map(({ path, size }) => ({ path, content: zeros.slice(0, size), crc32: 0 }))
    const folder = volumeName(plan.name, index, count)
    const all = [...tags, ...files].map(entry => ({ ...entry, path: `${folder}/${entry.path}` }))
    return packZip(all, noon)
  })
  return (await Promise.all(packed)).map(zip => zip.size)
}

test('planVolumes() holds its promises for any checklist and limit', property, () => {
  console.log(`volumes: fresh seed ${freshSeed}`)
  const counts = [...Array.from({ length: share(40) }, (_, i) => i + 1), freshSeed].flatMap(seed => {
    const { checklist, plan, limit } = makeCase(seed)
    return [undefined, writtenBytes(checklist)].map(written => {
      const { volumes, found } = breaches(plan, limit, written)
      expect(found, `seed ${seed}`).toEqual([])
      return volumes.length
    })
  })
  if (!isFullRun()) return
  // One volume, a few, and more than nine all occur.
  for (const digits of [/^1$/, /^[2-9]$/, /^\d\d+$/]) {
    expect(counts.filter(count => digits.test(`${count}`)).length).toBeGreaterThan(5)
  }
})

test('no packed ZIP is above the limit, unless it holds one file alone', property, async () => {
  for (const seed of [...Array.from({ length: share(14) }, (_, i) => 101 + i), freshSeed]) {
    const { checklist, plan, limit } = makeCase(seed)
    const report = await writeDocument(catalogue, checklist, noon)
    const written = writtenBytes(checklist) + report.length
    const volumes = planVolumes(plan, limit, written)
    const bytesOf = boundVolumes(plan, volumes.length, written)
    const sizes = await packSome(checklist, plan, volumes, report)
    expect(sizes.length).toBeGreaterThan(0)
    sizes.forEach((size, i) => {
      const volume = volumes[i] as BundleEntry[]
      const name = `seed ${seed}, volume ${i + 1} of ${volumes.length}`
      expect(size, name).toBeLessThanOrEqual(bytesOf(volume))
      if (volume.length > 1) expect(size, name).toBeLessThanOrEqual(limit)
    })
  }
})

test(
  'the bound is above what is packed and near it, for texts that do and do not compress',
  large,
  async () => {
    const random = randomFrom(7)
    const ideograph = () => String.fromCodePoint(0x4e00 + Math.floor(random() * 0x51a6))
    const noise = (length: number) => Array.from({ length }, ideograph).join('')
    const say = (item: string): Change => ({ kind: 'set-remark', item, remark: noise(30_000) })
    const usual = (i: number) => `青禾县质量工作领导小组会议纪要（${i}）扫描件.pdf`
    const noisy = () => `${noise(40)}.pdf`
    for (const [nameOf, ...said] of [[String], [String, '7-1-2', '7-1-3'], [usual], [noisy]] as const) {
      const files = Array.from({ length: 1_000 }, (_, i) => fileOf(nameOf(i)))
      const checklist = checklistAfter({ kind: 'add-files', item: '7-1-1', files }, ...said.map(say))
      const plan = planBundle(catalogue, checklist)
      const [size = 0] = await packSome(checklist, plan, [plan.entries])
      const spare = boundVolumes(plan, 1, writtenBytes(checklist))(plan.entries) - size
      console.log(`volumes: ${size} bytes packed, the bound is ${Math.round(spare / 1_000)} a file above`)
      expect(spare).toBeGreaterThan(0)
      expect(spare).toBeLessThan(1_200 * 1_000)
    }
  },
)

test('headerBytes() is what JSZip writes, to the byte', async () => {
  for (const path of ['a.pdf', '县-第12卷共12卷/data/文件😀.pdf', 'é'.repeat(80), 'x'.repeat(300)]) {
    const zip = await packZip([{ path, content: zeros.slice(0, 7), crc32: 0 }], noon)
    // 4.3.16: the end record has 22 bytes.
    expect(zip.size, path).toBe(headerBytes(path) + 7 + 22)
  }
})

test('a file larger than the limit goes alone', () => {
  const plan = makePlan([1, 1, 60, 1, 1].map(size => size * megabyte))
  expect(sizesOf(planVolumes(plan, unsplitLimit))).toEqual([[1, 1, 1, 1], [60]])
  expect(sizesOf(planVolumes(makePlan([60 * megabyte]), unsplitLimit))).toEqual([[60]])
})

test('an item moves to the next volume whole, and only one too large for any volume is split', () => {
  const plan = makePlan([20, 10, 10, 10, 30, 20, 20].map(size => size * megabyte))
  plan.entries.forEach((entry, i) => {
    entry.item = { ...entry.item, id: ['0-1', '0-2', '0-2', '0-3', '0-4', '0-4', '0-4'][i] as string }
  })
  expect(sizesOf(planVolumes(plan, unsplitLimit))).toEqual([[20], [10, 10, 10], [30], [20], [20]])
})

test('volumes are packed by size where that saves one, an item’s files together, and in order where it does not', () => {
  const planOf = (files: [item: string, size: number][]) => {
    const plan = makePlan(files.map(([, size]) => size * megabyte))
    plan.entries.forEach((entry, i) => {
      entry.item = { ...entry.item, id: files[i]?.[0] as string }
    })
    return plan
  }
  const saved = planOf([
    ['0-1', 20],
    ['0-2', 10],
    ['0-2', 12],
    ['0-3', 14],
    ['0-4', 12],
    ['0-5', 43],
  ])
  // In order: 20 | 10 12 | 14 12 | 43.
  expect(sizesOf(planVolumes(saved, unsplitLimit))).toEqual([[20, 14], [10, 12, 12], [43]])
  const same = planOf([
    ['0-1', 20],
    ['0-2', 10],
    ['0-3', 3],
    ['0-4', 28],
    ['0-5', 30],
  ])
  // By size it would be 20 10 | 3 30 | 28.
  expect(sizesOf(planVolumes(same, unsplitLimit))).toEqual([[20, 10, 3], [28], [30]])
  // Parted, 0-2 would fit beside the two others.
  const whole = planOf([
    ['0-1', 24],
    ['0-2', 10],
    ['0-2', 10],
    ['0-3', 24],
  ])
  expect(sizesOf(planVolumes(whole, unsplitLimit))).toEqual([[24], [10, 10], [24]])
})

test('no files make one empty volume, and a limit that the lists alone reach a volume for each file', () => {
  const plan = planBundle(catalogue, checklistAfter())
  expect(planVolumes(plan, unsplitLimit)).toEqual([[]])
  expect(planVolumes(plan, 0)).toEqual([[]])
  expect(planVolumes(makePlan([1, 2, 3]), 1).map(volume => volume.length)).toEqual([1, 1, 1])
})

test('4 GiB and 65,535 entries are never reached, whatever the limit', large, () => {
  const countsOf = (sizes: number[], limit: number) =>
    planVolumes(makePlan(sizes), limit).map(({ length }) => length)
  expect(
    countsOf(
      [1, 2, 3, 4, 5, 6, 7].map(() => gigabyte),
      Number.POSITIVE_INFINITY,
    ),
  ).toEqual([3, 3, 1])
  expect(countsOf([most - 5_000_000, 4_000_000], most)).toEqual([2])
  expect(countsOf([most - 5_000_000, 5_000_000], most)).toEqual([1, 1])
  const many = Array.from({ length: 66_000 }, () => 0)
  expect(countsOf(many, most)).toEqual([65_000, 1_000])
})

test('volumeName() says which of how many, and nothing of an only one', () => {
  expect(volumeName('县局-资料', 1, 3)).toBe('县局-资料-第1卷共3卷')
  expect(volumeName('县局-资料', 12, 12)).toBe('县局-资料-第12卷共12卷')
  expect(volumeName('县局-资料', 1, 1)).toBe('县局-资料')
})

test('volumePresets are what mails and sticks take', () => {
  const sizes = { 'mail-35': 36_700_160, 'mail-18': 18_874_368, 'mail-95': 99_614_720, stick: 4_294_967_295 }
  expect(Object.fromEntries(volumePresets.map(({ id, bytes }) => [id, bytes]))).toEqual(sizes)
  expect(unsplitLimit).toBe(36_700_160)
})
