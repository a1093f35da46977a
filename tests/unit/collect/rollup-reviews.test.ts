/** What the office said goes up with the roll-up, where that is asked for, and its 目录 leads to each row. */
import { buildReview } from '../../../src/core/review/review'
import { readReviews, writeReviews } from '../../../src/core/review/reviews-file'
import { openArchive } from '../../../src/io/zip/open-zip'
import { counting, packUnits, receive, rollUp } from '../intake/offices'
import { reviewAfter, word } from '../review/said'
import { expect, test } from '../runner'

const names = ['青禾县教育局', '青禾县水利局']

async function textIn(file: File, name: string): Promise<string | null> {
  const { entries, open } = await openArchive(file)
  const entry = entries.find(({ path }) => path.endsWith(`/${name}`))
  return entry ? (await open(entry)).text() : null
}

test('the reviews lie beside the units’ checklists, and the next office reads its units as before', async () => {
  const county = await receive(await packUnits(names, 7, 60_000))
  const [first] = counting(county)
  if (!first) throw new Error('Cannot roll up: no hand-in')
  const said = reviewAfter([word('returned', '没有盖章')])
  const review = { ...buildReview(first.checklist), words: said.words }
  const { files } = await rollUp(county, { reviews: [review] })
  const text = await textIn(files[0] as File, '审核记录.json')
  expect(text).toBe(writeReviews('2022', [review]))
  expect(readReviews(text ?? '', '2022')).toEqual({ ok: true, reviews: [review] })
  const city = await receive(files)
  expect(city.findings).toEqual([])
  expect(counting(city)).toHaveLength(2)
  const { files: without } = await rollUp(county)
  expect(await textIn(without[0] as File, '审核记录.json')).toBeNull()
})

test('目录.html begins with a list that leads to every row, and prints the whole only where that is ticked', async () => {
  const { files } = await rollUp(await receive(await packUnits(names, 7, 60_000)))
  const html = (await textIn(files[0] as File, '目录.html')) ?? ''
  const targets = [...html.matchAll(/<a href="#([^"]+)">/g)].map(([, id]) => id)
  const sections = [...html.matchAll(/<section id="([^"]+)">/g)].map(([, id]) => id)
  expect(targets.length).toBeGreaterThan(1)
  expect(targets).toEqual(sections)
  expect(html).toContain('<input type="checkbox" id="whole">')
  expect(html).toContain('#whole:not(:checked)~.files{display:none}')
})
