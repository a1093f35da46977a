/** 按指标归集: what units handed in, sorted anew, and read again by another office. */

import type { Change } from '../../../src/core/checklist/change'
import { hashesOf } from '../../../src/core/checklist/checklist'
import { writeChecklist } from '../../../src/core/checklist/record'
import { concerns } from '../../../src/core/edition/catalogue'
import { collate } from '../../../src/core/intake/collate'
import type { HandIn } from '../../../src/core/intake/hand-in'
import { soundnessOf } from '../../../src/core/intake/soundness'
import { attachedReport } from '../../../src/core/report/report'
import { sizeOf, splitExtension } from '../../../src/core/text/filename'
import { openArchive } from '../../../src/io/zip/open-zip'
import { checkFiles } from '../../bag-check'
import { withTools } from '../../tools'
import { type Bag, zipOf } from '../bag/bags'
import { generate, pack, type Stored } from '../generate'
import { counting, names, type Office, packUnits, receive, rollUp, usesIn } from '../intake/offices'
import { expect, test } from '../runner'
import { afterChanges, catalogue, checklistAfter, fileOf, withDepartments } from '../samples'

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

test('five units rolled up in volumes come back: the same units, files and states', withTools, async () => {
  const county = await receive(await packUnits(names, 101, 60_000))
  expect(usesIn(county.handIns).length).toBeGreaterThan(40)
  const { files, fingerprint } = await rollUp(county, { limit: 400_000 })
  expect(files.length).toBeGreaterThan(1)
  expect(await checkFiles(files)).toEqual([])
  expect(fingerprint).toMatch(/^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/)
  const city = await receive([...files].reverse())
  expect(city.findings).toEqual([])
  expect(knows(city)).toEqual(knows(county))
  const states = (office: Office) =>
    collate(catalogue, office.handIns).rows.map(row => [row.unit, row.total, [...row.cells]])
  expect(states(city)).toEqual(states(county))
})

test('two sections of one unit go up as two parts, and the next office counts them as one unit again', async () => {
  const unitName = '青禾县市场监督管理局'
  // Each section answers other items: what both answer otherwise would be a question.
  const part = (seed: number, digit: number): Stored => {
    const { checklist, blobs } = generate(seed)
    const own = Object.entries(checklist.answers).filter(([item]) => Number(item.slice(-1)) % 2 === digit)
    const departments = [digit === 0 ? 'market-regulation' : 'intellectual-property']
    const unit = { ...checklist.unit, name: unitName, departments }
    const report = digit === 0 ? checklist.report : { texts: {}, scores: {} }
    const answers = Object.fromEntries(own)
    return { checklist: { ...checklist, unit, answers, report, removed: [] }, blobs }
  }
  const [first, second] = [part(451, 0), part(452, 1)] as const
  const county = await receive([...(await pack(first)).files, ...(await pack(second)).files])
  const rowsOf = (office: Office) => collate(catalogue, office.handIns).rows
  const [row] = rowsOf(county)
  expect([rowsOf(county).length, row?.parts.length, row?.question]).toEqual([1, 2, null])
  const { files } = await rollUp(county, { handIns: row?.parts ?? [] })
  const city = await receive(files)
  expect(city.findings).toEqual([])
  const [above] = rowsOf(city)
  expect([rowsOf(city).length, above?.parts.length, above?.question]).toEqual([1, 2, null])
  const said = (one: typeof row) => one?.parts.map(({ checklist }) => writeChecklist(checklist)).sort()
  expect(said(above)).toEqual(said(row))
  expect([above?.total, [...(above?.cells ?? [])]]).toEqual([row?.total, [...(row?.cells ?? [])]])
  const used = [first, second].flatMap(({ checklist }) => [...hashesOf(checklist)]).sort()
  expect(used.length).toBeGreaterThan(5)
  expect([...(above?.handIn.present ?? [])].sort()).toEqual([...new Set(used)])
})

test('报告另附 goes up too, whichever rows are rolled up, and 目录.html leads to it', withTools, async () => {
  const [scan, photo] = [fileOf('盖章的报告.PDF'), fileOf('水利.jpg')]
  const item = catalogue.report.item?.id ?? ''
  const water = catalogue.indicators.find(({ departments }) => departments.some(({ id }) => id === 'water'))
  const changes: Change[] = [
    { kind: 'add-files', item, files: [scan] },
    { kind: 'set-report-file', sha256: scan.sha256 },
    { kind: 'add-files', item: `${water?.id}-0`, files: [photo] },
  ]
  const checklist = afterChanges(withDepartments(checklistAfter(), ['water']), changes)
  const blobs = new Map([scan, photo].map(({ name, sha256 }) => [sha256, new Blob([name])]))
  const county = await receive((await pack({ checklist, blobs })).files)
  for (const department of [null, catalogue.departments.find(({ id }) => id === 'water') ?? null]) {
    const { files } = await rollUp(county, { department })
    expect(await checkFiles(files)).toEqual([])
    const city = await receive(files)
    expect(city.findings).toEqual([])
    const [handIn] = city.handIns
    expect(attachedReport(handIn?.checklist ?? checklist)).toEqual(scan)
    expect(handIn?.present.has(scan.sha256)).toBe(true)
    const { entries, open } = await openArchive(files[0] as File)
    const inventory = entries.find(({ path }) => path.endsWith('/目录.html'))
    const html = inventory ? await (await open(inventory)).text() : ''
    const [, link = ''] = /<td><a href="([^"]*)">打开<\/a><\/td>/.exec(html) ?? []
    const report = entries.find(({ path }) => path.endsWith(decodeURI(link)))
    expect(report && (await (await open(report)).text())).toBe(scan.name)
  }
})

test('the roll-up of two roll-ups holds the units of both', withTools, async () => {
  const both = await packUnits(names, 201)
  const counties = [await receive(both.slice(0, 2)), await receive(both.slice(2))]
  const [first, second] = await Promise.all(counties.map(county => rollUp(county)))
  const city = await receive([...(first?.files ?? []), ...(second?.files ?? [])])
  const { files } = await rollUp(city, { office: '市质强办', limit: 200_000 })
  expect(await checkFiles(files)).toEqual([])
  const province = await receive(files)
  expect(province.findings).toEqual([])
  expect(knows(province)).toEqual(knows(await receive(both)))
})

test(
  'every use of every file is packed under its group, row, unit and item, at names any system can hold',
  withTools,
  async () => {
    // Whatever a unit is called, and however many are called alike once cut.
    const odd = [
      ...names,
      '青禾县'.padEnd(60, '长'),
      `${'青禾县'.padEnd(60, '长')}二`,
      'CON',
      '../x',
      ' 甲:乙* ',
    ]
    const office = await receive(await packUnits(odd, 301))
    const { files } = await rollUp(office)
    expect(await checkFiles(files)).toEqual([])
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
      payload.find(path => path.startsWith('data/07_质量发展政策/7-1_质量发展政策/青禾县')),
    )
    expect(paths.filter(path => /^units\/\d\d_[^/]+\/checklist\.json$/.test(path)).length).toBe(10)
  },
)

test('a unit’s report goes up as it packed it; where there is none, none is made up', withTools, async () => {
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
  expect(await checkFiles(files)).toEqual([])
  const city = await receive(files)
  expect(
    counting(city)
      .map(one => one.report)
      .filter(Boolean),
  ).toEqual([report])
  const paths = (await openArchive(files[0] as File)).entries.map(({ path }) => path)
  expect(
    paths.filter(path => path.endsWith('/自评报告.docx')).map(path => path.replace(/^[^/]+/, '')),
  ).toEqual(['/units/1_青禾县教育局/自评报告.docx'])
})

test('a department takes only its rows', withTools, async () => {
  const office = await receive(await packUnits(names, 401))
  const department = catalogue.departments.find(({ id }) => id === 'market-regulation') ?? null
  const { files } = await rollUp(office, { department })
  expect(files[0]?.name).toBe('县质强办-2022年市场监管部门.zip')
  expect(await checkFiles(files)).toEqual([])
  const rows = catalogue.indicators
    .filter(row => concerns(row, ['market-regulation']))
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

test(
  'units of one name that two counties rolled up stay two, and so they do one office further up',
  withTools,
  async () => {
    const units = await packUnits(['县教育局', '县教育局'], 451)
    const counties = await Promise.all(units.map(unit => receive([unit])))
    const bundles = await Promise.all(
      counties.map((county, i) => rollUp(county, { office: ['青禾县质强办', '顺禾县质强办'][i] ?? '' })),
    )
    const city = await receive(bundles.flatMap(({ files }) => files))
    const rows = ['县教育局（青禾县质强办）', '县教育局（顺禾县质强办）']
    expect(collate(catalogue, city.handIns).rows.map(({ unit }) => unit)).toEqual(rows)
    const { files } = await rollUp(city, { office: '市质强办' })
    expect(await checkFiles(files)).toEqual([])
    const province = await receive(files)
    expect(collate(catalogue, province.handIns).rows.map(({ unit }) => unit)).toEqual(rows)
    expect(usesIn(counting(province)).length).toBe(usesIn(counties.flatMap(({ handIns }) => handIns)).length)
  },
)

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
  expect(top.handIns.filter(handIn => soundnessOf(handIn).kind === 'flawed')).toHaveLength(1)
})

test('what one department got is judged by its rows alone', async () => {
  const office = await receive(await packUnits(names, 461))
  const department = catalogue.departments.find(({ id }) => id === 'market-regulation') ?? null
  const { files } = await rollUp(office, { department })
  const { handIns, findings, open } = await receive(files)
  expect(findings).toEqual([])
  expect(handIns.map(handIn => soundnessOf(handIn).kind)).toEqual(names.map(() => 'sound'))
  const { rows, columns } = collate(catalogue, handIns)
  expect(rows.map(({ unit }) => unit)).toContain('青禾县水利局（只有市场监管部门的指标）')
  expect([...new Set(columns.map(column => column.department?.id))]).toEqual(['market-regulation'])
  expect(rows.map(({ total }) => total.absent)).toEqual(names.map(() => 0))
  const again = await rollUp({ handIns, findings, open })
  const { entries } = await openArchive(again.files[0] as File)
  expect(entries.filter(({ path }) => path.includes('/data/')).length).toBe(
    rows.reduce((sum, { total }) => sum + total.files, 0),
  )
})
