/** What lies in a roll-up, byte for byte: nothing that is not there, nothing left out, nothing that another tool would refuse. */

import { planRollUp } from '../../../src/core/collect/rollup'
import { runInSlices } from '../../../src/io/files/in-slices'
import { openArchive } from '../../../src/io/zip/open-zip'
import { checkFiles } from '../../bag-check'
import { withTools } from '../../tools'
import { counting, names, packUnits, receive, rollUp, usesIn } from '../intake/offices'
import { expect, test } from '../runner'
import { catalogue, noon } from '../samples'
import { large } from '../strength'

test('what is not there is listed and left out; what is there is all packed', withTools, async () => {
  const office = await receive(await packUnits(names, 501))
  const handIns = counting(office)
  const [lost] = [...(handIns.find(({ present }) => present.size > 1)?.present ?? [])]
  const without = handIns.map(handIn => ({
    ...handIn,
    present: new Set([...handIn.present].filter(sha256 => sha256 !== lost)),
  }))
  const plan = await runInSlices(planRollUp(catalogue, without, '县质强办'))
  const uses = usesIn(without)
  expect(plan.absent.length).toBe(uses.filter(({ sha256 }) => sha256 === lost).length)
  expect(plan.entries.length).toBe(uses.length - plan.absent.length)
  const { files } = await rollUp(office, { handIns: without })
  expect(await checkFiles(files)).toEqual([])
  const { entries, open } = await openArchive(files[0] as File)
  const inventory = entries.find(({ path }) => path.endsWith('/目录.html'))
  const html = inventory ? await (await open(inventory)).text() : ''
  expect(html.match(/没有收到，或与打包时不一致<\/td>/g)?.length).toBe(plan.absent.length)
})

test('packing fails loudly when an archive changed, or gives other bytes than the checklist says', async () => {
  const office = await receive(await packUnits(names.slice(0, 2), 601))
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

test(
  'a checklist that lies about a CRC-32 does not make a bag that other tools call damaged',
  withTools,
  async () => {
    const office = await receive(await packUnits(names, 651))
    const handIns = counting(office).map(handIn => {
      const answers = Object.entries(handIn.checklist.answers).map(([id, answer]) => {
        return [id, { ...answer, files: answer.files.map(file => ({ ...file, crc32: 1 })) }] as const
      })
      return { ...handIn, checklist: { ...handIn.checklist, answers: Object.fromEntries(answers) } }
    })
    expect(await checkFiles((await rollUp(office, { handIns })).files)).toEqual([])
  },
)

test('volumes stay below their limit, whatever units wrote', large, async () => {
  for (const limit of [300_000, 500_000, 900_000]) {
    const office = await receive(await packUnits(names, 701, 100_000))
    const { files } = await rollUp(office, { limit, now: noon })
    expect(Math.max(...files.map(file => file.size))).toBeLessThanOrEqual(limit)
  }
})

test('the same hand-ins and time give the same bytes', async () => {
  const office = await receive(await packUnits(names.slice(0, 2), 801))
  const texts = await Promise.all(
    [await rollUp(office), await rollUp(office)].map(({ files }) => files[0]?.arrayBuffer()),
  )
  expect(Buffer.from(texts[0] as ArrayBuffer).equals(Buffer.from(texts[1] as ArrayBuffer))).toBe(true)
})
