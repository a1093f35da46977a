/** 按指标归集: what units handed in, sorted anew, and read again by another office. */
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'playwright/test'
import { collate } from '../../src/core/collate'
import { sizeOf, splitExtension } from '../../src/core/filename'
import type { HandIn } from '../../src/core/hand-in'
import { writeChecklist } from '../../src/core/record'
import { planRollUp } from '../../src/core/rollup'
import { verdictOf } from '../../src/core/verdict'
import { openArchive } from '../../src/io/unzip'
import { type Bag, zipOf } from './bags'
import { generate, pack, type Stored } from './generate'
import { counting, type Office, receive, rollUp } from './offices'
import { catalogue, noon } from './samples'

/** Checklists of units of these names, packed. */
async function packUnits(names: readonly string[], seed: number, largest = 3_000): Promise<File[]> {
  const packed = names.map((name, i) => {
    const { checklist, blobs } = generate(seed + i, largest)
    const stored: Stored = { checklist: { ...checklist, unit: { ...checklist.unit, name } }, blobs }
    return pack(stored)
  })
  return (await Promise.all(packed)).flatMap(({ files }) => files)
}

const names = [
  '崇阳县教育局',
  '崇阳县水利局',
  '崇阳县公安局',
  '崇阳县农业农村局',
  '崇阳县人力资源和社会保障局',
]
const usesIn = (handIns: readonly HandIn[]) =>
  handIns.flatMap(({ checklist }) => Object.values(checklist.answers).flatMap(({ files }) => files))
/** What an office knows of its units: what each said, which of its files are there, its paper's fingerprint, the day. */
const knows = (office: Office) =>
  counting(office)
    .map(({ checklist, present, report, fingerprint, packed }) => ({
      checklist: writeChecklist(checklist),
      present: [...present].sort(),
      report,
      fingerprint,
      packed,
    }))
    .sort((a, b) => (a.checklist < b.checklist ? -1 : 1))

async function validate(files: readonly File[]): Promise<string> {
  const folder = test.info().outputPath('volumes')
  await mkdir(folder, { recursive: true })
  const paths = files.map(file => join(folder, file.name))
  for (const [i, file] of files.entries())
    await writeFile(paths[i] as string, new Uint8Array(await file.arrayBuffer()))
  const program = fileURLToPath(new URL('../bagit.py', import.meta.url))
  const run = promisify(execFile)('python3', [program, ...paths], {
    env: { ...process.env, PYTHONUTF8: '1' },
  })
  return run.then(
    ({ stdout }) => stdout,
    error => error.stdout,
  )
}

test('five units rolled up in volumes come back: the same units, files and states', async () => {
  const county = await receive(await packUnits(names, 101, 60_000))
  expect(usesIn(county.handIns).length).toBeGreaterThan(40)
  const { files, fingerprint } = await rollUp(county, { limit: 400_000 })
  expect(files.length).toBeGreaterThan(1)
  expect(await validate(files)).toBe('')
  expect(fingerprint).toMatch(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/)
  const city = await receive([...files].reverse())
  expect(city.findings).toEqual([])
  expect(knows(city)).toEqual(knows(county))
  const states = (office: Office) =>
    collate(catalogue, office.handIns).rows.map(row => [row.unit, row.total, [...row.cells]])
  expect(states(city)).toEqual(states(county))
})

test('the roll-up of two roll-ups holds the units of both', async () => {
  const both = await packUnits(names, 201)
  const counties = [await receive(both.slice(0, 2)), await receive(both.slice(2))]
  const [first, second] = await Promise.all(counties.map(county => rollUp(county)))
  const city = await receive([...(first?.files ?? []), ...(second?.files ?? [])])
  const { files } = await rollUp(city, { office: '市质强办', limit: 200_000 })
  expect(await validate(files)).toBe('')
  const province = await receive(files)
  expect(province.findings).toEqual([])
  expect(knows(province)).toEqual(knows(await receive(both)))
})

test('every use of every file is packed under its group, row, unit and item, at names any system can hold', async () => {
  // Whatever a unit is called, and however many are called alike once cut.
  const odd = [
    ...names,
    '崇阳县'.padEnd(60, '长'),
    `${'崇阳县'.padEnd(60, '长')}二`,
    'CON',
    '../x',
    ' 甲:乙* ',
  ]
  const office = await receive(await packUnits(odd, 301))
  const { files } = await rollUp(office)
  expect(await validate(files)).toBe('')
  const [only] = files
  const { entries, problems } = await openArchive(only as File)
  expect(problems).toEqual([])
  const paths = entries.map(({ path }) => path.slice((only as File).name.length - '.zip'.length + 1))
  const payload = paths.filter(path => path.startsWith('data/'))
  expect(payload.length).toBe(usesIn(counting(office)).length)
  for (const path of paths) {
    expect(path.length, path).toBeLessThanOrEqual(120)
    for (const part of path.split('/')) {
      const { width, bytes } = sizeOf(part)
      expect(width, part).toBeLessThanOrEqual(40)
      expect(bytes, part).toBeLessThanOrEqual(180)
    }
    expect(splitExtension(path)[0]).not.toMatch(/[<>:"\\|?*]/)
  }
  expect(
    payload.filter(
      path =>
        !/^data\/(\d\d_[^/]+\/\d+-\d+_[^/]+|00_[^/]+|99_[^/]+)\/[^/]+\/\d+(-\d+)+_[^/]+\/[^/]+$/.test(path),
    ),
  ).toEqual([])
  expect(payload).toContain(
    payload.find(path => path.startsWith('data/07_质量发展政策/7-1_质量发展政策/崇阳县')),
  )
  expect(paths.filter(path => /^units\/\d\d_[^/]+\/checklist\.json$/.test(path)).length).toBe(10)
})

test('a unit’s report goes up as it packed it; where there is none, none is made up', async () => {
  const [first, second] = await packUnits(names.slice(0, 2), 351)
  const { entries, open } = await openArchive(second as File)
  const bag: Bag = new Map()
  for (const entry of entries.filter(({ path }) => !path.endsWith('.docx')))
    bag.set(entry.path, new Uint8Array(await (await open(entry)).arrayBuffer()))
  const office = await receive([first as File, new File([await zipOf(bag, '')], '二.zip')])
  const [whole, without] = names.map(name => office.handIns.find(one => one.checklist.unit.name === name))
  expect(without?.report).toBeNull()
  const report = whole?.report as NonNullable<HandIn['report']>
  const { blob } = await office.open(whole as HandIn, report.sha256)
  expect(Buffer.from(await blob.arrayBuffer()).toString('latin1')).toMatch(/^PK.*word\/document\.xml/s)
  expect(blob.size).toBe(report.size)

  const { files } = await rollUp(office)
  expect(await validate(files)).toBe('')
  const city = await receive(files)
  expect(
    counting(city)
      .map(one => one.report)
      .filter(Boolean),
  ).toEqual([report])
  const paths = (await openArchive(files[0] as File)).entries.map(({ path }) => path)
  expect(
    paths.filter(path => path.endsWith('/自评报告.docx')).map(path => path.replace(/^[^/]+/, '')),
  ).toEqual(['/units/1_崇阳县教育局/自评报告.docx'])
})

test('a department takes only its rows', async () => {
  const office = await receive(await packUnits(names, 401))
  const department = catalogue.departments.find(({ id }) => id === 'market-regulation') ?? null
  const { files } = await rollUp(office, { department })
  expect(files[0]?.name).toBe('县质强办-2022年市场监管部门.zip')
  expect(await validate(files)).toBe('')
  const rows = catalogue.indicators
    .filter(row => row.department === 'market-regulation')
    .flatMap(row => row.items)
  const asked = counting(office).flatMap(({ checklist }) =>
    rows.flatMap(({ id }) => checklist.answers[id]?.files ?? []),
  )
  expect(asked.length).toBeGreaterThan(0)
  const { entries } = await openArchive(files[0] as File)
  expect(entries.filter(({ path }) => path.includes('/data/') && !path.endsWith('/data/')).length).toBe(
    asked.length,
  )
})

test('units of one name that two counties rolled up stay two, and so they do one office further up', async () => {
  const units = await packUnits(['县教育局', '县教育局'], 451)
  const counties = await Promise.all(units.map(unit => receive([unit])))
  const bundles = await Promise.all(
    counties.map((county, i) => rollUp(county, { office: ['崇阳县质强办', '通城县质强办'][i] ?? '' })),
  )
  const city = await receive(bundles.flatMap(({ files }) => files))
  const rows = ['县教育局（崇阳县质强办）', '县教育局（通城县质强办）']
  expect(collate(catalogue, city.handIns).rows.map(({ unit }) => unit)).toEqual(rows)
  const { files } = await rollUp(city, { office: '市质强办' })
  expect(await validate(files)).toBe('')
  const province = await receive(files)
  expect(collate(catalogue, province.handIns).rows.map(({ unit }) => unit)).toEqual(rows)
  expect(usesIn(counting(province)).length).toBe(usesIn(counties.flatMap(({ handIns }) => handIns)).length)
})

test('what was found against a unit goes up with it, office by office', async () => {
  const office = await receive(await packUnits(names, 481))
  const [first, ...others] = counting(office)
  if (!first) throw new Error('Nothing was received')
  const flawed = {
    ...first,
    findings: [{ archive: '', finding: { code: 'altered', path: '自评报告.docx' } as const }],
  }
  const above = await receive((await rollUp(office, { handIns: [flawed, ...others] })).files)
  const verdicts = ({ handIns }: typeof above) =>
    new Map(handIns.map(handIn => [handIn.checklist.id, handIn.findings.map(({ finding }) => finding)]))
  const found = [{ code: 'flawed-before', errors: 1 }]
  expect(verdicts(above).get(first.checklist.id)).toEqual(found)
  for (const { checklist } of others) expect(verdicts(above).get(checklist.id)).toEqual([])
  const top = await receive((await rollUp(above, { office: '市质强办' })).files)
  expect(verdicts(top).get(first.checklist.id)).toEqual(found)
  expect(top.handIns.filter(handIn => verdictOf(handIn).kind === 'flawed')).toHaveLength(1)
})

test('what one department got is judged by its rows alone', async () => {
  const office = await receive(await packUnits(names, 461))
  const department = catalogue.departments.find(({ id }) => id === 'market-regulation') ?? null
  const { files } = await rollUp(office, { department })
  const { handIns, findings, open } = await receive(files)
  expect(findings).toEqual([])
  expect(handIns.map(handIn => verdictOf(handIn).kind)).toEqual(names.map(() => 'sound'))
  const { rows, columns } = collate(catalogue, handIns)
  expect(rows.map(({ unit }) => unit)).toContain('崇阳县水利局（只有市场监管部门的指标）')
  expect([...new Set(columns.map(column => column.department?.id))]).toEqual(['market-regulation'])
  expect(rows.map(({ total }) => total.absent)).toEqual(names.map(() => 0))
  const again = await rollUp({ handIns, findings, open })
  const { entries } = await openArchive(again.files[0] as File)
  expect(entries.filter(({ path }) => path.includes('/data/')).length).toBe(
    rows.reduce((sum, { total }) => sum + total.files, 0),
  )
})

test('what is not there is listed and left out; what is there is all packed', async () => {
  const office = await receive(await packUnits(names, 501))
  const handIns = counting(office)
  const [lost] = [...(handIns.find(({ present }) => present.size > 1)?.present ?? [])]
  const without = handIns.map(handIn => ({
    ...handIn,
    present: new Set([...handIn.present].filter(sha256 => sha256 !== lost)),
  }))
  const plan = planRollUp(catalogue, without, '县质强办')
  const uses = usesIn(without)
  expect(plan.absent.length).toBe(uses.filter(({ sha256 }) => sha256 === lost).length)
  expect(plan.entries.length).toBe(uses.length - plan.absent.length)
  const { files } = await rollUp(office, { handIns: without })
  expect(await validate(files)).toBe('')
  const { entries, open } = await openArchive(files[0] as File)
  const inventory = entries.find(({ path }) => path.endsWith('/目录.html'))
  const html = inventory ? await (await open(inventory)).text() : ''
  expect(html.match(/没有收到，或与打包时不一致<\/td>/g)?.length).toBe(plan.absent.length)
})

test('packing fails loudly when an archive changed, or gives other bytes than the checklist says', async () => {
  const office = await receive(await packUnits(names, 601))
  const refused = async () => {
    throw new DOMException('gone', 'NotReadableError')
  }
  await expect(rollUp(office, { open: refused })).rejects.toThrow('gone')
  const short = async () => ({ blob: new Blob(['x']), crc32: null, source: {} })
  await expect(rollUp(office, { open: short })).rejects.toThrow(
    /^Cannot pack roll-up: data\/.* has 1 bytes, not \d+$/,
  )
  const controller = new AbortController()
  const heard: number[] = []
  const onFile = () => {
    heard.push(1)
    if (heard.length === 3) controller.abort()
  }
  await expect(rollUp(office, { signal: controller.signal, onFile })).rejects.toThrow('Roll-up cancelled')
  expect(heard.length).toBe(3)
})

test('a checklist that lies about a CRC-32 does not make a bag that other tools call damaged', async () => {
  const office = await receive(await packUnits(names, 651))
  const handIns = counting(office).map(handIn => {
    const answers = Object.entries(handIn.checklist.answers).map(([id, answer]) => {
      return [id, { ...answer, files: answer.files.map(file => ({ ...file, crc32: 1 })) }] as const
    })
    return { ...handIn, checklist: { ...handIn.checklist, answers: Object.fromEntries(answers) } }
  })
  expect(await validate((await rollUp(office, { handIns })).files)).toBe('')
})

test('volumes stay below their limit, whatever units wrote', async () => {
  for (const limit of [300_000, 500_000, 900_000]) {
    const office = await receive(await packUnits(names, 701, 100_000))
    const { files } = await rollUp(office, { limit, now: noon })
    expect(Math.max(...files.map(file => file.size))).toBeLessThanOrEqual(limit)
  }
})

test('the same hand-ins and time give the same bytes', async () => {
  const office = await receive(await packUnits(names, 801))
  const texts = await Promise.all(
    [await rollUp(office), await rollUp(office)].map(({ files }) => files[0]?.arrayBuffer()),
  )
  expect(Buffer.from(texts[0] as ArrayBuffer).equals(Buffer.from(texts[1] as ArrayBuffer))).toBe(true)
})
